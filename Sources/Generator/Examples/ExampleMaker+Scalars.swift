import Foundation

extension ExampleMaker {
    /// A scalar that satisfies all limits.
    func constant(of scalar: API.Scalar, by demands: ExampleDemands) -> API.Constant? {
        guard demands.values.isEmpty else {
            let values = demands.values.filter { ExampleCheck.matches($0, as: scalar, by: demands) }
            return values.isEmpty ? nil : values[number % values.count]
        }
        switch scalar.facts.type {
        case .boolean: return .boolean(number.isMultiple(of: 2))
        case .integer, .number:
            return ExampleNumber(demands: demands, scalar: scalar, number: number).value.map {
                .number($0.description)
            }
        case .string, .null, .object, .array, nil:
            return ExampleText(demands: demands, scalar: scalar, number: number).value.map(
                API.Constant.text)
        }
    }
}

/// A number that satisfies all limits.
struct ExampleNumber {
    let demands: ExampleDemands
    let scalar: API.Scalar
    /// The number among those that must differ.
    let number: Int

    /// The smallest of the usual numbers, or one near a bound.
    var value: Decimal? {
        let steps = bounds(of: .multipleOf).filter { !$0.isZero && $0 > 0 }
        let lower = bounds(of: .minimum, .exclusiveMinimum).max()
        let upper = bounds(of: .maximum, .exclusiveMaximum).min()
        let step = steps.max() ?? 1
        var candidates: [Decimal] = [1, 0]
        if let lower { candidates += [lower, lower + 1, Self.next(step, from: lower), lower + step] }
        if let upper { candidates += [upper, upper - 1, Self.next(step, from: upper) - step, upper - step] }
        if let lower, let upper { candidates.append((lower + upper) / 2) }
        candidates += [step, -1]
        let isInteger = scalar == .integer || scalar == .unsignedInteger
        let valid = candidates.filter { candidate in
            (!isInteger || candidate.rounded == candidate && candidate.magnitude < Self.mostInteger)
                && ExampleCheck.numbers(candidate, by: demands)
        }
        guard let first = valid.first, number > 0 else { return valid.first }
        let distance = isInteger || step != 1 ? step.rounded == step || !isInteger ? step : 1 : 1
        let other = first + Decimal(number) * distance
        let distinct = valid.reduce(into: [Decimal]()) { if !$0.contains($1) { $0.append($1) } }
        return ExampleCheck.numbers(other, by: demands) ? other : distinct[number % distinct.count]
    }

    private static let mostInteger = Decimal(Int64.max)

    /// The first multiple of a step that is not below a number.
    private static func next(_ step: Decimal, from bound: Decimal) -> Decimal {
        var (quotient, result) = (bound / step, Decimal())
        NSDecimalRound(&result, &quotient, 0, .up)
        return result * step
    }

    private func bounds(of keywords: LimitKeyword...) -> [Decimal] {
        demands.limits.compactMap { limit in
            guard case .keyword(let keyword, .number(let number)) = limit, keywords.contains(keyword) else {
                return nil
            }
            return Decimal(string: number.plain)
        }
    }
}

/// A text that satisfies all limits.
struct ExampleText {
    let demands: ExampleDemands
    let scalar: API.Scalar
    /// The number among those that must differ.
    let number: Int

    var value: String? {
        candidates.first { text in
            (scalar.facts.form?.accepts(text) ?? true) && ExampleCheck.texts(text, by: demands)
        }
    }

    private var candidates: [String] {
        let listed = demands.limits.flatMap { limit -> [String] in
            if case .oneOf(let texts) = limit { texts } else { [] }
        }
        if !listed.isEmpty { return Array(listed.dropFirst(number % listed.count)) }
        if let form = scalar.facts.form { return [numbered(form)] + patterns }
        let format = demands.format.flatMap { Self.samples[$0] }
        return [format].compactMap(\.self) + [fitted(words)] + patterns
    }

    private var words: String {
        let words = Self.words(demands.name)
        return number == 0 ? words : "\(words)-\(number + 1)"
    }

    /// What the document calls a value, as an identifier: `segmentId` becomes `segment-id`.
    static func words(_ name: String) -> String {
        let words = name.nameWords.map { $0.lowercased() }.joined(separator: "-")
        return words.isEmpty ? "text" : words
    }

    /// The text in the allowed length.
    private func fitted(_ text: String) -> String {
        let least = demands.count(.minLength) ?? 0
        let most = demands.count(.maxLength) ?? .max
        var text = text
        guard least <= Self.mostCharacters else { return text }
        while text.unicodeScalars.count < least { text += "-" + Self.words(demands.name) }
        let count = max(least, min(text.unicodeScalars.count, most))
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(min(count, most))))
    }

    /// Texts that match the patterns.
    private var patterns: [String] {
        let least = demands.count(.minLength) ?? 0
        let most = min(demands.count(.maxLength) ?? .max, Self.mostCharacters)
        guard least <= most else { return [] }
        return demands.limits.compactMap { limit in
            guard case .keyword(.pattern, .pattern(let pattern)) = limit else { return nil }
            return PatternSample(pattern)?.text(ofLengths: least...most, number: number)
        }
    }

    private static let mostCharacters = 5000

    /// A sample of a form, with another last digit for each number.
    private func numbered(_ form: TextForm) -> String {
        guard number > 0 else { return form.sample }
        let digit = form.sample.lastIndex { $0.isNumber || ("a"..."f").contains($0) }
        guard let digit else { return form.sample + "\(number)" }
        var sample = form.sample
        sample.replaceSubrange(digit...digit, with: "\(number % 10)")
        return sample
    }

    /// Texts of the formats without a type (JSON Schema 2020-12, validation, section 7.3).
    private static let samples: [String: String] = [
        "email": "anna@example.com", "idn-email": "anna@example.com", "hostname": "example.com",
        "idn-hostname": "example.com", "ipv4": "192.0.2.1", "ipv6": "2001:db8::1",
        "uri": "https://example.com/", "uri-reference": "/orders/1", "iri": "https://example.com/",
        "iri-reference": "/orders/1", "uri-template": "/orders/{id}", "time": "12:30:00Z",
        "duration": "PT1H", "json-pointer": "/orders/0", "relative-json-pointer": "0/orders",
        "regex": "^[a-z]+$", "byte": "AQID", "date": "2024-02-29", "date-time": "2024-02-29T12:00:00Z",
        "uuid": "6f9619ff-8b86-d011-b42d-00cf4fc964ff", "password": "my-password",
    ]
}
