/// The marker of a list item (CommonMark, section 5.2).
struct ListMarker {
    /// `nil` for a bullet.
    let number: Int?
    /// The number of blanks in front of it.
    let indentation: Int
    /// The number of characters in front of the content.
    let width: Int

    /// - Parameters:
    ///   - margin: Where the content of the list item around the line starts.
    ///   - isInParagraph: Whether the line may go on with a paragraph, which no number but 1 interrupts.
    init?(of line: String, margin: Int, isInParagraph: Bool) {
        // Each line of all descriptions is looked at, so that a regular expression would take much of the time.
        let bytes = line.utf8
        let blanksInFront = bytes.prefix { $0 == Self.blank }.count
        let start = bytes.dropFirst(blanksInFront)
        let digits = start.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        let rest = start.dropFirst(digits.count)
        guard digits.count <= 9, let sign = rest.first,
            (digits.isEmpty ? Self.bullets : Self.ends).contains(sign)
        else { return nil }
        let blanks = rest.dropFirst().prefix { $0 == Self.blank }.count
        let content = rest.dropFirst(1 + blanks)
        guard blanks > 0, Substring(content).first.map({ !$0.isWhitespace }) ?? false else { return nil }
        let isBreak = digits.isEmpty && content.allSatisfy { $0 == Self.blank || $0 == sign }
        number = Int(Substring(digits))
        indentation = blanksInFront
        width = blanksInFront + digits.count + 1 + (blanks > 4 ? 1 : blanks)
        let canInterrupt = digits.isEmpty || number == 1
        guard indentation - margin <= 3, !isBreak, canInterrupt || !isInParagraph else { return nil }
    }

    private static let blank = UInt8(ascii: " ")
    private static let bullets = Array("-+*".utf8)
    private static let ends = Array(".)".utf8)
}
