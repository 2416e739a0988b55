/// Collects the pieces of a line.
struct LineAssembly {
    /// The open lists. The line itself is the only element of the first one.
    private var lists: [[[Piece]]]

    /// - Parameter start: The text already on the line.
    init(start: String) {
        lists = [[[.text(start)]]]
    }

    /// Whether all lists are closed, so that a line break ends the line.
    var isComplete: Bool { lists.count == 1 }
    var pieces: [Piece] { lists.first?.first ?? [] }

    mutating func append(_ piece: Piece) {
        let (list, element) = (lists.count - 1, lists[lists.count - 1].count - 1)
        guard element >= 0 else { return lists[list].append([piece]) }
        lists[list][element].append(piece)
    }

    mutating func openList() { lists.append([]) }
    mutating func startElement() { lists[lists.count - 1].append([]) }

    mutating func closeList() -> [[Piece]] {
        isComplete ? [] : lists.removeLast()
    }
}
