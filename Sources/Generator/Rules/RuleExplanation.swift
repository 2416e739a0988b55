/// The explanation of a rule, for authors of documents.
public struct RuleExplanation: Sendable {
    /// The mistake in a document that violates the rule, and how the generator handles it, in one sentence.
    public let meaning: String
    /// How to fix the document, in one sentence.
    public let remedy: String
    /// A minimal document that violates the rule, in YAML. It omits `openapi` and `info`, unless the rule depends on
    /// them.
    public let example: String
}
