import APIGenYAML

/// Conditions (RFC 9535, section 2.3.5).
extension PathParser {
    /// Parses `a || b`, which has a lower precedence than `&&`.
    mutating func condition() throws(PathError) -> Condition {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else { throw .nestedTooDeeply(at: here) }
        var alternatives = [try conjunction()]
        while takeBehindBlanks("||") { alternatives.append(try conjunction()) }
        return alternatives.count == 1 ? alternatives[0] : .any(alternatives)
    }

    private mutating func conjunction() throws(PathError) -> Condition {
        var parts = [try basicCondition()]
        while takeBehindBlanks("&&") { parts.append(try basicCondition()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func basicCondition() throws(PathError) -> Condition {
        skipBlanks()
        if next == "(" { return try parenthesised() }
        if next == "!" {
            offset += 1
            skipBlanks()
            return .not(next == "(" ? try parenthesised() : try test(of: try term()))
        }
        let left = try term()
        let end = offset
        skipBlanks()
        guard let comparison = Comparison.allCases.first(where: { take($0.rawValue) }) else {
            offset = end
            return try test(of: left)
        }
        skipBlanks()
        let right = try term()
        return .comparison(try operand(left), comparison, try operand(right))
    }

    private mutating func parenthesised() throws(PathError) -> Condition {
        let opening = offset
        offset += 1
        let condition = try condition()
        skipBlanks()
        guard take(")") else {
            throw next == nil ? .unclosed("(", at: opening) : .expected("')', '&&' or '||'", at: here)
        }
        return condition
    }

    private mutating func takeBehindBlanks(_ word: String) -> Bool {
        let end = offset
        skipBlanks()
        if take(word) { return true }
        offset = end
        return false
    }
}

/// The operands of comparisons, and other expressions.
extension PathParser {
    /// An expression whose meaning depends on its context.
    struct Term {
        enum Kind {
            case literal(Scalar)
            case query(Subquery)
            case value(Operand)
            case condition(Condition)
        }

        let kind: Kind
        let range: Range<Int>
    }

    mutating func term() throws(PathError) -> Term {
        let start = offset
        let kind = try termKind()
        return Term(kind: kind, range: start..<offset)
    }

    private mutating func termKind() throws(PathError) -> Term.Kind {
        switch next {
        case "@", "$":
            let isRelative = next == "@"
            offset += 1
            return .query(Subquery(isRelative: isRelative, segments: try segments()))
        case "'", "\"": return .literal(.string(try string()))
        case let digit? where digit == "-" || digit.isDigit: return .literal(try number())
        default: return try word()
        }
    }

    /// `true`, `false`, `null`, or a function.
    private mutating func word() throws(PathError) -> Term.Kind {
        let start = offset
        while let next, next.isWordCharacter(isFirst: offset == start) { offset += 1 }
        let word = text(from: start)
        if next == "(", offset > start { return try function(word, at: start..<offset) }
        switch word {
        case "true": return .literal(.bool(true))
        case "false": return .literal(.bool(false))
        case "null": return .literal(.null)
        case "": throw .expected("'@', '$', a value or a function", at: here)
        default: throw .unknownWord(word, at: start..<offset)
        }
    }

    /// Parses a JSON number (RFC 8259, section 6).
    private mutating func number() throws(PathError) -> Scalar {
        let start = offset
        while let next, next.isDigit || "+-.eE".has(next) { offset += 1 }
        let text = text(from: start)
        guard text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil,
            let value = Double(text)
        else { throw .invalidNumber(text, at: start..<offset) }
        return Int(text).map { .integer($0) } ?? .number(value)
    }

    func test(of term: Term) throws(PathError) -> Condition {
        switch term.kind {
        case .query(let query): return .exists(query)
        case .condition(let condition): return condition
        case .literal, .value: throw .notACondition(at: term.range)
        }
    }

    func operand(_ term: Term) throws(PathError) -> Operand {
        switch term.kind {
        case .literal(let value): return .literal(value)
        case .value(let operand): return operand
        case .query(let query) where query.isSingular: return .query(query)
        case .query: throw .notSingular(at: term.range)
        case .condition: throw .notAValue(at: term.range)
        }
    }
}

extension Unicode.Scalar {
    /// Whether the character is valid in the name of a function (section 2.4).
    fileprivate func isWordCharacter(isFirst: Bool) -> Bool {
        ("a"..."z").contains(self) || !isFirst && (self == "_" || isDigit)
    }
}
