/// Reads a query (RFC 9535, section 2).
struct PathParser {
    /// The maximum nesting of filters and parentheses.
    static let maximumDepth = 50

    let scalars: [Unicode.Scalar]
    var offset = 0
    var depth = 0

    static func parse(_ text: String) throws(PathError) -> [Segment] {
        var parser = PathParser(scalars: Array(text.unicodeScalars))
        guard parser.take("$") else { throw PathError.noRoot(at: parser.here) }
        let segments = try parser.segments()
        guard parser.next == nil else { throw PathError.unexpected(parser.next, at: parser.here) }
        return segments
    }

    /// Parses the segments after the `$` or `@` of a query.
    mutating func segments() throws(PathError) -> [Segment] {
        var segments: [Segment] = []
        while true {
            let end = offset
            skipBlanks()
            guard let segment = try segment() else {
                offset = end
                return segments
            }
            segments.append(segment)
        }
    }

    private mutating func segment() throws(PathError) -> Segment? {
        let start = offset
        let isDescendant = take("..")
        if !isDescendant, next == "[" || !take(".") {
            guard next == "[" else { return nil }
            let selectors = try bracketed()
            return Segment(isDescendant: false, selectors: selectors, range: start..<offset)
        }
        let selectors = isDescendant && next == "[" ? try bracketed() : [try dotted()]
        return Segment(isDescendant: isDescendant, selectors: selectors, range: start..<offset)
    }

    /// Parses the name or the `*` after a dot.
    private mutating func dotted() throws(PathError) -> Selector {
        if take("*") { return .wildcard }
        let start = offset
        while let next, next.isNameCharacter(isFirst: offset == start) { offset += 1 }
        // Characters that occur in names of paths and extensions, but are not allowed in this notation.
        let isCutShort = next.map { "-/{}~+".unicodeScalars.contains($0) } ?? false
        guard offset > start, !isCutShort else {
            let name = String(String.UnicodeScalarView(scalars[start...].prefix { !".[]()=!<>&|, ".has($0) }))
            throw name.isEmpty ? .expected("a name or '*'", at: here) : .nameNeedsBrackets(name, at: start)
        }
        return .name(text(from: start))
    }

    private mutating func bracketed() throws(PathError) -> [Selector] {
        let opening = offset
        offset += 1
        var selectors: [Selector] = []
        repeat {
            skipBlanks()
            selectors.append(try selector())
            skipBlanks()
        } while take(",")
        guard take("]") else {
            throw next == nil ? .unclosed("[", at: opening) : .expected("',' or ']'", at: here)
        }
        return selectors
    }

    private mutating func selector() throws(PathError) -> Selector {
        if next == "'" || next == "\"" { return .name(try string()) }
        if take("*") { return .wildcard }
        if take("?") {
            skipBlanks()
            return .filter(try condition())
        }
        return try indexOrSlice()
    }

    private mutating func indexOrSlice() throws(PathError) -> Selector {
        let start = try integer()
        let end = offset
        skipBlanks()
        guard take(":") else {
            offset = end
            guard let start else { throw .expected("a name in quotes, an index, '*' or '?'", at: here) }
            return .index(start)
        }
        skipBlanks()
        let stop = try integer()
        skipBlanks()
        var step: Int?
        if take(":") {
            skipBlanks()
            step = try integer()
        }
        return .slice(Slice(start: start, end: stop, step: step ?? 1))
    }

    /// Parses an integer as in I-JSON (RFC 7493, section 2.2); `nil` if there is none.
    private mutating func integer() throws(PathError) -> Int? {
        let start = offset
        let isNegative = take("-")
        while let next, next.isDigit { offset += 1 }
        guard offset > start else { return nil }
        let digits = scalars[(isNegative ? start + 1 : start)..<offset]
        let isPlain = digits.first != "0" || digits.count == 1 && !isNegative
        guard isPlain, let value = Int(text(from: start)), abs(value) < 1 << 53 else {
            throw .invalidInteger(text(from: start), at: start..<offset)
        }
        return value
    }
}

// MARK: - Characters

extension PathParser {
    var next: Unicode.Scalar? { scalars.indices.contains(offset) ? scalars[offset] : nil }

    /// The range of the next character.
    var here: Range<Int> { offset..<min(offset + 1, scalars.count) }

    mutating func take(_ word: String) -> Bool {
        guard scalars[offset...].starts(with: word.unicodeScalars) else { return false }
        offset += word.unicodeScalars.count
        return true
    }

    mutating func skipBlanks() {
        while let next, " \t\n\r".has(next) { offset += 1 }
    }

    func text(from start: Int) -> String {
        String(String.UnicodeScalarView(scalars[start..<offset]))
    }
}

extension String {
    func has(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}

extension Unicode.Scalar {
    var isDigit: Bool { ("0"..."9").contains(self) }

    /// Whether the character is valid in a name after a dot (section 2.5.1.1).
    fileprivate func isNameCharacter(isFirst: Bool) -> Bool {
        switch self {
        case "a"..."z", "A"..."Z", "_": true
        case "0"..."9": !isFirst
        default: value >= 0x80
        }
    }
}
