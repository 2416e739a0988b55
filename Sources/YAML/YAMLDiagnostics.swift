import SourceText

// Everything this module has to tell people.

/// The file as a whole.
extension Diagnostic {
    static func emptyDocument(in file: FileID) -> Diagnostic {
        Diagnostic(code: "empty-document", "the file has no content; write a document, or remove it", at: file.start)
    }

    static func secondDocument(at range: SourceRange) -> Diagnostic {
        Diagnostic(code: "second-document", "a second document begins here; keep one in each file", at: range)
    }

    static func tooLarge(in file: FileID) -> Diagnostic {
        Diagnostic(code: "file-too-large", "the file is larger than 1 GiB; split it", at: file.start)
    }

    static func wrongEncoding(_ encoding: String, in file: FileID) -> Diagnostic {
        Diagnostic(code: "wrong-encoding", "the file is encoded in \(encoding); save it as UTF-8", at: file.start)
    }

    static func invalidUTF8(_ byte: UInt8?, at range: SourceRange) -> Diagnostic {
        let what = byte.map { "the byte 0x\(hex(UInt32($0), digits: 2))" } ?? "the end of the file"
        return Diagnostic(code: "invalid-utf8", "\(what) is not UTF-8 here; save the file as UTF-8", at: range)
    }

    static func controlCharacter(_ value: UInt32, at range: SourceRange) -> Diagnostic {
        let character = "U+\(hex(value, digits: 4))"
        let advice = "remove it, or write it as an escape in double quotes"
        return Diagnostic(
            code: "control-character",
            "the character \(character) is not allowed here; \(advice)",
            at: range,
        )
    }

    static func strayCarriageReturn(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "stray-carriage-return",
            "a carriage return without a line feed; save the file with LF or CRLF line endings",
            at: range,
        )
    }

    static func tooManyMistakes(at range: SourceRange?) -> Diagnostic {
        Diagnostic(code: "too-many-mistakes", "too many mistakes; correct those above first", at: range)
    }

    fileprivate static func hex(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// Enough of a text to know it by.
    fileprivate static func excerpt(_ text: String) -> String {
        String(text.prefix(60).map { $0.isNewline ? " " : $0 }) + (text.count > 60 ? "..." : "")
    }
}

extension FileID {
    fileprivate var start: SourceRange { SourceRange(file: self, line: 1, column: 1) }
}

/// Keys, aliases, tags and depth.
extension Diagnostic {
    static func duplicateKey(_ key: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "duplicate-key",
            "duplicate key '\(excerpt(key))'; remove or rename one of the two",
            at: range,
            notes: [Note("the first is here", at: first)],
        )
    }

    static func collectionKey(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "collection-key",
            "a sequence or mapping cannot be a key; quote text that begins with '[' or '{'",
            at: range,
        )
    }

    static func nestedTooDeeply(at range: SourceRange, limit: Int) -> Diagnostic {
        Diagnostic(code: "nested-too-deeply", "nested more than \(limit) levels deep; flatten this", at: range)
    }

    static func undefinedAlias(_ name: String, at range: SourceRange, known: [String]) -> Diagnostic {
        let name = excerpt(name)
        return Diagnostic(
            code: "undefined-alias",
            "undefined alias '*\(name)'; put '&\(name)' before what it stands for, further up, or quote text that "
                + "begins with '*'" + Suggestion.phrase(for: name, among: known),
            at: range,
        )
    }

    static func cyclicAlias(_ name: String, at range: SourceRange, anchor: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "cyclic-alias",
            "the alias '*\(excerpt(name))' is part of what it stands for, which never ends; use a '$ref'",
            at: range,
            notes: [Note("what it stands for begins here", at: anchor)],
        )
    }

    static func expandsTooFar(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "expands-too-far",
            "this has millions of nodes once its aliases are replaced; use fewer aliases of aliases",
            at: range,
        )
    }

    static func mergeOfNonMapping(at range: SourceRange, value: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "merge-of-non-mapping",
            "'<<' needs a mapping or a list of mappings to merge; quote it if it is an ordinary key",
            at: range,
            notes: [Note("this is not a mapping", at: value)],
        )
    }

    static func unknownTag(_ tag: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "unknown-tag",
            "unknown tag '\(excerpt(tag))'; remove it, or use one of !!str, !!int, !!float, !!bool, !!null, !!map "
                + "and !!seq",
            at: range,
        )
    }

    static func tagMismatch(_ tag: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "tag-mismatch",
            "the value does not fit its tag '\(tag)'; correct it, or remove the tag",
            at: range,
        )
    }
}

