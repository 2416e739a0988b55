import ArgumentParser
import APIGenEmbeddedFiles
import APIGenerator
import APIGenSourceText

/// Options for the templates.
struct TemplateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder with templates to use in place of those of the same names. 'gen templates export' writes them all.",
            valueName: "folder"),
        completion: .directory,
    )
    var templates: String?

    private static let codeFolder = "Templates/Swift"
    /// The folders of the pages about a client, and of tests of it.
    private static let pageFolders = [
        "Templates/Markdown", "Templates/HTML", "Templates/DocC", "Templates/Tests",
    ]

    /// The templates of the binary, whose names differ.
    static let embedded = ([codeFolder] + pageFolders).flatMap(EmbeddedFiles.all)

    /// The embedded templates, with those in a folder in the place of some.
    static func files(
        replacedBy folder: String? = nil,
        by disk: Disk,
    ) -> (code: [SourceFile], pages: [SourceFile], mistakes: [Diagnostic]) {
        let own = folder.map { replacements(in: $0, by: disk) } ?? (files: [:], mistakes: [])
        func files(below folder: String) -> [SourceFile] {
            EmbeddedFiles.all(below: folder).map { file in
                own.files[file.path]
                    ?? SourceFile(path: "\(folder)/\(file.path)", bytes: Array(file.text.utf8))
            }
        }
        return (files(below: codeFolder), pageFolders.flatMap(files), own.mistakes)
    }

    /// The templates in a folder, by name.
    private static func replacements(
        in folder: String,
        by disk: Disk,
    ) -> (files: [String: SourceFile], mistakes: [Diagnostic]) {
        var (files, mistakes): ([String: SourceFile], [Diagnostic]) = ([:], [])
        let known = embedded.map(\.path)
        let names: [String]
        do {
            names = try disk.files(in: folder)
        } catch {
            return ([:], [.unreadTemplates(folder, error)])
        }
        for name in names {
            let path = "\(folder)/\(name)"
            guard known.contains(name) else {
                mistakes.append(.strayTemplate(path, named: name, among: known))
                continue
            }
            do {
                files[name] = SourceFile(path: path, bytes: try disk.read(path))
            } catch {
                mistakes.append(.unread(path, error))
            }
        }
        return (files, mistakes)
    }
}
