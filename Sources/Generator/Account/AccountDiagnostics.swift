import SourceText

/// What an account can find, in words.
extension Diagnostic {
    static func unaccounted(_ loss: Account.Loss) -> Diagnostic {
        let others = loss.count == 1 ? "" : ", with \(loss.count - 1) more below it"
        return Diagnostic(
            .unaccounted, "the client would lose '\(loss.pointer)'\(others), and nothing says so",
            at: loss.range)
    }
}
