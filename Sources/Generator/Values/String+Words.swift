/// The words in a string, from which names are made in any language.
extension String {
    /// The runs of letters and digits that are valid in identifiers (UAX #31).
    var nameParts: [String] {
        guard !isASCII else { return utf8.split { !$0.isNameLetter }.map { String(Substring($0)) } }
        return split { !($0.isLetter || $0.isNumber) }.compactMap { part in
            let word = part.unicodeScalars.filter(\.isPartOfName)
            return word.isEmpty ? nil : String(String.UnicodeScalarView(word))
        }
    }

    /// The words, separated by punctuation and capitalization: `HTTPServerUrl` is `HTTP`, `Server`, `Url`.
    var nameWords: [String] {
        nameParts.flatMap { part in
            part.isASCII
                ? Array(part.utf8).words.map { String(decoding: $0, as: UTF8.self) }
                : Array(part).words.map { String($0) }
        }
    }

    /// A key that is equal for all spellings of a name, such as `created_at`, `createdAt` and `CREATED-AT`.
    var nameKey: String {
        let letters = nameParts.joined().lowercased()
        return letters.isEmpty ? self : letters
    }

    /// The parts in lower camel case: `GET /users/{id}` is `getUsersId`.
    var camelCased: String {
        let parts = nameParts
        guard let first = parts.first else { return "" }
        return first.lowercasedStart + parts.dropFirst().map(\.capitalizedStart).joined()
    }

    var capitalizedStart: String {
        guard isASCII else { return prefix(1).uppercased() + dropFirst() }
        let count = utf8.first?.isLowercase == true ? 1 : 0
        return utf8.prefix(count).map { String(Unicode.Scalar($0 - 0x20)) }.joined()
            + Substring(utf8.dropFirst(count))
    }

    /// The string with a lowercase first letter, or a lowercase first word if that is in capitals: `HTTPServer` is
    /// `httpServer`.
    var lowercasedStart: String {
        if isASCII, utf8.first?.isUppercase != true { return self }
        let capitals = prefix { $0.isUppercase }
        if capitals.count == count { return lowercased() }
        let count = max(1, capitals.count - 1)
        return prefix(count).lowercased() + dropFirst(count)
    }

    /// The singular of a plural, to name the elements of an array: `entries` becomes `entry`.
    var singular: String {
        for (ending, replacement) in [
            ("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"),
        ]
        where hasSuffix(ending) {
            return dropLast(ending.count) + replacement
        }
        let isPlural = hasSuffix("s") && !["ss", "us", "is"].contains { hasSuffix($0) }
        return isPlural ? String(dropLast()) : self
    }
}

// MARK: - Letters

/// A letter or digit of a name: a byte if the name is ASCII, as nearly all are, and else a character.
private protocol NameLetter: Equatable {
    var isUppercase: Bool { get }
    var isLowercase: Bool { get }
    /// The `s` of `IDs`.
    static var plural: Self { get }
}

extension Character: NameLetter {
    fileprivate static var plural: Character { "s" }
}

extension UInt8: NameLetter {
    fileprivate var isUppercase: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    fileprivate var isLowercase: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    fileprivate var isNameLetter: Bool { isIdentifierCharacter && self != UInt8(ascii: "_") }
    fileprivate static var plural: UInt8 { UInt8(ascii: "s") }
}

extension Array where Element: NameLetter {
    fileprivate var words: [ArraySlice<Element>] {
        let starts = indices.filter { $0 == 0 || isStart(at: $0) }
        return zip(starts, starts.dropFirst() + [count]).map { self[$0..<$1] }
    }

    /// Whether a word starts at a capital: it follows a lowercase letter, or precedes one (`HTTPServer`), except in a
    /// plural such as `IDs`.
    private func isStart(at index: Int) -> Bool {
        guard self[index].isUppercase else { return false }
        if !self[index - 1].isUppercase { return true }
        let next = index + 1
        let isPlural = next + 1 == count && self[next] == .plural
        return next < count && self[next].isLowercase && !isPlural
    }
}

extension Unicode.Scalar {
    /// Whether the scalar may be part of an identifier (UAX #31). Invisible characters, such as joiners, are excluded.
    fileprivate var isPartOfName: Bool {
        !properties.isDefaultIgnorableCodePoint
            && (properties.isXIDContinue || properties.numericType != nil)
    }
}
