import SourceText

/// One of the passes of lowering: it reads the document and its schemas, and adds to the API that is being made.
protocol LoweringPass {
    /// The other passes.
    var lowering: Lowering { get }
}

extension LoweringPass {
    var builder: APIBuilder { lowering.builder }
    var graph: SchemaGraph { lowering.builder.graph }
    var recorder: CoverageRecorder? { lowering.builder.recorder }

    func report(_ diagnostic: Diagnostic?) {
        builder.diagnostics.report(diagnostic)
    }
}

// MARK: - Names

extension LoweringPass {
    /// A name for something that is declared in a scope.
    ///
    /// - Parameters:
    ///   - words: What makes the name.
    ///   - others: What makes it where the name of the words before is taken.
    ///   - source: What the document calls it; `nil` where the words say it.
    func name(
        _ role: API.NameRole,
        _ words: API.NameWords,
        or others: [API.NameWords] = [],
        in scope: API.NameScope,
        for source: String? = nil,
        at range: SourceRange,
    ) -> API.Name {
        builder.names.append(
            API.NameOrigin(role: role, words: [words] + others, scope: scope, source: source, range: range))
        return API.Name(index: builder.names.count - 1)
    }
}
