/// Escapes what a character class of ECMA-262 means otherwise in Swift's dialect: nested classes and set operations
/// are characters, and so is a hyphen where no range can be.
struct ClassEscapes {
    private var result = ""
    private var isInClass = false
    /// Whether a hyphen would begin no range: at the start, behind a range, and behind a set such as `\d`.
    private var hyphenIsCharacter = false
    /// Whether a hyphen has begun a range.
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

    /// A character that was the end of a range, or may be the start of one.
    private mutating func endMember() {
        (hyphenIsCharacter, isRangeOpen) = (isRangeOpen, false)
    }

    private static let sets = "dDsSwW"

    /// Whether what follows a hyphen is a set, which ends no range.
    private static func isSet(_ rest: Substring) -> Bool {
        rest.first == "\\" && rest.dropFirst().first.map { sets.contains($0) } ?? false
    }
}
