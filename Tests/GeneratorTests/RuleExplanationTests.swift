import Blocking
import APIGenerator
import APIGenSourceText
import Testing

/// Every rule is explained, and its example breaks it.
@Suite(.blocking) struct RuleExplanationTests {
    /// What an example breaks besides its rule, because no document could break that alone.
    private static let furtherRules: [Rule: Set<Rule>] = [
        // The keys of a mapping differ, so that one of two keys for the same status is not written as one.
        .duplicateStatus: [.looseStatus]
    ]

    @Test(arguments: Rule.allCases)
    func breaksNothingElse(_ rule: Rule) {
        let example = rule.explanation.example
        let isWhole = example.contains("openapi:")
        let head = isWhole ? "" : "openapi: 3.1.0\ninfo: {title: Shop, version: \"1\"}\n"
        var pipeline = Pipeline(reader: ExampleReader(document: head + example + "\n"), rules: Self.rules)
        _ = pipeline.generate(
            Service(name: "Shop", document: DocumentRequest(path: "spec.yaml"), source: "spec.yaml"))
        let codes = Set(pipeline.diagnostics.found.map(\.code))
        let expected = Self.furtherRules[rule, default: []].union([rule])
        #expect(codes == Set(expected.map(\.rawValue)))
    }

    @Test(arguments: Rule.allCases)
    func saysItInOneSentence(_ rule: Rule) {
        for text in [rule.explanation.meaning, rule.explanation.remedy] {
            #expect(text.hasSuffix("."))
            #expect(!text.dropLast().contains(". "))
            #expect(text.count <= 160)
        }
    }

    @Test func saysNothingTwice() {
        let explanations = Rule.allCases.map(\.explanation)
        for texts in [explanations.map(\.meaning), explanations.map(\.remedy), explanations.map(\.example)] {
            #expect(Set(texts).count == Rule.allCases.count)
        }
    }

    /// Everything is reported, and nothing stops the generator. Only where a loss is an error does it look for one.
    private static let rules: Rules = {
        var rules = Rules.lenient
        for rule in Rule.allCases { rules.levels[rule] = rule == .unaccounted ? .error : .warn }
        return rules
    }()
}

/// The example is the only file there is.
private struct ExampleReader: FileReader {
    let document: String

    func read(_ path: String) throws(FileFailure) -> [UInt8] {
        guard path == "spec.yaml" else { throw .missing }
        return Array(document.utf8)
    }
}
