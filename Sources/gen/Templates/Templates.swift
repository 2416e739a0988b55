import ArgumentParser

/// What is needed to write templates.
struct Templates: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Export the templates, or list what they may name.",
        subcommands: [ExportTemplates.self, ListTemplateFields.self],
    )
}