/// The syntax of YAML.
extension Diagnostic {
    static func tabInIndentation(at range: SourceRange) -> Diagnostic {
        Diagnostic(code: "tab-in-indentation", "tab in the indentation; use spaces", at: range)
    }

    static func badIndentation(at range: SourceRange, collection: SourceRange?) -> Diagnostic {
        Diagnostic(
            code: "bad-indentation",
            "this is not in line with what comes before; indent it like its siblings",
            at: range,
            notes: collection.map { [Note("the mapping or sequence begins here", at: $0)] } ?? [],
        )
    }

    static func keyInsideValue(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "bad-indentation",
            "this key is indented as part of the value before it; indent it like its siblings",
            at: range,
        )
    }

    static func outsideDocument(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "text-after-document",
            "the document ended before this; indent it like the first line, or remove it",
            at: range,
        )
    }

    static func textAfterQuote(at range: SourceRange, start: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "text-after-quote",
            "text after the closing quote; put all of the value into quotes, with quotes inside as \\\" or ''",
            at: range,
            notes: [Note("the quoted text begins here", at: start)],
        )
    }

    static func missingValue(at range: SourceRange) -> Diagnostic {
        Diagnostic(code: "missing-value", "expected a value; write one, or quote this text", at: range)
    }

    static func unclosedBracket(_ bracket: Character, at range: SourceRange, opening: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "unclosed-bracket",
            "expected ',' or '\(bracket)'; add it, or quote text that has brackets or commas",
            at: range,
            notes: [Note("the bracket was opened here", at: opening)],
        )
    }

    static func truncated(_ bracket: Character, at range: SourceRange, opening: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "unclosed-bracket",
            "the file ends before the closing '\(bracket)'; add what is missing",
            at: range,
            notes: [Note("the bracket was opened here", at: opening)],
        )
    }

    static func unclosedQuote(at range: SourceRange, opening: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "unclosed-quote",
            "the closing quote is missing; add it before this",
            at: range,
            notes: [Note("the quote was opened here", at: opening)],
        )
    }

    static func missingColon(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "missing-colon",
            "expected ':' after this key; add it, or indent the line if it continues the value before it",
            at: range,
        )
    }

    static func missingSpace(at range: SourceRange) -> Diagnostic {
        Diagnostic(code: "missing-space", "expected a space after the ':' of this key; add it", at: range)
    }

    static func keyTooLong(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "key-too-long",
            "the key is longer than 1,024 characters; begin the line with '? '",
            at: range,
        )
    }

    static func colonInValue(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "colon-in-value",
            "': ' in a value without quotes; quote the value, or begin a mapping on a line of its own",
            at: range,
        )
    }

    static func unexpectedDash(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "unexpected-dash",
            "a sequence cannot begin here; begin it on the next line, or quote text that begins with '- '",
            at: range,
        )
    }

    static func reservedCharacter(_ character: Unicode.Scalar, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "reserved-character",
            "text without quotes cannot begin with '\(character)'; quote it",
            at: range,
        )
    }

    static func invalidName(_ indicator: Unicode.Scalar, _ what: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "invalid-\(what)",
            "'\(indicator)' begins the name of an \(what), of letters, digits, '-' and '_'; quote text that begins "
                + "with '\(indicator)'",
            at: range,
        )
    }

    static func invalidTag(at range: SourceRange) -> Diagnostic {
        Diagnostic(code: "invalid-tag", "'!' begins a tag; quote text that begins with '!'", at: range)
    }

    static func invalidBlockHeader(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "invalid-block-scalar",
            "'|' or '>' begins a text on the lines below; put it there, or quote text that begins so",
            at: range,
        )
    }

    static func unknownEscape(_ escape: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "unknown-escape",
            "unknown escape '\(escape)'; write '\\\\' for a backslash, or use single quotes",
            at: range,
        )
    }

    static func invalidUnicodeEscape(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "invalid-unicode-escape",
            "expected a character as \\x, \\u or \\U with 2, 4 or 8 hexadecimal digits; write what is beyond U+FFFF "
                + "with \\U",
            at: range,
        )
    }

    static func unsupportedVersion(at range: SourceRange) -> Diagnostic {
        Diagnostic(code: "unsupported-version", "unsupported version of YAML; write '%YAML 1.2'", at: range)
    }

    static func invalidDirective(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "invalid-directive",
            "'%' begins a %YAML or %TAG directive; correct or remove it, or quote text that begins with '%'",
            at: range,
        )
    }

    static func otherSyntax(_ problem: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(code: "yaml-syntax", "invalid YAML: \(problem); correct it", at: range)
    }
}

