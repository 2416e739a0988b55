/// The runs of backticks of a text, which delimit code (CommonMark, section 6.1). Made once, they tell in no time that
/// nothing closes a run.
struct BacktickRuns {
    /// Where the last run of each length starts.
    private var last: [Int: String.Index] = [:]

    init(of text: Substring) {
        guard text.utf8.contains(UInt8(ascii: "`")) else { return }
        var rest = text
        while let start = rest.firstIndex(of: "`") {
            let run = rest[start...].prefix { $0 == "`" }
            last[run.count] = start
            rest = rest[run.endIndex...]
        }
    }

    /// The code whose opening run a text starts with, and the text behind its closing run.
    ///
    /// - Returns: `nil` if nothing closes the run.
    func code(startingAt text: Substring) -> (content: Substring, rest: Substring)? {
        let run = text.prefix { $0 == "`" }
        guard let last = last[run.count], last >= run.endIndex, last < text.endIndex else { return nil }
        var search = text[run.endIndex...]
        while let start = search.firstIndex(of: "`") {
            let end = search[start...].prefix { $0 == "`" }
            if end.count == run.count { return (text[run.endIndex..<start], text[end.endIndex...]) }
            search = search[end.endIndex...]
        }
        return nil
    }
}
