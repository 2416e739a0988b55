/// The syntax tree of a regular expression.
indirect enum Term: Sendable {
    case set(ScalarSet)
    case sequence([Term])
    case choice([Term])
    case repetition(Term, least: Int, most: Int?)
    /// A positive or negative lookahead or lookbehind.
    case look(Term, isBehind: Bool, isNegative: Bool)
    case start
    case end
    case wordBoundary(isNegative: Bool)
}

/// Parses a regular expression of ECMA-262 (section 22.2.1). Of the legacy syntax without the `u` flag (section B.1.2),
/// the unambiguous parts are accepted: literal braces and brackets, and `\-`.
struct PatternParser {
    private var rest: ArraySlice<Unicode.Scalar>
    private var depth = 0

    private static let deepest = 100
    /// The maximum count in a quantifier. It exceeds the length of any string, so that larger counts are equivalent.
    private static let most = 1 << 30

    static func term(of source: String) throws(PatternError) -> Term {
        var parser = PatternParser(rest: ArraySlice(source.unicodeScalars))
        let term = try parser.disjunction()
        guard parser.rest.isEmpty else { throw .syntax }
        return term
    }

    private mutating func disjunction() throws(PatternError) -> Term {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw .tooLarge }
        var choices = [try alternative()]
        while take("|") { choices.append(try alternative()) }
        return choices.count == 1 ? choices[0] : .choice(choices)
    }

    private mutating func alternative() throws(PatternError) -> Term {
        var terms: [Term] = []
        while let next = rest.first, next != "|", next != ")" {
            let term = try atom()
            terms.append(try quantified(term))
        }
        return terms.count == 1 ? terms[0] : .sequence(terms)
    }

    private mutating func atom() throws(PatternError) -> Term {
        switch rest.popFirst() {
        case "^": return .start
        case "$": return .end
        case ".": return .set(ScalarSet([.dot]))
        case "(": return try group()
        case "[": return .set(try characterClass())
        case "\\": return try escape()
        case "*", "+", "?", nil: throw .syntax
        case let scalar?: return .set(ScalarSet([.single(scalar)]))
        }
    }

    private mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text.unicodeScalars) else { return false }
        rest = rest.dropFirst(text.unicodeScalars.count)
        return true
    }
}

// MARK: - Quantifiers

extension PatternParser {
    private mutating func quantified(_ term: Term) throws(PatternError) -> Term {
        guard let (least, most) = try quantifier() else { return term }
        // A lazy quantifier affects which part matches, but not whether there is a match.
        _ = take("?")
        switch term {
        case .start, .end, .wordBoundary: throw .syntax
        case .look(_, let isBehind, _): if isBehind { throw .syntax }
        case .set, .sequence, .choice, .repetition: break
        }
        return .repetition(term, least: least, most: most)
    }

    private mutating func quantifier() throws(PatternError) -> (least: Int, most: Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        let before = rest
        guard take("{"), let least = number() else {
            rest = before
            return nil
        }
        var most: Int? = least
        if take(",") { most = number() }
        guard take("}") else {
            rest = before
            return nil
        }
        if let most, most < least { throw .syntax }
        return (least, most)
    }

    private mutating func number() -> Int? {
        let digits = rest.prefix { ("0"..."9").contains($0) }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        return digits.reduce(0) { min(Self.most, $0 * 10 + Int($1.value - 48)) }
    }
}

// MARK: - Groups

extension PatternParser {
    private mutating func group() throws(PatternError) -> Term {
        let term: Term
        if take("?:") {
            term = try disjunction()
        } else if take("?=") {
            term = .look(try disjunction(), isBehind: false, isNegative: false)
        } else if take("?!") {
            term = .look(try disjunction(), isBehind: false, isNegative: true)
        } else if take("?<=") {
            term = .look(try disjunction(), isBehind: true, isNegative: false)
        } else if take("?<!") {
            term = .look(try disjunction(), isBehind: true, isNegative: true)
        } else if take("?<") {
            try groupName()
            term = try disjunction()
        } else if rest.first == "?" {
            throw .syntax
        } else {
            term = try disjunction()
        }
        guard take(")") else { throw .syntax }
        return term
    }

    private mutating func groupName() throws(PatternError) {
        let name = rest.prefix { $0 != ">" }
        let isName = name.allSatisfy { $0.properties.isIDContinue || $0 == "$" || $0 == "_" }
        guard let first = name.first, !("0"..."9").contains(first), isName, name.count < rest.count else {
            throw .syntax
        }
        rest = rest.dropFirst(name.count + 1)
    }
}

