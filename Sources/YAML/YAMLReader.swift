import APIGenLibYAML
import APIGenSourceText

/// Parses YAML from the events of libyaml.
struct YAMLReader: ~Copyable {
    /// The target of an anchor.
    private enum Anchor {
        case node(UInt32)
        /// A collection that is not closed yet, and its start.
        case open(Position)
    }

    private var builder: TreeBuilder
    private var lines: LineCursor
    private let parser: EventParser
    private let hidesSeparators: Bool
    private var anchors = ExactDictionary<Anchor>()
    /// The anchors of open collections, each with the depth of its collection.
    private var openAnchors: [(name: String, depth: Int)] = []
    private var documents = 0
    /// The previous scalar, if it was quoted, for errors about text after the closing quote.
    private var lastQuoted: (start: yaml_mark_t, end: yaml_mark_t)?
    private var lineOfProblem: Int?
    /// The continuation lines of quoted and block scalars, which are part of their contents.
    private var linesOfScalars: [ClosedRange<Int>] = []

    /// The bytes have to outlive the reader.
    private init(_ bytes: UnsafeBufferPointer<UInt8>, file: FileID, hidesSeparators: Bool) {
        builder = TreeBuilder(file: file, size: bytes.count)
        lines = LineCursor(bytes)
        parser = EventParser(reading: bytes)
        self.hidesSeparators = hidesSeparators
    }

    /// Parses a text. libyaml rejects blank lines with tabs, which are allowed. After such an error, the text is parsed
    /// again with these lines emptied, to find out which of them belong to scalars, and finally with only the others
    /// emptied.
    static func read(_ text: YAMLText, diagnostics: inout Diagnostics) -> Tree? {
        var outcome = attempt(text)
        if outcome.error != nil, let line = outcome.lineOfProblem, text.isEmpty(line) {
            let lines = attempt(text.emptyingLines(from: line)).linesOfScalars
            outcome = attempt(text.emptyingLines(from: line, besides: lines))
        }
        outcome.found.forward(to: &diagnostics)
        diagnostics.report(outcome.error?.diagnostic)
        return outcome.tree
    }

    private struct Outcome {
        var tree: Tree?
        var error: SyntaxError?
        /// The line of a syntax error, unless it is inside a block scalar, whose lines are contents.
        let lineOfProblem: Int?
        let linesOfScalars: [ClosedRange<Int>]
        let found: Diagnostics
    }

    private static func attempt(_ text: YAMLText) -> Outcome {
        text.bytes.withUnsafeBufferPointer { bytes in
            var reader = YAMLReader(bytes, file: text.file, hidesSeparators: text.hidesSeparators)
            var (tree, problem): (Tree?, SyntaxError?)
            do throws(SyntaxError) {
                try reader.readEvents()
                tree = try reader.builder.finish()
            } catch {
                problem = error
            }
            return Outcome(
                tree: tree, error: problem, lineOfProblem: reader.lineOfProblem,
                linesOfScalars: reader.linesOfScalars, found: reader.builder.diagnostics)
        }
    }

    private mutating func readEvents() throws(SyntaxError) {
        while try advance() != YAML_STREAM_END_EVENT {
            try readEvent()
        }
        if documents == 0 || isBlank { throw SyntaxError(.emptyDocument(in: builder.file)) }
    }

    private mutating func advance() throws(SyntaxError) -> yaml_event_type_t {
        do throws(EventParser.Problem) {
            try parser.advance()
        } catch {
            lineOfProblem = error.context.contains("block scalar") ? nil : error.mark.line
            throw SyntaxError(explain(error))
        }
        return parser.event.pointee.type
    }

    private func explain(_ problem: EventParser.Problem) -> Diagnostic {
        SyntaxProblem(problem, in: lines.bytes, of: builder.file, lastQuoted: lastQuoted).diagnostic
    }

    /// Whether the document is just an empty scalar, as after `---`.
    private var isBlank: Bool {
        guard let root = builder.records.last else { return true }
        return root.kind == .scalar && root.form == .plain && root.count == 0
    }

    private mutating func readEvent() throws(SyntaxError) {
        switch parser.event.pointee.type {
        case YAML_SCALAR_EVENT: try readScalar()
        case YAML_MAPPING_START_EVENT:
            let start = parser.event.pointee.data.mapping_start
            try open(.mapping, tag: start.tag, anchor: start.anchor)
        case YAML_SEQUENCE_START_EVENT:
            let start = parser.event.pointee.data.sequence_start
            try open(.sequence, tag: start.tag, anchor: start.anchor)
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: try close()
        case YAML_ALIAS_EVENT: try readAlias()
        case YAML_DOCUMENT_START_EVENT:
            documents += 1
            if documents > 1 { throw SyntaxError(.secondDocument(at: range)) }
        default: break
        }
    }

