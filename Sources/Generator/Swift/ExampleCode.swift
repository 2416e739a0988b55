import Foundation

/// Writes examples as expressions of Swift.
struct ExampleCode {
    let types: [API.TypeDeclaration]
    let names: Names
    let words: Words

    func expression(_ example: Example) -> SwiftExpression {
        switch example {
        case .null: .literal("nil")
        case .scalar(let scalar, let constant): .literal(literal(constant, of: scalar))
        case .list(let items): .list(items.map(expression))
        case .dictionary(let entries):
            .pairs(entries.map { (SwiftLiteral.string($0.key), expression($0.value)) })
        case .record(let id, let record): expression(record, of: types[id.index])
        case .enumeration(let id, let constant):
            .literal(names.literal(constant, as: .named(id)) ?? "nil")
        case .union(let id, let index, let value): expression(value, ofCase: index, of: types[id.index])
        case .json(let json): Self.json(json)
        case .documented(_, let example): self.expression(example)
        }
    }

    private func expression(
        _ value: Example, ofCase index: Int, of type: API.TypeDeclaration,
    ) -> SwiftExpression {
        guard case .union(let union) = type.kind else { return .literal("nil") }
        let name = names[union.cases[index].name].escaped
        return .call(".\(name)", [SwiftExpression.Argument(label: nil, value: expression(value))])
    }

    // MARK: - Records

    private func expression(_ example: RecordExample, of type: API.TypeDeclaration) -> SwiftExpression {
        guard case .record(let record) = type.kind else { return .literal("nil") }
        let presenter = RecordPresenter(
            record: record, type: type, tree: TypeTree(types), names: names, words: words)
        let values = Dictionary(
            example.properties.map { (names[record.properties[$0.index].name].text, $0) },
            uniquingKeysWith: { first, _ in first })
        var arguments: [SwiftExpression.Argument] = []
        var changes: [(property: String, value: SwiftExpression)] = []
        for part in presenter.initializer {
            switch part {
            case .property(let property, let isParameter):
                guard let value = values[names[property.name].text] else { continue }
                let expression = expression(value.value, of: property, travelling: type.direction)
                let name = names[property.name]
                if isParameter {
                    arguments.append(.init(label: name.label, value: expression))
                } else {
                    changes.append((name.escaped, expression))
                }
            case .union(let index):
                guard example.unions.indices.contains(index) else { continue }
                let label = names[record.unions[index].name].label
                arguments.append(.init(label: label, value: expression(example.unions[index])))
            case .additional(let isParameter):
                guard !example.additional.isEmpty else { continue }
                let value = expression(.dictionary(example.additional))
                if isParameter {
                    arguments.append(.init(label: "additionalProperties", value: value))
                } else {
                    changes.append(("additionalProperties", value))
                }
            }
        }
        return .call(names.type(.named(type.id)), arguments, changes: changes)
    }

    private func expression(
        _ value: Example, of property: API.Property, travelling direction: API.Direction,
    ) -> SwiftExpression {
        guard property.hasThreeStates(travelling: direction) else { return expression(value) }
        if case .null = value { return .literal(".null") }
        return .call(".value", [SwiftExpression.Argument(label: nil, value: expression(value))])
    }

    // MARK: - Scalars

    private func literal(_ constant: API.Constant, of scalar: API.Scalar) -> String {
        switch (constant, scalar) {
        case (_, .json): return Self.json(.constant(constant)).line
        case (.text(let text), _): return Self.literal(text, of: scalar)
        case (.boolean, _): return constant.literal
        case (.number(let text), .decimal) where Int(text) == nil: return Self.decimal(text)
        case (.number(let text), _):
            return names.literal(constant, as: .scalar(scalar)) ?? text
        }
    }

    private static func literal(_ text: String, of scalar: API.Scalar) -> String {
        if scalar == .dateTime { return date(text) }
        if scalar == .data { return data(text) }
        let literal = SwiftLiteral.string(text)
        return scalar.code.expression.map { $0(literal) } ?? literal
    }

    /// An instant by its seconds, as an initializer that parses texts may fail.
    private static func date(_ text: String) -> String {
        let parsed =
            try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: text.contains(".")))
        let seconds = parsed?.timeIntervalSince1970 ?? 0
        return "Date(timeIntervalSince1970: \(SwiftLiteral.number(seconds)))"
    }

    private static func data(_ text: String) -> String {
        let plain = Data(base64Encoded: text).flatMap { String(data: $0, encoding: .utf8) }
        let isReadable = plain?.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 } ?? false
        return isReadable
            ? "Data(\(SwiftLiteral.string(plain ?? "")).utf8)"
            : "Data(base64Encoded: \(SwiftLiteral.string(text)))!"
    }

    private static func decimal(_ text: String) -> String {
        guard let value = Decimal(string: text) else { return "0" }
        return "Decimal(sign: .\(value.isSignMinus ? "minus" : "plus"), exponent: \(value.exponent), "
            + "significand: \(value.significand))"
    }

    // MARK: - JSON

    private static func json(_ json: JSONExample) -> SwiftExpression {
        switch json {
        case .null: .literal("nil")
        case .constant(let constant): .literal(constant.literal)
        case .array(let items): .list(items.map(Self.json))
        case .object(let members): .pairs(members.map { (SwiftLiteral.string($0.name), Self.json($0.value)) })
        }
    }
}
