import ArgumentParser
import APIGenerator
import APIGenSourceText

/// Lists the rules that a document may break.
struct ListRules: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List the rules that an OpenAPI document may break.",
        discussion: "Each rule is the code that ends a diagnostic; --rule and gen.yaml set its level.",
    )

    func run() {
        for rule in Rule.allCases.sorted(by: { $0.rawValue < $1.rawValue }) {
            print("\(rule.rawValue): \(rule.explanation.meaning)")
        }
    }
}
