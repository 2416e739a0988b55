/// An expression of an example, which is laid out on one line where it fits.
indirect enum SwiftExpression {
    struct Argument {
        /// `nil` for an argument without a label.
        let label: String?
        let value: SwiftExpression
    }

    case literal(String)
    /// A call. The changes are made by the closure after it, to what it makes.
    case call(String, [Argument], changes: [(property: String, value: SwiftExpression)] = [])
    case list([SwiftExpression])
    /// A dictionary, by literals of its keys.
    case pairs([(key: String, value: SwiftExpression)])

    /// The expression on one line.
    var line: String {
        switch self {
        case .literal(let text): text
        case .call(let callee, let arguments, let changes):
            "\(callee)(\(arguments.map(\.line).joined(separator: ", ")))" + Self.closure(changes)
        case .list(let items): "[\(items.map(\.line).joined(separator: ", "))]"
        case .pairs(let pairs):
            pairs.isEmpty
                ? "[:]" : "[\(pairs.map { "\($0.key): \($0.value.line)" }.joined(separator: ", "))]"
        }
    }

    private static func closure(_ changes: [(property: String, value: SwiftExpression)]) -> String {
        changes.isEmpty
            ? "" : " { \(changes.map { "$0.\($0.property) = \($0.value.line)" }.joined(separator: "; ")) }"
    }

    /// The expression on as many lines as it takes.
    ///
    /// - Parameters:
    ///   - width: The number of columns.
    ///   - indentation: The number of columns in front of the first line.
    func lines(width: Int, after indentation: Int = 0) -> [String] {
        let line = line
        guard indentation + line.count > width || changesCount > 1 else { return [line] }
        switch self {
        case .literal: return [line]
        case .call(let callee, let arguments, let changes):
            return callLines(
                callee, with: arguments, changes: changes, width: width, after: indentation)
        case .list(let items):
            return Self.block(from: "[", of: items.map { ("", $0) }, to: "]", width: width)
        case .pairs(let pairs):
            return Self.block(from: "[", of: pairs.map { ("\($0.key): ", $0.value) }, to: "]", width: width)
        }
    }

    private var changesCount: Int {
        if case .call(_, _, let changes) = self { changes.count } else { 0 }
    }

    private func callLines(
        _ callee: String, with arguments: [Argument],
        changes: [(property: String, value: SwiftExpression)], width: Int, after indentation: Int,
    ) -> [String] {
        let head = SwiftExpression.call(callee, arguments).line
        var lines = [head]
        if indentation + head.count > width, !arguments.isEmpty {
            lines = Self.block(
                from: "\(callee)(", of: arguments.map { ($0.prefix, $0.value) }, to: ")", width: width)
        }
        guard !changes.isEmpty else { return lines }
        lines[lines.count - 1] += " {"
        for change in changes {
            let prefix = "$0.\(change.property) = "
            lines += Self.indented(change.value, after: prefix, before: "", width: width)
        }
        return lines + ["}"]
    }

    private static func block(
        from start: String, of parts: [(prefix: String, value: SwiftExpression)], to end: String, width: Int,
    ) -> [String] {
        [start] + parts.flatMap { indented($0.value, after: $0.prefix, before: ",", width: width) } + [end]
    }

    private static func indented(
        _ value: SwiftExpression, after prefix: String, before suffix: String, width: Int,
    ) -> [String] {
        var lines = value.lines(width: width - 4, after: prefix.count + suffix.count)
        lines[0] = prefix + lines[0]
        lines[lines.count - 1] += suffix
        return lines.map { "    " + $0 }
    }
}

extension SwiftExpression.Argument {
    fileprivate var prefix: String { label.map { "\($0): " } ?? "" }
    fileprivate var line: String { prefix + value.line }
}
