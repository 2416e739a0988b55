public import APIGenSourceText

/// The source of a template.
public struct TemplateSource: Sendable {
    /// The name by which other templates include it.
    public let name: String
    public let file: SourceFile
    /// Identifies the file in diagnostics.
    public let id: FileID

    public init(name: String, file: SourceFile, id: FileID) {
        self.name = name
        self.file = file
        self.id = id
    }
}

/// A set of templates that can include one another.
///
/// They are written in the syntax of Mustache (mustache.github.io, "mustache(5)"), without escaping, lambdas,
/// set delimiters, dotted names and inheritance:
///
/// - `{{name}}` writes a text. `{{.}}` writes the current text of the innermost section, which is over a list of texts
///   or an optional text.
/// - `{{#name}}`...`{{/name}}` is rendered if a flag is set, if an optional value is present, or for each element of a
///   list; `{{^name}}`...`{{/name}}` is rendered otherwise.
/// - `{{#isFirst}}` and `{{#isLast}}` refer to the innermost list of the same template.
/// - `{{>name}}` includes another template with the innermost view. It has no access to outer views, nor to the list
///   that contains the view. Alone on its line, its indentation applies to every line of the included template that is
///   not empty.
/// - `{{! ... }}` is a comment.
///
/// Three forms lay out their line, which is broken only if it is too long:
///
/// - `{{,name}}`...`{{/name}}` writes the elements of a list separated by commas. In a broken line, each element is on
///   a line of its own, indented by four more columns and followed by a comma.
/// - `{{~name}}`...`{{/name}}` writes a text, or the elements of a list of texts, as words separated by spaces, with as
///   many on a line as fit. Continuation lines start with the body of the section, and have no more room than the
///   first line.
/// - `{{|}}` is a space. In a broken line it is a line break, and the following lines are indented by four more
///   columns. `{{||}}` breaks first: the rest then becomes a separate line, which may fit.
///
///         {{callee}}({{,arguments}}{{.}}{{/arguments}})
///         /// - Returns: {{~words}}///   {{/words}}
///
/// A tag alone on its line, other than a text or a break, is removed together with the line. Names are looked up in the
/// innermost view, then in those of the enclosing sections, and last in the view that all templates have in common.
///
/// All mistakes are found before rendering, even in branches that would never be rendered: those in the syntax when the
/// library is created, and those in the use of names when a template is requested.
///
///     var library = TemplateLibrary(sources, common: NoView.self, diagnostics: &diagnostics)
///     let structFile = library.template("Struct", for: StructView.self, diagnostics: &diagnostics)
///     library.reportUnused(to: &diagnostics)
public struct TemplateLibrary<Common: View>: Sendable {
    private let lineWidth: Int
    private(set) var binder: Binder
    private var requested: [Int] = []
    private(set) var requestedViews: [any View.Type] = []
    private var isFaulty = false

    /// Parses the templates, and reports syntax mistakes and unknown partials.
    ///
    /// - Parameters:
    ///   - common: The type of the view whose fields all templates have in common.
    ///   - lineWidth: The maximum number of columns in lines that may be broken.
    public init(
        _ sources: [TemplateSource], common: Common.Type, lineWidth: Int = 110,
        diagnostics: inout Diagnostics,
    ) {
        self.lineWidth = lineWidth
        var templates = TemplateSet()
        let mistakes = sources.flatMap { templates.add($0) }
        binder = Binder(templates: templates, common: common)
        publish(mistakes + templates.unknownPartials, to: &diagnostics)
    }

    /// Checks a template, and those that it includes, against a view type.
    ///
    /// - Returns: `nil` if any mistake was found so far, in this template or another one of the library.
    public mutating func template<Root: View>(
        _ name: String,
        for view: Root.Type,
        diagnostics: inout Diagnostics,
    ) -> Template<Root, Common>? {
        guard let index = binder.templates[name] else {
            publish([.unknownTemplate(name, among: binder.templates.names)], to: &diagnostics)
            return nil
        }
        requested.append(index)
        requestedViews.append(view)
        let entry = binder.procedure(for: index, view: view, includedBy: nil)
        publish(binder.takeMistakes(), to: &diagnostics)
        return isFaulty ? nil : Template(procedures: binder.procedures, entry: entry, lineWidth: lineWidth)
    }

    /// Reports templates that are not used, and so were never checked. Must be called after all templates have been
    /// requested.
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
