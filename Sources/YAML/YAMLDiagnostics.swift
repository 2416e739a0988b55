import APIGenSourceText

// The diagnostics of this module.

/// The file as a whole.
extension Diagnostic {
    static func emptyDocument(in file: FileID) -> Self {
        Self(code: "empty-document", "the document is empty; write or remove it", at: file.start)
    }

    static func secondDocument(at range: SourceRange) -> Self {
        Self(code: "second-document", "a second document begins here; keep one in each file", at: range)
    }

    static func tooLarge(in file: FileID) -> Self {
        Self(code: "file-too-large", "the file is larger than 1 GiB; split it", at: file.start)
    }

    static func wrongEncoding(_ encoding: String, in file: FileID) -> Self {
        Self(code: "wrong-encoding", "the file is in \(encoding); save it as UTF-8", at: file.start)
    }

    static func markup(in file: FileID) -> Self {
        Self(code: "markup", "this is HTML or XML, and neither YAML nor JSON", at: file.start)
    }

    static func invalidUTF8(_ byte: UInt8, at range: SourceRange) -> Self {
        let byte = "0x\(hex(UInt32(byte), digits: 2))"
        return Self(code: "invalid-utf8", "the byte \(byte) is not UTF-8; save the file so", at: range)
    }

    static func controlCharacter(_ value: UInt32, at range: SourceRange) -> Self {
        Self(
            code: "control-character",
            "the character U+\(hex(value, digits: 4)) is not allowed here; remove or escape it",
            at: range,
        )
    }

    static func noncharacter(_ value: UInt32, at range: SourceRange) -> Self {
        let name = "U+\(hex(value, digits: 4))"
        return Self(
            code: "noncharacter", "\(name) is a noncharacter (RFC 7493, section 2.1); remove it", at: range)
    }

    static func strayCarriageReturn(at range: SourceRange) -> Self {
        Self(
            code: "stray-carriage-return",
            "a carriage return without a line feed; save the file with LF or CRLF line endings",
            at: range,
        )
    }

    static func tooManyMistakes(at range: SourceRange?) -> Self {
        Self(code: "too-many-mistakes", "too many mistakes; correct those above first", at: range)
    }

    fileprivate static func hex(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// The start of a text, by which it can be recognized.
    fileprivate static func excerpt(_ text: String) -> String {
        String(text.prefix(60).map { $0.isNewline ? " " : $0 }) + (text.count > 60 ? "..." : "")
    }
}

extension FileID {
    fileprivate var start: SourceRange { SourceRange(file: self, line: 1, column: 1) }
}

/// Keys, aliases, tags and depth.
extension Diagnostic {
    static func duplicateKey(_ key: String, at range: SourceRange, first: SourceRange) -> Self {
        Self(
            code: "duplicate-key",
            "duplicate key '\(excerpt(key))'; remove or rename one of the two",
            at: range,
            notes: [Note("the first is here", at: first)],
        )
    }

    static func collectionKey(at range: SourceRange) -> Self {
        Self(
            code: "collection-key",
            "a sequence or mapping cannot be a key; quote text that begins with '[' or '{'",
            at: range,
        )
    }

    static func nestedTooDeeply(at range: SourceRange, limit: Int) -> Self {
        Self(code: "nested-too-deeply", "more than \(limit) levels deep; flatten this", at: range)
    }

    static func undefinedAlias(_ name: String, at range: SourceRange, known: [String]) -> Self {
        let advice = "define it above, or quote text that begins with '*'"
        return Self(
            code: "undefined-alias",
            "undefined alias '*\(excerpt(name))'; \(advice)" + Suggestion.phrase(for: name, among: known),
            at: range,
        )
    }

    static func cyclicAlias(_ name: String, at range: SourceRange, anchor: SourceRange) -> Self {
        Self(
            code: "cyclic-alias",
            "the alias '*\(excerpt(name))' is part of what it stands for, which never ends; use a '$ref'",
            at: range,
            notes: [Note("what it stands for begins here", at: anchor)],
        )
    }

    static func expandsTooFar(at range: SourceRange) -> Self {
        Self(
            code: "expands-too-far",
            "this has millions of nodes once its aliases are replaced; use fewer aliases of aliases",
            at: range,
        )
    }

    static func growsTooFar(at range: SourceRange) -> Self {
        Self(code: "grows-too-far", "the changes add more than a million nodes; add fewer", at: range)
    }

