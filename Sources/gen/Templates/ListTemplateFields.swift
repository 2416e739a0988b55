import ArgumentParser
import APIGenerator

/// Lists the fields of the views that templates render.
struct ListTemplateFields: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fields",
        abstract: "List the fields that each template may name.",
        discussion: "The tables are in Markdown.",
    )

    @OptionGroup var reporting: ReportOptions

    func run() throws {
        try reporting.reporting { report in
            let (code, pages, _) = TemplateOptions.files(by: Disk())
            let pipeline = Pipeline(reader: Disk(), templates: code, pages: pages)
            report.add(pipeline)
            guard let fields = pipeline.templateFields else { throw ExitCode.invalidInput }
            report.add(result: fields)
        }
    }
}