/// The syntax of JSON.
extension Diagnostic {
    static func jsonUnexpected(_ character: Unicode.Scalar, wanted: String, at range: SourceRange) -> Diagnostic {
        let isControl = character.properties.generalCategory == .control
        let found = isControl ? "U+\(hex(character.value, digits: 4))" : "'\(character)'"
        return Diagnostic(code: "json-syntax", "expected \(wanted), found \(found); correct it", at: range)
    }

    static func jsonMissingComma(at range: SourceRange) -> Diagnostic {
        Diagnostic(code: "json-missing-comma", "expected ','; add it before this", at: range)
    }

    static func jsonTrailingComma(at range: SourceRange) -> Diagnostic {
        Diagnostic(code: "json-trailing-comma", "comma before a closing bracket; remove it", at: range)
    }

    static func jsonComment(at range: SourceRange) -> Diagnostic {
        Diagnostic(code: "json-comment", "JSON has no comments; remove it, or write YAML", at: range)
    }

    static func jsonSingleQuote(at range: SourceRange) -> Diagnostic {
        Diagnostic(code: "json-single-quote", "JSON has no single quotes; use double quotes", at: range)
    }

    static func jsonUnquotedKey(_ key: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(code: "json-unquoted-key", "key without quotes; write \"\(excerpt(key))\"", at: range)
    }

    static func jsonUnknownWord(_ word: String, at range: SourceRange) -> Diagnostic {
        let word = excerpt(word)
        return Diagnostic(
            code: "json-unknown-word",
            "'\(word)' is not JSON; write true, false, null, a number, or a string in double quotes",
            at: range,
        )
    }

    static func jsonNumber(_ number: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "json-number",
            "'\(excerpt(number))' is not a JSON number; write it in decimal, without '+' or leading zeros, and with "
                + "digits on both sides of a point",
            at: range,
        )
    }

    static func jsonUnknownEscape(_ escape: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "json-unknown-escape",
            "unknown escape '\(escape)'; write '\\\\' for a backslash",
            at: range,
        )
    }

    static func jsonUnicodeEscape(at range: SourceRange) -> Diagnostic {
        Diagnostic(code: "json-unicode-escape", "expected four hexadecimal digits after '\\u'; add them", at: range)
    }

    static func jsonLoneSurrogate(_ escape: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "json-lone-surrogate",
            "'\(escape)' is half of a surrogate pair; add the other half, or write the character itself",
            at: range,
        )
    }

    static func jsonControlCharacter(_ value: UInt32, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: "json-control-character",
            "a control character in a string; write it as \\u\(hex(value, digits: 4))",
            at: range,
        )
    }

    static func jsonTextAfterEnd(at range: SourceRange) -> Diagnostic {
        Diagnostic(code: "json-text-after-end", "the document ended before this; remove the rest", at: range)
    }
}