    static func mergeOfNonMapping(at range: SourceRange, value: SourceRange) -> Self {
        Self(
            code: "merge-of-non-mapping",
            "'<<' needs a mapping or a list of mappings to merge; quote it if it is an ordinary key",
            at: range,
            notes: [Note("this is not a mapping", at: value)],
        )
    }

    static func unknownTag(_ tag: String, at range: SourceRange) -> Self {
        Self(
            code: "unknown-tag",
            "unknown tag '\(excerpt(tag))'; remove it, or use !!str, !!int, !!float, !!bool, !!null, !!map or !!seq",
            at: range,
        )
    }

    static func tagMismatch(_ tag: String, at range: SourceRange) -> Self {
        Self(
            code: "tag-mismatch",
            "the value does not fit its tag '\(tag)'; correct it, or remove the tag",
            at: range,
        )
    }
}

/// The syntax of YAML.
extension Diagnostic {
    static func tabInIndentation(at range: SourceRange) -> Self {
        Self(code: "tab-in-indentation", "tab in the indentation; use spaces", at: range)
    }

    static func badIndentation(at range: SourceRange, collection: SourceRange?) -> Self {
        Self(
            code: "bad-indentation",
            "this is not in line with what comes before; indent it like its siblings",
            at: range,
            notes: collection.map { [Note("the mapping or sequence begins here", at: $0)] } ?? [],
        )
    }

    static func keyInsideValue(at range: SourceRange) -> Self {
        Self(
            code: "bad-indentation",
            "this key is indented as part of the value before it; indent it like its siblings",
            at: range,
        )
    }

    static func outsideDocument(at range: SourceRange) -> Self {
        Self(
            code: "text-after-document",
            "the document ended before this; indent it like the first line, or remove it",
            at: range,
        )
    }

    static func textAfterQuote(at range: SourceRange, start: SourceRange) -> Self {
        Self(
            code: "text-after-quote",
            "text after the closing quote; quote all of it, with a quote inside as \\\" or ''",
            at: range,
            notes: [Note("the quoted text begins here", at: start)],
        )
    }

    static func missingValue(at range: SourceRange) -> Self {
        Self(code: "missing-value", "expected a value; write one, or quote this text", at: range)
    }

    static func unclosedBracket(_ bracket: String, at range: SourceRange, opening: SourceRange) -> Self {
        Self(
            code: "unclosed-bracket",
            "expected ',' or '\(bracket)'; add it, or quote text that has brackets or commas",
            at: range,
            notes: [Note("the bracket was opened here", at: opening)],
        )
    }

    static func truncated(_ bracket: String, at range: SourceRange, opening: SourceRange) -> Self {
        Self(
            code: "unclosed-bracket",
            "the file ends before the closing '\(bracket)'; add what is missing",
            at: range,
            notes: [Note("the bracket was opened here", at: opening)],
        )
    }

    static func unclosedQuote(at range: SourceRange, opening: SourceRange) -> Self {
        Self(
            code: "unclosed-quote",
            "the closing quote is missing; add it before this",
            at: range,
            notes: [Note("the quote was opened here", at: opening)],
        )
    }

    static func missingColon(at range: SourceRange) -> Self {
        Self(
            code: "missing-colon",
            "expected ':' after this key; add it, or indent the line if it continues the value before it",
            at: range,
        )
    }

    static func missingSpace(at range: SourceRange) -> Self {
        Self(code: "missing-space", "expected a space after ':'; add it, or quote the text", at: range)
    }

    static func keyTooLong(at range: SourceRange) -> Self {
        Self(
            code: "key-too-long",
            "the key is longer than 1,024 characters; begin the line with '? '",
            at: range,
        )
    }

    static func colonInValue(at range: SourceRange) -> Self {
        Self(
            code: "colon-in-value",
            "': ' in a value without quotes; quote the value, or begin a mapping on a line of its own",
            at: range,
        )
    }

    static func unexpectedDash(at range: SourceRange) -> Self {
        Self(
            code: "unexpected-dash",
            "a sequence cannot begin here; begin it on the next line, or quote text that begins with '- '",
            at: range,
        )
    }

    static func reservedCharacter(_ character: Unicode.Scalar, at range: SourceRange) -> Self {
        Self(
            code: "reserved-character",
            "text without quotes cannot begin with '\(character)'; quote it",
            at: range,
        )
    }

    static func invalidName(_ indicator: String, _ what: String, at range: SourceRange) -> Self {
        Self(
            code: "invalid-\(what)",
            "invalid name of an \(what); use letters and digits, or quote text that begins with '\(indicator)'",
            at: range,
        )
    }

