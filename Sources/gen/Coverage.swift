import ArgumentParser
import APIGenerator
import APIGenSourceText

/// Reports how each part of a document is represented.
struct Coverage: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Report how each part of an OpenAPI document is represented in the generated client.",
        discussion: "The exit code is 2 if anything is silently dropped, or if the document has errors.",
    )

    @Argument(help: "The document, in YAML or JSON.", completion: .file())
    var document: String

    @Flag(help: "List each node with its place and what became of it, instead of counting them.")
    var list = false

    @OptionGroup var taking: DocumentOptions

    @OptionGroup var reporting: ReportOptions

    func run() throws { try reporting.reporting { try run(&$0) } }

    private func run(_ report: inout Report) throws {
        var pipeline = Pipeline(reader: Disk(), rules: taking.levels)
        let coverage = report.showingProgress(of: document) {
            pipeline.coverage(of: taking.request(for: document))
        }
        guard let coverage else {
            report.add(pipeline)
            throw ExitCode.invalidInput
        }
        report.add(result: list ? items(of: coverage, in: pipeline) : summary(of: coverage, in: pipeline))
        if !coverage.losses.isEmpty { throw ExitCode.invalidInput }
    }

    /// A line for each node, in the order of the document.
    private func items(of coverage: CoverageReport, in pipeline: Pipeline) -> String {
        coverage.items.map { item in
            "\(place(item.range, in: pipeline)): \(item.outcome.rawValue)  \(item.pointer)\n"
        }.joined()
    }

    private func summary(of coverage: CoverageReport, in pipeline: Pipeline) -> String {
        let losses = coverage.losses.map { loss in
            let count = loss.count == 1 ? "1 node" : "\(loss.count) nodes"
            return "\(place(loss.range, in: pipeline)): unaccounted: \(loss.pointer) (\(count))\n"
        }
        return losses.joined() + coverage.table
    }

    private func place(_ range: SourceRange, in pipeline: Pipeline) -> String {
        "\(pipeline.files[range.file].path):\(range.line):\(range.column)"
    }
}
