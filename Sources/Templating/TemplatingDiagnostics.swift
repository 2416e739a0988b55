import APIGenSourceText

// The diagnostics of this module.

// MARK: Tags

extension Diagnostic {
    static func unclosedTag(at range: SourceRange) -> Diagnostic {
        let message = "'{{' is not closed: no '}}' follows on this line, or none before the next '{{'"
        return Diagnostic(code: "unclosed-tag", message, at: range)
    }

    static func unclosedComment(at range: SourceRange) -> Diagnostic {
        let message = "the comment is not closed: no '}}' follows, or none before the next '{{'"
        return Diagnostic(code: "unclosed-tag", message, at: range)
    }

    static func emptyTag(at range: SourceRange) -> Diagnostic {
        Diagnostic(code: "empty-tag", "a tag without a name", at: range)
    }

    static func unsupportedTag(_ sigil: Character, at range: SourceRange) -> Diagnostic {
        let reason =
            switch sigil {
            case "{", "&": "nothing is escaped, write '{{name}}'"
            case "=": "the delimiters are '{{' and '}}'"
            case "|": "a break is '{{|}}', '{{||}}' or '{{/|}}'"
            default: "templates have no inheritance and no dynamic names"
            }
        return Diagnostic(code: "unsupported-tag", "'{{\(sigil)' is not supported: \(reason)", at: range)
    }

    static func unusableName(_ name: String, at range: SourceRange) -> Diagnostic {
        let message = "'\(name)' is not a name: names are made of letters, digits, '_', '-' and '/'"
        return Diagnostic(code: "unusable-name", message, at: range)
    }
}

// MARK: Sections

extension Diagnostic {
    static func unclosedSection(_ opening: Tag) -> Diagnostic {
        Diagnostic(
            code: "unclosed-section",
            "section '\(opening.name)' is not closed; '{{/\(opening.name)}}' is missing",
            at: opening.range,
        )
    }

    static func unopenedSection(_ closing: Tag) -> Diagnostic {
        Diagnostic(code: "unopened-section", "no section '\(closing.name)' is open here", at: closing.range)
    }

    static func mismatchedSection(_ closing: Tag, opening: Tag) -> Diagnostic {
        Diagnostic(
            code: "mismatched-section",
            "'{{/\(closing.name)}}' cannot close section '\(opening.name)'",
            at: closing.range,
            notes: [Note("section '\(opening.name)' is opened here", at: opening.range)],
        )
    }
}

// MARK: Lines

extension Diagnostic {
    static func lineEnd(in opening: Tag) -> Diagnostic {
        Diagnostic(
            code: "line-end",
            "a line ends within section '\(opening.name)', which lays out a line; "
                + "'{{/\(opening.name)}}' is to stand on the line of '{{\(opening.sigil)\(opening.name)}}'",
            at: opening.range,
        )
    }

    static func partialInLine(_ partial: Tag, of opening: Tag) -> Diagnostic {
        Diagnostic(
            code: "line-end",
            "'{{>\(partial.name)}}' has lines of its own, and cannot stand in section '\(opening.name)', "
                + "which lays out a line",
            at: partial.range,
            notes: [Note("section '\(opening.name)' is opened here", at: opening.range)],
        )
    }

    static func nothingToLayOut(_ tag: Tag, content description: String) -> Diagnostic {
        let subject = tag.kind == .list ? "a list" : "a text or a list of texts"
        return Diagnostic(
            code: "nothing-to-lay-out",
            "'\(tag.name)' is \(description); '{{\(tag.sigil)\(tag.name)}}' lays out \(subject)",
            at: tag.range,
        )
    }
}

extension Tag {
    fileprivate var sigil: String { kind == .list ? "," : "~" }
}

// MARK: Templates

extension Diagnostic {
    static func unknownTemplate(_ name: String, among names: [String]) -> Diagnostic {
        let message = "there is no template '\(name)'" + Suggestion.phrase(for: name, among: names)
        return Diagnostic(code: "unknown-template", message, at: nil)
    }

