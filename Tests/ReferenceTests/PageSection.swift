/// What the page of a group says about an operation.
struct PageSection {
    private let lines: [Substring]

    /// - Parameter page: The text of the page.
    init?(of operation: String, on page: String) {
        let all = page.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = all.firstIndex(of: "<a id=\"\(operation)\"></a>") else { return nil }
        let rest = all[(start + 1)...]
        lines = Array(rest.prefix { !$0.hasPrefix("<a id=") })
    }

    /// The lines below a heading.
    func lines(below heading: String) -> [Substring] {
        guard let start = lines.firstIndex(of: "### \(heading)") else { return [] }
        return lines[(start + 1)...].prefix { !$0.hasPrefix("### ") }.filter { !$0.isEmpty }
    }

    /// The cells of the table below a heading, without its head.
    func rows(below heading: String) -> [[String]] {
        lines(below: heading).filter { $0.hasPrefix("| ") }.dropFirst(2).map { line in
            line.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false).map {
                String($0).replacing("**", with: "")
            }
        }
    }

    /// The text of an item in front of the first heading.
    func item(_ name: String) -> String? {
        let start = "- \(name): "
        return lines.prefix { !$0.hasPrefix("### ") }.first { $0.hasPrefix(start) }
            .map { String($0.dropFirst(start.count)) }
    }

    func contains(_ line: String) -> Bool { lines.contains { $0 == line } }
}