// MARK: - Escapes

extension PatternParser {
    private mutating func escape() throws(PatternError) -> Term {
        guard let letter = rest.first else { throw .syntax }
        switch letter {
        case "b", "B":
            rest.removeFirst()
            return .wordBoundary(isNegative: letter == "B")
        case "k", "1"..."9": throw .notRegular
        default: return .set(ScalarSet([try member()]))
        }
    }

    /// Parses an escape in a character class.
    private mutating func member() throws(PatternError) -> ScalarSet.Member {
        guard let letter = rest.popFirst() else { throw .syntax }
        if let named = ScalarSet.Member.named(letter) { return named }
        switch letter {
        case "p", "P": return try property(isNegative: letter == "P")
        case "t": return .single("\t")
        case "n": return .single("\n")
        case "v": return .single("\u{B}")
        case "f": return .single("\u{C}")
        case "r": return .single("\r")
        case "0":
            if let next = rest.first, ("0"..."9").contains(next) { throw .syntax }
            return .single("\0")
        case "c":
            guard let control = rest.popFirst(), control.isASCII, control.properties.isAlphabetic else {
                throw .syntax
            }
            return .single(Unicode.Scalar(UInt8(control.value % 32)))
        case "x": return .single(try scalar(try hexadecimal(count: 2)))
        case "u": return .single(try unicodeEscape())
        case _ where letter.isASCII && !letter.isWordCharacter: return .single(letter)
        default: throw .syntax
        }
    }

    private mutating func unicodeEscape() throws(PatternError) -> Unicode.Scalar {
        if take("{") {
            let digits = rest.prefix { $0 != "}" }
            guard digits.count <= 8, let code = UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
            else { throw .syntax }
            rest = rest.dropFirst(digits.count)
            guard take("}") else { throw .syntax }
            return try scalar(code)
        }
        let code = try hexadecimal(count: 4)
        guard (0xD800..<0xDC00).contains(code), take("\\u") else { return try scalar(code) }
        let low = try hexadecimal(count: 4)
        guard (0xDC00..<0xE000).contains(low) else { throw .syntax }
        return try scalar(0x10000 + (code - 0xD800) << 10 + (low - 0xDC00))
    }

    private mutating func hexadecimal(count: Int) throws(PatternError) -> UInt32 {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(\.properties.isASCIIHexDigit),
            let code = UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
        else { throw .syntax }
        rest = rest.dropFirst(count)
        return code
    }

    private func scalar(_ code: UInt32) throws(PatternError) -> Unicode.Scalar {
        guard let scalar = Unicode.Scalar(code) else { throw .syntax }
        return scalar
    }

    private mutating func property(isNegative: Bool) throws(PatternError) -> ScalarSet.Member {
        guard take("{") else { throw .syntax }
        let name = rest.prefix { $0 != "}" }
        rest = rest.dropFirst(name.count)
        guard take("}") else { throw .syntax }
        let member: ScalarSet.Member
        switch String(String.UnicodeScalarView(name)) {
        case "Any": member = .range(0...0x10FFFF)
        case "ASCII": member = .range(0...0x7F)
        case let name:
            guard let property = UnicodeProperty(name) else { throw .syntax }
            member = .property(property)
        }
        return isNegative ? .allBut([member]) : member
    }
}

// MARK: - Classes

extension PatternParser {
    private mutating func characterClass() throws(PatternError) -> ScalarSet {
        let isNegative = take("^")
        var members: [ScalarSet.Member] = []
        while !take("]") {
            let first = try classAtom()
            let before = rest
            guard take("-"), rest.first != "]" else {
                rest = before
                members.append(first)
                continue
            }
            let last = try classAtom()
            guard case .range(let one) = first, case .range(let other) = last, one.count == 1,
                other.count == 1
            else {
                // A hyphen before or after a set is a literal (section B.1.2).
                members += [first, .single("-"), last]
                continue
            }
            guard one.lowerBound <= other.lowerBound else { throw .syntax }
            members.append(.range(one.lowerBound...other.lowerBound))
        }
        return ScalarSet(isNegative ? [.allBut(members)] : members)
    }

    private mutating func classAtom() throws(PatternError) -> ScalarSet.Member {
        guard let scalar = rest.popFirst() else { throw .syntax }
        guard scalar == "\\" else { return .single(scalar) }
        if take("b") { return .single("\u{8}") }
        return try member()
    }
}