    static func unknownPartial(_ tag: Tag, among names: [String]) -> Diagnostic {
        let message = "there is no template '\(tag.name)'" + Suggestion.phrase(for: tag.name, among: names)
        return Diagnostic(code: "unknown-partial", message, at: tag.range)
    }

    static func duplicateTemplate(_ name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(code: "duplicate-template", "there is another template '\(name)'", at: range)
    }

    static func notUTF8(_ name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(code: "not-utf8", "template '\(name)' is not UTF-8", at: range)
    }

    static func unusedTemplate(_ name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(code: "unused-template", "template '\(name)' is never used", at: range)
    }

    static func endlessRecursion(_ tag: Tag) -> Diagnostic {
        Diagnostic(
            code: "endless-recursion",
            "'{{>\(tag.name)}}' never ends: it comes back here with the same view; "
                + "put it into a section over a view or a list of views",
            at: tag.range,
        )
    }
}

// MARK: Names

extension Diagnostic {
    static func unknownName(_ tag: Tag, in scope: LexicalScope) -> Diagnostic {
        let views = scope.ownViews.reversed().map(\.typeName).joined(separator: " or ")
        let message =
            "no field '\(tag.name)' in \(views)" + Suggestion.phrase(for: tag.name, among: scope.visibleNames)
        return Diagnostic(code: "unknown-name", message, at: tag.range)
    }

    static func notAText(_ tag: Tag, content: FieldContent, of view: ViewSchema) -> Diagnostic {
        Diagnostic(
            code: "not-a-text",
            "'\(tag.name)' of \(view.typeName) is \(content.description), which cannot be written; "
                + "open a section with '{{#\(tag.name)}}'",
            at: tag.range,
        )
    }

    static func writtenPosition(_ tag: Tag) -> Diagnostic {
        let message =
            "'\(tag.name)' is a flag, which cannot be written; open a section with '{{#\(tag.name)}}'"
        return Diagnostic(code: "not-a-text", message, at: tag.range)
    }

    static func unguardedText(_ tag: Tag, of view: ViewSchema) -> Diagnostic {
        Diagnostic(
            code: "unguarded-text",
            "'\(tag.name)' of \(view.typeName) may be absent; "
                + "write it within '{{#\(tag.name)}}' and '{{/\(tag.name)}}'",
            at: tag.range,
        )
    }

    static func notASection(_ tag: Tag, of view: ViewSchema) -> Diagnostic {
        Diagnostic(
            code: "not-a-section",
            "'\(tag.name)' of \(view.typeName) is a text, which is always there; "
                + "sections are for flags, lists, and what may be absent",
            at: tag.range,
        )
    }

    static func noElement(_ tag: Tag) -> Diagnostic {
        Diagnostic(
            code: "no-element",
            "'{{.}}' has no meaning here: the innermost section is not one over texts",
            at: tag.range,
        )
    }

    static func notInList(_ tag: Tag) -> Diagnostic {
        Diagnostic(
            code: "not-in-list",
            "'\(tag.name)' has no meaning here: no section of this template around it is one over a list",
            at: tag.range,
        )
    }
}

// MARK: Fields of views

extension Diagnostic {
    static func duplicateField(_ name: String, of typeName: String) -> Diagnostic {
        Diagnostic(code: "duplicate-field", "\(typeName) has the field '\(name)' twice", at: nil)
    }

    static func reservedField(_ name: String, of typeName: String) -> Diagnostic {
        let message = "\(typeName) has a field '\(name)', which is the name of a flag of every list"
        return Diagnostic(code: "reserved-field", message, at: nil)
    }

    static func unusableField(_ name: String, of typeName: String) -> Diagnostic {
        Diagnostic(code: "unusable-field", "no tag can name the field '\(name)' of \(typeName)", at: nil)
    }
}

extension Diagnostic.Note {
    static func inclusion(_ tag: Tag, with view: ViewSchema) -> Self {
        Self("'\(tag.name)' is included here with \(view.typeName)", at: tag.range)
    }
}

extension FieldContent {
    var description: String {
        switch self {
        case .text: "a text"
        case .flag: "a flag"
        case .optionalText: "an optional text"
        case .texts: "a list of texts"
        case .optionalView: "an optional view"
        case .views: "a list of views"
        }
    }
}
