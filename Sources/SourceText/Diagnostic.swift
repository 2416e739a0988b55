/// A message about the input, with its source range.
public struct Diagnostic: Sendable {
    public enum Severity: String, Sendable {
        case error, warning
    }

    /// A note with a related source range, such as that of an earlier use of a name.
    public struct Note: Hashable, Sendable {
        public let message: String
        public let range: SourceRange?

        public init(_ message: String, at range: SourceRange? = nil) {
            self.message = message
            self.range = range
        }
    }

    public fileprivate(set) var severity: Severity = .error
    /// The violated rule, if the generator can continue as described in the message. ``Rules`` then determine the
    /// severity.
    public let rule: Rule?
    /// A stable identifier for the kind of mistake, such as `duplicate-key`.
    public let code: String
    public let message: String
    /// `nil` for mistakes without a location, such as a missing file.
    public let range: SourceRange?
    public var notes: [Note]

    /// Creates an error that the generator cannot recover from.
    public init(code: String, _ message: String, at range: SourceRange?, notes: [Note] = []) {
        self.init(rule: nil, code: code, message: message, range: range, notes: notes)
    }

    /// Creates a diagnostic for a mistake that the generator can recover from.
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

/// The diagnostics reported so far. They are passed `inout` from stage to stage, so that one run reports all mistakes.
public struct Diagnostics: Sendable {
    /// The identity of a diagnostic, to detect duplicates.
    private struct Key: Hashable {
        let code: String
        let message: String
        let range: SourceRange?
    }

    private var reported: [Diagnostic] = []
    private var allowed: [Diagnostic] = []
    private var keys: Set<Key> = []
    /// The severity of diagnostics that are reported from now on.
    public var rules: Rules
    /// Files of the user, such as overlays, in which mistakes are errors by default.
    public var ownFiles: Set<FileID> = []

    public init(rules: Rules = .strict) {
        self.rules = rules
    }

    public var hasErrors: Bool { reported.contains { $0.severity == .error } }
    public var isEmpty: Bool { reported.isEmpty }

    /// Reports a diagnostic, if there is one. Duplicates are ignored: a node may occur in a document more than once,
    /// through aliases or overlays.
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

    /// All diagnostics in the order of reporting, including those that the rules allow.
    public var found: [Diagnostic] { reported + allowed }

    /// The diagnostics ordered by file and line. Those without a source range come first.
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
