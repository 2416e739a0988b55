import ArgumentParser
import APIGenerator
import APIGenSourceText

/// Options for reading a third-party document.
struct DocumentOptions: ParsableArguments {
    @Flag(help: "Treat every mistake in the document as an error.")
    var strict = false

    @Option(
        name: .customLong("rule"),
        help: ArgumentHelp("Treat the mistakes of a code as error, warn or allow.", valueName: "code=level"),
        transform: RuleChange.init(parsing:),
    )
    var rules: [RuleChange] = []

    @Option(
        help: "A gen.yaml. What it says of the document and the output does not count.", completion: .file())
    var config: String?

    @Option(
        name: .customLong("overlay"),
        help: ArgumentHelp(
            "An OpenAPI Overlay that changes the document first; repeat it for more.", valueName: "file"),
        completion: .file(),
    )
    var overlays: [String] = []

    func request(for document: String) -> DocumentRequest {
        DocumentRequest(path: document, configPath: config, overlayPaths: overlays)
    }

    /// What the config says about the run itself.
    func invocation(on disk: Disk, _ report: inout Report) throws -> Invocation? {
        guard let config else { return nil }
        var pipeline = Pipeline(reader: disk, rules: levels)
        let invocation = pipeline.invocation(of: config)
        guard invocation != nil else {
            report.add(pipeline)
            throw ExitCode.invalidInput
        }
        return invocation
    }

    var levels: Rules {
        var levels = strict ? Rules.strict : Rules.lenient
        for rule in rules { levels.levels[rule.rule] = rule.level }
        return levels
    }
}

/// A level for a rule, such as `unknown-field=allow`.
struct RuleChange {
    let rule: Rule
    let level: Rules.Level

    init(parsing argument: String) throws {
        let parts = argument.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw ValidationError("it has to be as 'unknown-field=allow'") }
        let rule = try Rule(parsing: parts[0])
        guard let level = Rules.Level(rawValue: parts[1]) else {
            throw ValidationError(
                "'\(parts[1])' is not a level; it must be one of \(Rules.Level.names.joined(separator: ", "))"
            )
        }
        (self.rule, self.level) = (rule, level)
    }
}