    static func invalidTag(at range: SourceRange) -> Self {
        Self(code: "invalid-tag", "'!' begins a tag; quote text that begins with '!'", at: range)
    }

    static func invalidBlockHeader(at range: SourceRange) -> Self {
        Self(
            code: "invalid-block-scalar",
            "'|' or '>' begins a text on the lines below; put it there, or quote text that begins so",
            at: range,
        )
    }

    static func unknownEscape(_ escape: String, at range: SourceRange) -> Self {
        Self(
            code: "unknown-escape",
            "unknown escape '\(escape)'; write '\\\\' for a backslash, or use single quotes",
            at: range,
        )
    }

    static func invalidUnicodeEscape(at range: SourceRange) -> Self {
        Self(
            code: "invalid-unicode-escape",
            "invalid escape; write a character as \\x12, \\u1234 or, beyond U+FFFF, \\U00012345",
            at: range,
        )
    }

    static func unsupportedVersion(at range: SourceRange) -> Self {
        Self(code: "unsupported-version", "unsupported version of YAML; write '%YAML 1.2'", at: range)
    }

    static func invalidDirective(at range: SourceRange) -> Self {
        Self(
            code: "invalid-directive",
            "invalid %YAML or %TAG directive; remove it, or quote text that begins with '%'",
            at: range,
        )
    }

    static func tooManyDirectives(at range: SourceRange) -> Self {
        Self(code: "too-many-directives", "more than 100 %TAG directives; remove some", at: range)
    }

    static func otherSyntax(_ problem: String, at range: SourceRange) -> Self {
        Self(code: "yaml-syntax", "invalid YAML: \(problem); correct it", at: range)
    }
}

/// The syntax of JSON.
extension Diagnostic {
    static func jsonUnexpected(_ found: Unicode.Scalar, wanted: String, at range: SourceRange) -> Self {
        let isControl = found.properties.generalCategory == .control
        let name = isControl ? "U+\(hex(found.value, digits: 4))" : "'\(found)'"
        return Self(code: "json-syntax", "expected \(wanted), found \(name); correct it", at: range)
    }

    static func jsonMissingComma(at range: SourceRange) -> Self {
        Self(code: "json-missing-comma", "expected ','; add it before this", at: range)
    }

    static func jsonTrailingComma(at range: SourceRange) -> Self {
        Self(code: "json-trailing-comma", "comma before a closing bracket; remove it", at: range)
    }

    static func jsonComment(at range: SourceRange) -> Self {
        Self(code: "json-comment", "JSON has no comments; remove it, or write YAML", at: range)
    }

    static func jsonSingleQuote(at range: SourceRange) -> Self {
        Self(code: "json-single-quote", "JSON has no single quotes; use double quotes", at: range)
    }

    static func jsonUnquotedKey(_ key: String, at range: SourceRange) -> Self {
        Self(code: "json-unquoted-key", "key without quotes; write \"\(excerpt(key))\"", at: range)
    }

    static func jsonUnknownWord(_ word: String, at range: SourceRange) -> Self {
        Self(
            code: "json-unknown-word",
            "'\(excerpt(word))' is not a JSON value; write true, false or null, or quote it",
            at: range,
        )
    }

    static func jsonNumber(_ number: String, at range: SourceRange) -> Self {
        Self(
            code: "json-number",
            "'\(excerpt(number))' is not a JSON number; write it like 0, -1.5 or 2e10",
            at: range,
        )
    }

    static func jsonUnknownEscape(_ escape: String, at range: SourceRange) -> Self {
        Self(
            code: "json-unknown-escape",
            "unknown escape '\(escape)'; write '\\\\' for a backslash",
            at: range,
        )
    }

    static func jsonUnicodeEscape(at range: SourceRange) -> Self {
        Self(code: "json-unicode-escape", "expected four hexadecimal digits; add them", at: range)
    }

    static func jsonLoneSurrogate(_ escape: String, at range: SourceRange) -> Self {
        Self(
            code: "json-lone-surrogate",
            "'\(escape)' is half of a surrogate pair; add the other half, or write the character itself",
            at: range,
        )
    }

    static func jsonControlCharacter(_ value: UInt32, at range: SourceRange) -> Self {
        Self(
            code: "json-control-character",
            "a control character in a string; write it as \\u\(hex(value, digits: 4))",
            at: range,
        )
    }

    static func jsonTextAfterEnd(at range: SourceRange) -> Self {
        Self(code: "json-text-after-end", "the document ended before this; remove the rest", at: range)
    }
}
