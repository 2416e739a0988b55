import ArgumentParser
import Generator
import SourceText

/// Reports how each part of a document is represented.
struct Coverage: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Report how each part of an OpenAPI document is represented in the generated client.",
        discussion: "The exit code is 2 if anything is silently dropped, or if the document has errors.",
    )

    @Argument(help: "The document, in YAML or JSON.")
    var document: String

    @OptionGroup var taking: DocumentOptions

    func run() throws {
        var pipeline = Pipeline(reader: Disk(), rules: taking.levels)
        guard let account = pipeline.account(of: taking.request(for: document)) else {
            Console.report(pipeline)
            throw ExitCode.invalidInput
        }
        for loss in account.losses {
            let file = pipeline.files[loss.range.file].path
            let count = loss.count == 1 ? "1 node" : "\(loss.count) nodes"
            print("\(file):\(loss.range.line):\(loss.range.column): unaccounted: \(loss.pointer) (\(count))")
        }
        print(account.table, terminator: "")
        if !account.losses.isEmpty { throw ExitCode.invalidInput }
    }
}
