/// Finds the intended word for a misspelled one.
public enum Suggestion {
    /// Limits on the number of candidates and the distance, so that the cost of each mistake is bounded even if a
    /// document has many of them.
    private static let maximumCount = 1000
    private static let maximumDistance = 16

    /// The candidate nearest to `word`, if at most a third of its bytes differ. The first of equally near candidates is
    /// returned.
    public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let letters = Array(word.utf8.map(lowercased))
        var best: String?
        var limit = max(1, min(letters.count / 3, maximumDistance))
        for candidate in candidates.prefix(maximumCount) {
            // Words of other lengths are too far away in any case.
            guard abs(candidate.utf8.count - letters.count) <= limit, candidate != word,
                let distance = distance(letters, Array(candidate.utf8.map(lowercased)), atMost: limit)
            else { continue }
            best = candidate
            if distance == 0 { break }
            limit = distance - 1
        }
        return best
    }

    /// A phrase such as `; did you mean 'x'?` to append to a message; empty if there is no suggestion.
    public static func phrase(for word: String, among candidates: some Sequence<String>) -> String {
        nearest(to: word, among: candidates).map { "; did you mean '\($0)'?" } ?? ""
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    /// The Levenshtein distance, with a transposition counted once; `nil` if it exceeds the limit.
    private static func distance(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
        // Common prefixes and suffixes do not affect the distance.
        let count = min(left.count, right.count)
        var (start, end) = (0, 0)
        while start < count, left[start] == right[start] { start += 1 }
        while start + end < count, left[left.count - 1 - end] == right[right.count - 1 - end] { end += 1 }
        return distance(left[start..<left.count - end], right[start..<right.count - end], atMost: limit)
    }

    private static func distance(
        _ left: ArraySlice<UInt8>,
        _ right: ArraySlice<UInt8>,
        atMost limit: Int,
    ) -> Int? {
        guard limit > 0 else { return left.isEmpty && right.isEmpty ? 0 : nil }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            // Cells further from the diagonal exceed the limit.
            var current = Array(repeating: limit + 1, count: right.count + 1)
            current[0] = row + 1
            for column in max(0, row - limit)..<min(right.count, row + limit + 1) {
                let other = right[right.startIndex + column]
                let replaced = last[column] + (letter == other ? 0 : 1)
                var cost = min(replaced, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, letter == right[right.startIndex + column - 1],
                    left[left.startIndex + row - 1] == other
                {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current[column + 1] = cost
            }
            // A transposition refers to the row before the last.
            guard min(current.min() ?? 0, last.min() ?? 0) <= limit else { return nil }
            (beforeLast, last) = (last, current)
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }
}
