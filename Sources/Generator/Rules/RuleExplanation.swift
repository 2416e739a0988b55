/// The explanation of a rule, for authors of documents.
public struct RuleExplanation: Sendable {
    /// What is wrong in a document that violates the rule, and how the generator handles it, in one sentence.
    public let meaning: String
    /// How to fix the document, in one sentence.
    public let remedy: String
    /// The smallest document that breaks the rule, in YAML. It leaves out `openapi` and `info`, unless the rule depends
    /// on them.
    public let example: String
}
