import ArgumentParser
import APIGenerator
import APIGenSourceText

/// Explains one rule by an example.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain a rule: what it means, a document that breaks it, and the remedy.",
    )

    @Argument(
        help: ArgumentHelp("The code that ends a diagnostic, such as unknown-field.", valueName: "code"),
        transform: Rule.init(parsing:),
    )
    var rule: Rule

    func run() {
        let explanation = rule.explanation
        let example = explanation.example.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
        print(
            """
            \(rule.rawValue)

            \(explanation.meaning)

            Example:

            \(example)

            Remedy: \(explanation.remedy)
            """)
    }
}

extension Rule {
    /// - Parameter code: The code of a rule, as entered by the user.
    init(parsing code: String) throws {
        guard let rule = Rule(rawValue: code) else {
            let suggestion = Suggestion.phrase(for: code, among: Rule.names)
            throw ValidationError("unknown rule '\(code)'\(suggestion)")
        }
        self = rule
    }
}
