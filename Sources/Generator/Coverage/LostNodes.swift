import SourceText

/// The places of what was left out with a diagnostic.
///
/// A diagnostic is the note: its rule says whether what stands at its place is of no use from then on, so that the many
/// places that report one need not say it once more.
struct LostNodes {
    /// The rules that were broken, by the places of the diagnostics.
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

    /// Diagnostics that stand at a value and say that it was left out.
    private static let ofValues: Set<Rule> = [
        .circularReference, .contradictoryProperties, .duplicateEnumValue, .emptyEnum, .exampleAgainstFormat,
        .furtherEndpoint, .furtherServer, .invalidHeaderName,
        .mappingToNothing, .missingFile, .referenceBeyondFolder, .objectPartAsJSON, .referenceKind,
        .remoteReference, .requiredWithoutProperty, .unknownValue,
        .uncheckedPattern, .unresolvedReference, .unusableServer, .wrongKind,
    ]

    /// Diagnostics that stand at the name of a field and say that the field was left out.
    private static let ofFields: Set<Rule> = [
        .contentOfBodilessStatus, .duplicateStatus, .invalidMediaType, .invalidMethod, .invalidStatus,
        .mappingBeyondUnion, .objectAsJSONPatch,
        .openPartHeader, .pointlessKeyword, .unappliedEncoding,
        .unknownEncodedProperty, .unknownExtension, .unknownField, .unknownSecurityScheme, .unreadMediaType,
        .unsupportedField,
    ]
}
