import APIGenSourceText

/// The places of nodes that were omitted with a diagnostic.
///
/// Diagnostics serve as records: the rule determines whether the node at its place is omitted, so that the places that
/// report one need not record it as well.
struct LostNodes {
    /// The violated rules, by the places of diagnostics.
    private let findings: [SourceRange: Set<Rule>]

    init(_ diagnostics: [Diagnostic]) {
        findings = diagnostics.reduce(into: [:]) { findings, diagnostic in
            guard let range = diagnostic.range, let rule = diagnostic.rule else { return }
            findings[range, default: []].insert(rule)
        }
    }

    func hasValue(at range: SourceRange) -> Bool { isFound(Self.ofValues, at: range) }
    func isFaulty(at range: SourceRange) -> Bool { isFound([.missingField], at: range) }
    func hasField(named range: SourceRange) -> Bool { isFound(Self.ofFields, at: range) }

    func isFound(_ rules: Set<Rule>, at range: SourceRange) -> Bool {
        findings[range].map { !$0.isDisjoint(with: rules) } ?? false
    }

    /// Rules whose diagnostics are placed at a value that is omitted.
    private static let ofValues: Set<Rule> = [
        .circularReference, .contradictoryProperties, .duplicateEnumValue, .emptyEnum, .exampleAgainstFormat,
        .furtherEndpoint, .furtherServer, .invalidHeaderName,
        .mappingToNothing, .missingFile, .referenceBeyondFolder, .objectPartAsJSON, .referenceKind,
        .remoteReference, .requiredWithoutProperty, .unknownValue,
        .uncheckedPattern, .unresolvedReference, .unusableServer, .wrongKind,
    ]

    /// Rules whose diagnostics are placed at the key of a field that is omitted.
    private static let ofFields: Set<Rule> = [
        .contentOfBodilessStatus, .duplicateStatus, .invalidMediaType, .invalidMethod, .invalidStatus,
        .mappingBeyondUnion, .objectAsJSONPatch,
        .openPartHeader, .pointlessKeyword, .unappliedEncoding,
        .unknownEncodedProperty, .unknownExtension, .unknownField, .unknownSecurityScheme, .unreadMediaType,
        .unsupportedField,
    ]
}