    private mutating func readScalar() throws(SyntaxError) {
        let scalar = parser.event.pointee.data.scalar
        let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
        let isQuoted =
            scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE || scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE
        lastQuoted = isQuoted ? (parser.event.pointee.start_mark, parser.event.pointee.end_mark) : nil
        noteLines(isPlain: isPlain)
        let text = UnsafeRawBufferPointer(start: scalar.value, count: scalar.length)
        let position = scalarPosition()
        var form: Record.Form = isPlain ? .plain : .string
        if let tag = scalar.tag {
            form = try resolve(tag, of: String(decoding: text, as: UTF8.self), at: position)
        }
        let node: UInt32
        if hidesSeparators {
            node = Separators.restored(text).withUnsafeBytes { builder.add($0, as: form, at: position) }
        } else {
            node = builder.add(text, as: form, at: position)
        }
        if let anchor = scalar.anchor { anchors[String(cString: anchor)] = .node(node) }
    }

    private mutating func noteLines(isPlain: Bool) {
        let (start, end) = (parser.event.pointee.start_mark, parser.event.pointee.end_mark)
        // A block scalar ends at the start of the next line.
        let last = end.column == 0 ? end.line - 1 : end.line
        if !isPlain, last > start.line { linesOfScalars.append(start.line + 1...last) }
    }

    private mutating func readAlias() throws(SyntaxError) {
        let name = parser.event.pointee.data.alias.anchor.map { String(cString: $0) } ?? ""
        switch anchors[name] {
        case .node(let node): return try builder.add(aliasOf: node, at: position)
        case .open(let start):
            try builder.report(.cyclicAlias(name, at: range, anchor: start.range(in: builder.file)))
        case nil: try builder.report(.undefinedAlias(name, at: range, known: suggestions))
        }
        _ = builder.add(UnsafeRawBufferPointer(start: nil, count: 0), as: .plain, at: position)
    }

    /// The possible corrections of an unknown anchor name; empty if there are too many to compare.
    private var suggestions: [String] {
        anchors.count > 100 ? [] : anchors.keys.filter { $0.utf8.count < 100 }.sorted()
    }

    private mutating func open(
        _ kind: Node.Kind,
        tag: UnsafeMutablePointer<yaml_char_t>?,
        anchor: UnsafeMutablePointer<yaml_char_t>?,
    ) throws(SyntaxError) {
        var position = position
        position.length = 1
        if let tag { try check(tag, of: kind) }
        try builder.open(kind, at: position)
        guard let anchor else { return }
        let name = String(cString: anchor)
        anchors[name] = .open(position)
        openAnchors.append((name, builder.frames.count))
    }

    private mutating func close() throws(SyntaxError) {
        let depth = builder.frames.count
        let node = try builder.close()
        if let anchor = openAnchors.last, anchor.depth == depth {
            anchors[anchor.name] = .node(node)
            openAnchors.removeLast()
        }
    }
}

extension YAMLReader {
    /// The position of the event. Its length is 1 if the event spans several lines.
    private var position: Position {
        let event = parser.event.pointee
        let isOnOneLine = event.start_mark.line == event.end_mark.line
        let length = isOnOneLine ? max(1, event.end_mark.column - event.start_mark.column) : 1
        return Position(
            line: UInt32(event.start_mark.line + 1),
            column: UInt32(event.start_mark.column + 1),
            length: UInt32(length),
        )
    }

    private var range: SourceRange { position.range(in: builder.file) }

    private mutating func scalarPosition() -> Position {
        var position = position
        let event = parser.event
        if event.pointee.start_mark.line != event.pointee.end_mark.line {
            position.length = lines.length(from: position)
        }
        return position
    }

    /// The form of a tagged scalar. A tag that does not match the text is reported.
    private mutating func resolve(
        _ tag: UnsafePointer<yaml_char_t>,
        of text: String,
        at position: Position,
    ) throws(SyntaxError) -> Record.Form {
        let name = String(cString: tag)
        let value = Scalar(resolving: text)
        let range = position.range(in: builder.file)
        switch Tag(name) {
        case .str: return .string
        case let tag? where tag.accepts(value): return tag == .float ? .float : .plain
        case .some: try builder.report(.tagMismatch(Tag.short(name), at: range))
        case nil: try builder.report(.unknownTag(Tag.short(name), at: range))
        }
        return .string
    }

    private mutating func check(_ tag: UnsafePointer<yaml_char_t>, of kind: Node.Kind) throws(SyntaxError) {
        let name = String(cString: tag)
        guard let tag = Tag(name) else {
            return try builder.report(.unknownTag(Tag.short(name), at: range))
        }
        if tag != (kind == .mapping ? .map : .seq) {
            try builder.report(.tagMismatch(Tag.short(name), at: range))
        }
    }
}
