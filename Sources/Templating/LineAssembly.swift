/// A line while its pieces come.
struct LineAssembly {
    /// The lists that are open, and first the line itself, as the only element of a list.
    private var lists: [[[Piece]]]

    /// - Parameter start: What stands on the line already.
    init(start: String) {
        lists = [[[.text(start)]]]
    }

    /// Whether a line break would end the line.
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
