/// One thing to tell about the input, at its place.
public struct Diagnostic: Sendable {
    public enum Severity: String, Sendable {
        case error, warning
    }

    /// A second place that explains the first, such as where a name was used before.
    public struct Note: Hashable, Sendable {
        public let message: String
        public let range: SourceRange?

        public init(_ message: String, at range: SourceRange? = nil) {
            self.message = message
            self.range = range
        }
    }

    public fileprivate(set) var severity: Severity = .error
    /// The rule that was broken, if the generator can go on in spite of it, with what it says it makes of it. Then
    /// ``Rules`` decide whether it is an error.
    public let rule: Rule?
    /// A stable name of the kind of mistake, such as `duplicate-key`.
    public let code: String
    public let message: String
    /// `nil` where the mistake has no place, such as a file that is missing.
    public let range: SourceRange?
    public var notes: [Note]

    /// A mistake that leaves nothing to go on with.
    public init(code: String, _ message: String, at range: SourceRange?, notes: [Note] = []) {
        self.init(rule: nil, code: code, message: message, range: range, notes: notes)
    }

    /// A mistake from which the generator can recover.
    public init(_ rule: Rule, _ message: String, at range: SourceRange?, notes: [Note] = []) {
        self.init(rule: rule, code: rule.rawValue, message: message, range: range, notes: notes)
    }

    private init(rule: Rule?, code: String, message: String, range: SourceRange?, notes: [Note]) {
        self.rule = rule
        self.code = code
        self.message = message
        self.range = range
        self.notes = notes
    }
}

/// What has been reported so far. Passed `inout` from stage to stage, so that one run shows every mistake.
public struct Diagnostics: Sendable {
    /// What tells one diagnostic from another.
    private struct Key: Hashable {
        let code: String
        let message: String
        let range: SourceRange?
    }

    private var reported: [Diagnostic] = []
    private var allowed: [Diagnostic] = []
    private var keys: Set<Key> = []
    /// What counts as an error among what is reported from now on.
    public var rules: Rules
    /// Files that are not the document's, such as its overlays: they are the reader's own to mend.
    public var ownFiles: Set<FileID> = []

    public init(rules: Rules = .strict) {
        self.rules = rules
    }

    public var hasErrors: Bool { reported.contains { $0.severity == .error } }
    public var isEmpty: Bool { reported.isEmpty }

    /// Reports what a check found; nothing if it found nothing, or what is known already: a node may stand in
    /// several places of a document, by an alias or an overlay.
    public mutating func report(_ diagnostic: Diagnostic?) {
        guard var diagnostic else { return }
        let key = Key(code: diagnostic.code, message: diagnostic.message, range: diagnostic.range)
        if let rule = diagnostic.rule {
            let isOwn = diagnostic.range.map { ownFiles.contains($0.file) } ?? false
            switch isOwn ? rules.levelOfOwn(rule) : rules.level(of: rule) {
            case .error: diagnostic.severity = .error
            case .warn: diagnostic.severity = .warning
            case .allow:
                allowed.append(diagnostic)
                return
            }
        }
        guard keys.insert(key).inserted else { return }
        reported.append(diagnostic)
    }

    /// Everything that was found, what the rules allow included, in the order of reporting.
    public var found: [Diagnostic] { reported + allowed }

    /// In the order of files and lines, whatever the order of reporting; what has no place comes first.
    public var sorted: [Diagnostic] {
        let keyed = reported.enumerated().map { (key: ($0.element.range, $0.offset), value: $0.element) }
        return keyed.sorted { Self.precedes($0.key, $1.key) }.map(\.value)
    }

    private static func precedes(_ left: (SourceRange?, Int), _ right: (SourceRange?, Int)) -> Bool {
        func key(_ range: SourceRange?) -> (Int, Int, Int) {
            range.map { ($0.file.index, $0.line, $0.column) } ?? (-1, 0, 0)
        }
        return key(left.0) == key(right.0) ? left.1 < right.1 : key(left.0) < key(right.0)
    }
}
