/// The words in a text, as names are made of them in any language.
extension String {
    /// The runs of letters and digits, as far as they are seen and a name may hold them (UAX #31).
    var nameParts: [String] {
        split { !($0.isLetter || $0.isNumber) }.compactMap { part in
            if part.utf8.allSatisfy({ $0 < 0x80 }) { return String(part) }
            let word = part.unicodeScalars.filter(\.isPartOfName)
            return word.isEmpty ? nil : String(String.UnicodeScalarView(word))
        }
    }

    /// The words, by separators and by capitals: `HTTPServerUrl` is `HTTP`, `Server`, `Url`.
    var nameWords: [String] { nameParts.flatMap { Self.words(ofPart: Array($0)) } }

    /// What is the same in all spellings of a name: `created_at`, `createdAt` and `CREATED-AT` have one.
    var nameKey: String {
        let letters = nameParts.joined().lowercased()
        return letters.isEmpty ? self : letters
    }

    /// The parts as one word, with small letters at its start: `GET /users/{id}` is `getUsersId`.
    var camelCased: String {
        let parts = nameParts
        guard let first = parts.first else { return "" }
        return first.lowercasedStart + parts.dropFirst().map(\.capitalizedStart).joined()
    }

    var capitalizedStart: String { prefix(1).uppercased() + dropFirst() }

    /// With a small letter at the start, or several where a word of capitals stands there: `HTTPServer` is `httpServer`.
    var lowercasedStart: String {
        let capitals = prefix { $0.isUppercase }
        if capitals.count == count { return lowercased() }
        let count = max(1, capitals.count - 1)
        return prefix(count).lowercased() + dropFirst(count)
    }

    /// The word for one of many, for the elements of a list: `entries` becomes `entry`.
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

    /// A capital begins a word after a small letter, or before one (`HTTPServer`), but not in `IDs`.
    private static func isStart(of part: [Character], at index: Int) -> Bool {
        guard index > 0, part[index].isUppercase else { return false }
        if !part[index - 1].isUppercase { return true }
        let next = index + 1
        let isPlural = next + 1 == part.count && part[next] == "s"
        return next < part.count && part[next].isLowercase && !isPlural
    }
}

extension Unicode.Scalar {
    /// Letters, digits and their marks (UAX #31), without what has no width, such as a joiner.
    fileprivate var isPartOfName: Bool {
        !properties.isDefaultIgnorableCodePoint
            && (properties.isXIDContinue || properties.numericType != nil)
    }
}
