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
        guard let match = line.prefixMatch(of: /( *)([\-+*]|\d{1,9}[.)])( +)(\S.*)/) else { return nil }
        let (marker, blanks) = (match.2, match.3.count)
        let isBreak = match.4.allSatisfy { $0 == " " || marker.contains($0) }
        number = Int(marker.dropLast())
        indentation = match.1.count
        width = indentation + marker.count + (blanks > 4 ? 1 : blanks)
        let canInterrupt = marker.count == 1 || number == 1
        guard indentation - margin <= 3, !isBreak, canInterrupt || !isInParagraph else { return nil }
    }
}
