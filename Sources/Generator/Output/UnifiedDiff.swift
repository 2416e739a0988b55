/// The difference between two texts, in the format of `diff -u`.
struct UnifiedDiff {
    private enum Line {
        case same(String)
        case removed(String)
        case added(String)

        var isChange: Bool {
            if case .same = self { false } else { true }
        }
    }

    private static let context = 3

    private let path: String
    private let isNew: Bool
    private let isGone: Bool
    private let lines: [Line]

    init(path: String, old: [UInt8]?, new: [UInt8]?) {
        self.path = path
        isNew = old == nil
        isGone = new == nil
        lines = Self.compare(Self.lines(old), with: Self.lines(new))
    }

    var text: String {
        let oldName = isNew ? "/dev/null" : "a/\(path)"
        let newName = isGone ? "/dev/null" : "b/\(path)"
        return "--- \(oldName)\n+++ \(newName)\n" + hunks.map(render).joined()
    }

    private static func lines(_ bytes: [UInt8]?) -> [String] {
        guard let bytes, !bytes.isEmpty else { return [] }
        var lines = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map(String.init)
    }

    private static func compare(_ old: [String], with new: [String]) -> [Line] {
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var lines: [Line] = []
        var (oldIndex, newIndex) = (0, 0)
        while oldIndex < old.count || newIndex < new.count {
            if removed.contains(oldIndex) {
                lines.append(.removed(old[oldIndex]))
                oldIndex += 1
            } else if added.contains(newIndex) {
                lines.append(.added(new[newIndex]))
                newIndex += 1
            } else {
                lines.append(.same(old[oldIndex]))
                (oldIndex, newIndex) = (oldIndex + 1, newIndex + 1)
            }
        }
        return lines
    }

    /// The line ranges around changes. Changes close to one another share a hunk.
    private var hunks: [Range<Int>] {
        var hunks: [Range<Int>] = []
        for index in lines.indices where lines[index].isChange {
            let range = max(0, index - Self.context)..<min(lines.count, index + Self.context + 1)
            if let last = hunks.last, last.upperBound >= range.lowerBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
        return hunks
    }

    private func render(_ hunk: Range<Int>) -> String {
        let (oldStart, newStart) = counts(lines[..<hunk.lowerBound])
        let (oldCount, newCount) = counts(lines[hunk])
        let old = "\(oldCount == 0 ? oldStart : oldStart + 1),\(oldCount)"
        let new = "\(newCount == 0 ? newStart : newStart + 1),\(newCount)"
        return "@@ -\(old) +\(new) @@\n" + lines[hunk].map(Self.render).joined()
    }

    private func counts(_ lines: ArraySlice<Line>) -> (old: Int, new: Int) {
        lines.reduce(into: (0, 0)) { counts, line in
            switch line {
            case .same: counts = (counts.0 + 1, counts.1 + 1)
            case .removed: counts.0 += 1
            case .added: counts.1 += 1
            }
        }
    }

    private static func render(_ line: Line) -> String {
        switch line {
        case .same(let text): " \(text)\n"
        case .removed(let text): "-\(text)\n"
        case .added(let text): "+\(text)\n"
        }
    }
}
