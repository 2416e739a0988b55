import APIGenSourceText

/// A pass of lowering, which reads the document and adds to the API.
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
    /// Assigns a name in a scope.
    ///
    /// - Parameters:
    ///   - words: The words of the preferred name.
    ///   - others: The words of alternatives, used in order if a name is taken.
    ///   - source: The name in the document; `nil` if it is the words.
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
