import SourceText

/// One of the passes of lowering: it reads the document and its schemas, and adds to the API that is being made.
protocol LoweringPass {
    /// The other passes.
    var lowering: Lowering { get }
}

extension LoweringPass {
    var builder: APIBuilder { lowering.builder }
    var graph: SchemaGraph { lowering.builder.graph }
    var ledger: Ledger? { lowering.builder.ledger }

    func report(_ diagnostic: Diagnostic?) {
        builder.diagnostics.report(diagnostic)
    }
}

// MARK: - Names

extension LoweringPass {
    /// A name of a scope, after a report if it had to be changed.
    func name(
        _ wanted: String,
        for source: String,
        at range: SourceRange,
        in scope: inout NameScope,
    ) -> Identifier {
        let (name, clash) = scope.claim(wanted, for: source, at: range)
        report(clash)
        return Identifier(text: name)
    }

    /// A name of a scope of the whole API.
    func name(
        _ wanted: String,
        for source: String,
        at range: SourceRange,
        in scope: ReferenceWritableKeyPath<APIBuilder, NameScope>,
    ) -> Identifier {
        let (name, clash) = builder[keyPath: scope].claim(wanted, for: source, at: range)
        report(clash)
        return Identifier(text: name)
    }
}
