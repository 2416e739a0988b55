/// Escapes characters in character classes of ECMA-262 that have another meaning in Swift's syntax: brackets and set
/// operators, and hyphens that do not form a range.
struct ClassEscapes {
    private var result = ""
    private var isInClass = false
    /// Whether a hyphen would be a literal: at the start, after a range, and after a set such as `\d`.
    private var hyphenIsCharacter = false
    /// Whether the last character was a hyphen that forms a range.
    private var isRangeOpen = false

    static func translated(_ source: String) -> String {
        var escapes = ClassEscapes()
        var rest = Substring(source)
        while let character = rest.popFirst() {
            if character == "\\" {
                escapes.take(escape: rest.popFirst())
            } else if escapes.isInClass {
                escapes.takeInClass(character, before: rest)
            } else {
                escapes.take(character, isInverted: rest.first == "^")
            }
        }
        return escapes.result
    }

    private mutating func take(escape character: Character?) {
        result.append("\\")
        guard let character else { return }
        result.append(character)
        endMember()
        if Self.sets.contains(character) { hyphenIsCharacter = true }
    }

    private mutating func take(_ character: Character, isInverted: Bool) {
        result.append(character)
        guard character == "[" else { return }
        (isInClass, hyphenIsCharacter, isRangeOpen) = (true, !isInverted, false)
    }

    private mutating func takeInClass(_ character: Character, before rest: Substring) {
        switch character {
        case "]":
            isInClass = false
        case "^" where result.last == "[" && !hyphenIsCharacter:
            hyphenIsCharacter = true
            result.append(character)
            return
        case "-" where !hyphenIsCharacter && !isRangeOpen && rest.first != "]" && !Self.isSet(rest):
            isRangeOpen = true
            result.append(character)
            return
        case "[", "&", "~", "-": result.append("\\")
        default: break
        }
        result.append(character)
        endMember()
    }

    /// Called after a character that ends a range, or that may start one.
    private mutating func endMember() {
        (hyphenIsCharacter, isRangeOpen) = (isRangeOpen, false)
    }

    private static let sets = "dDsSwW"

    /// Whether a set follows the hyphen, which cannot end a range.
    private static func isSet(_ rest: Substring) -> Bool {
        rest.first == "\\" && rest.dropFirst().first.map { sets.contains($0) } ?? false
    }
}
