/// The fence of a code block (CommonMark, section 4.5).
struct Fence {
    let mark: Character
    let count: Int

    init?(openedBy line: String) {
        guard let (mark, count, rest) = Self.run(in: line), !(mark == "`" && rest.contains("`")) else {
            return nil
        }
        (self.mark, self.count) = (mark, count)
    }

    func isClosed(by line: String) -> Bool {
        guard let (mark, count, rest) = Self.run(in: line) else { return false }
        return mark == self.mark && count >= self.count && rest.allSatisfy(\.isWhitespace)
    }

    var closing: String { String(repeating: mark, count: count) }

    private static func run(in line: String) -> (mark: Character, count: Int, rest: Substring)? {
        let content = line.drop { $0 == " " }
        guard line.count - content.count <= 3, let mark = content.first, "`~".contains(mark) else {
            return nil
        }
        let run = content.prefix { $0 == mark }
        return run.count < 3 ? nil : (mark, run.count, content[run.endIndex...])
    }
}
