/// The fence of a code block (CommonMark, section 4.5).
struct Fence {
    private let mark: Character
    private let count: Int
    /// The number of blanks in front of it.
    let indentation: Int

    init?(openedBy line: some StringProtocol) {
        guard let run = Run(in: line), !(run.mark == "`" && run.rest.contains("`")) else { return nil }
        (mark, count, indentation) = (run.mark, run.count, run.indentation)
    }

    func isClosed(by line: some StringProtocol) -> Bool {
        guard let run = Run(in: line) else { return false }
        return run.mark == mark && run.count >= count && run.indentation < indentation + 4
            && run.rest.allSatisfy(\.isWhitespace)
    }

    var closing: String {
        String(repeating: " ", count: indentation) + String(repeating: mark, count: count)
    }

    private struct Run {
        let mark: Character
        let count: Int
        let indentation: Int
        let rest: String

        init?(in line: some StringProtocol) {
            let content = line.drop { $0 == " " || $0 == "\t" }
            guard let mark = content.first, "`~".contains(mark) else { return nil }
            let run = content.prefix { $0 == mark }
            guard run.count >= 3 else { return nil }
            (self.mark, count, indentation) = (mark, run.count, line.count - content.count)
            rest = String(content[run.endIndex...])
        }
    }
}
