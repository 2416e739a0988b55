public import SourceText

/// The text of a template.
public struct TemplateSource: Sendable {
    /// What other templates include it by.
    public let name: String
    public let file: SourceFile
    /// Names the file in diagnostics.
    public let id: FileID

    public init(name: String, file: SourceFile, id: FileID) {
        self.name = name
        self.file = file
        self.id = id
    }
}

/// The templates that may include one another.
///
/// They are written in the syntax of Mustache (mustache.github.io, "mustache(5)"), without escaping, lambdas,
/// set delimiters, dotted names and inheritance:
///
/// - `{{name}}` writes a text, `{{.}}` the element of the list of texts, or the optional text, whose section is
///   the innermost.
/// - `{{#name}}`...`{{/name}}` is rendered if a flag is set, if something optional is there, or for each
///   element of a list; `{{^name}}`...`{{/name}}` is rendered otherwise.
/// - `{{#isFirst}}` and `{{#isLast}}` are about the innermost list of the same template.
/// - `{{>name}}` includes another template with the innermost view. It sees neither the views around that
///   view, nor the list that it is in. Alone on its line, it indents every line that it yields, but for empty
///   ones.
/// - `{{! ... }}` is a comment.
///
/// Three forms lay out the line that they stand on, which is broken only if it has too many columns:
///
/// - `{{,name}}`...`{{/name}}` writes the elements of a list with commas between them. In a broken line each stands on
///   a line of its own, four columns further in, with a comma behind it.
/// - `{{~name}}`...`{{/name}}` writes a text, or the elements of a list of texts, with blanks between the words, as many
///   on a line as fit. Further lines begin with what stands between the tags, and have no more room than the first.
/// - `{{|}}` is a blank. In a broken line it is a line break, and the lines from there on are four columns further in.
///   `{{||}}` breaks first: what follows is a line of its own then, which may fit.
///
///         {{callee}}({{,arguments}}{{.}}{{/arguments}})
///         /// - Returns: {{~words}}///   {{/words}}
///
/// A tag alone on its line, other than a text or a break, vanishes with its line. Names are looked up in the innermost
/// view, then in those of the sections around it.
///
/// Every mistake is found before anything is rendered, also in branches that would never run: in the syntax
/// when the library is made, in the use of names when a template is asked for.
///
///     var library = TemplateLibrary(sources, diagnostics: &diagnostics)
///     let structFile = library.template("Struct", for: StructView.self, diagnostics: &diagnostics)
///     library.reportUnused(to: &diagnostics)
public struct TemplateLibrary: Sendable {
    private let lineWidth: Int
    private var binder: Binder
    private var requested: [Int] = []
    private var isFaulty = false

    /// Parses the templates, and reports mistakes in their syntax and partials that do not exist.
    ///
    /// - Parameter lineWidth: The columns that lines have which may be broken.
    public init(_ sources: [TemplateSource], lineWidth: Int = 110, diagnostics: inout Diagnostics) {
        self.lineWidth = lineWidth
        var templates = TemplateSet()
        let mistakes = sources.flatMap { templates.add($0) }
        binder = Binder(templates: templates)
        publish(mistakes + templates.unknownPartials, to: &diagnostics)
    }

    /// Checks a template, and those it includes, against a type of views.
    ///
    /// - Returns: `nil` if any mistake was found so far, in this template or another of the library.
    public mutating func template<Root: View>(
        _ name: String,
        for view: Root.Type,
        diagnostics: inout Diagnostics,
    ) -> Template<Root>? {
        guard let index = binder.templates[name] else {
            publish([.unknownTemplate(name, among: binder.templates.names)], to: &diagnostics)
            return nil
        }
        requested.append(index)
        let entry = binder.procedure(for: index, view: view, includedBy: nil)
        publish(binder.takeMistakes(), to: &diagnostics)
        return isFaulty ? nil : Template(procedures: binder.procedures, entry: entry, lineWidth: lineWidth)
    }

    /// Reports the templates that were neither asked for nor included by one that was: nothing has checked
    /// them. To be called when all templates have been asked for.
    public func reportUnused(to diagnostics: inout Diagnostics) {
        for unused in binder.templates.unreachable(from: requested) {
            diagnostics.report(.unusedTemplate(unused.name, at: unused.start))
        }
    }

    private mutating func publish(_ mistakes: [Diagnostic], to diagnostics: inout Diagnostics) {
        mistakes.forEach { diagnostics.report($0) }
        isFaulty = isFaulty || !mistakes.isEmpty
    }
}
