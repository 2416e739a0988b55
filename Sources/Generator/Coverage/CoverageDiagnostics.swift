import APIGenSourceText

/// The diagnostics of a coverage report.
extension Diagnostic {
    static func unaccounted(_ loss: CoverageReport.Loss) -> Diagnostic {
        let others = loss.count == 1 ? "" : ", with \(loss.count - 1) more below it"
        return Diagnostic(
            .unaccounted,
            "'\(loss.pointer)'\(others) is dropped without a diagnostic; waive it in gen.yaml, or report a bug",
            at: loss.range,
        )
    }
}
