/// What a rule demands of a document, in words for those who write documents.
public struct RuleExplanation: Sendable {
    /// What is wrong where the rule is broken, and what the generator does then: one sentence.
    public let meaning: String
    /// What to change in the document: one sentence.
    public let remedy: String
    /// The smallest document that breaks the rule, in YAML. It leaves out `openapi` and `info`, unless the rule depends
    /// on them.
    public let example: String
}
