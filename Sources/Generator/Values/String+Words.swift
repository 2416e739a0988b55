/// The words in a string, from which names are made in any language.
extension String {
    /// The runs of letters and digits that are valid in identifiers (UAX #31).
    var nameParts: [String] {
        split { !($0.isLetter || $0.isNumber) }.compactMap { part in
            if part.utf8.allSatisfy({ $0 < 0x80 }) { return String(part) }
            let word = part.unicodeScalars.filter(\.isPartOfName)
            return word.isEmpty ? nil : String(String.UnicodeScalarView(word))
        }
    }

    /// The words, separated by punctuation and capitalization: `HTTPServerUrl` is `HTTP`, `Server`, `Url`.
    var nameWords: [String] { nameParts.flatMap { Self.words(ofPart: Array($0)) } }

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

    var capitalizedStart: String { prefix(1).uppercased() + dropFirst() }

    /// The string with a lowercase first letter, or a lowercase first word if that is in capitals: `HTTPServer` is
    /// `httpServer`.
    var lowercasedStart: String {
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

    private static func words(ofPart part: [Character]) -> [String] {
        var words: [String] = []
        var current = ""
        for (index, character) in part.enumerated() {
            if isStart(of: part, at: index), !current.isEmpty {
                words.append(current)
                current = ""
            }
            current.append(character)
        }
        return words + [current]
    }

    /// Whether a word starts at a capital: it follows a lowercase letter, or precedes one (`HTTPServer`), except in a
    /// plural such as `IDs`.
    private static func isStart(of part: [Character], at index: Int) -> Bool {
        guard index > 0, part[index].isUppercase else { return false }
        if !part[index - 1].isUppercase { return true }
        let next = index + 1
        let isPlural = next + 1 == part.count && part[next] == "s"
        return next < part.count && part[next].isLowercase && !isPlural
    }
}

extension Unicode.Scalar {
    /// Whether the scalar may be part of an identifier (UAX #31). Invisible characters, such as joiners, are excluded.
    fileprivate var isPartOfName: Bool {
        !properties.isDefaultIgnorableCodePoint
            && (properties.isXIDContinue || properties.numericType != nil)
    }
}
