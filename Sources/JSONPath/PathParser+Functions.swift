import APIGenYAML

/// The functions of RFC 9535, section 2.4.
extension PathParser {
    private enum Function: String, CaseIterable {
        case length, count, match, search, value

        var argumentCount: Int { self == .match || self == .search ? 2 : 1 }
    }

    /// Parses the arguments of a function, starting at the parenthesis, and checks their types.
    mutating func function(_ name: String, at range: Range<Int>) throws(PathError) -> Term.Kind {
        guard let function = Function(rawValue: name) else {
            throw .unknownFunction(name, among: Function.allCases.map(\.rawValue), at: range)
        }
        let arguments = try arguments()
        guard arguments.count == function.argumentCount else {
            throw .argumentCount(name, function.argumentCount, at: range.lowerBound..<offset)
        }
        switch function {
        case .length: return .value(.length(try operand(arguments[0])))
        case .count: return .value(.count(try query(arguments[0])))
        case .value: return .value(.value(try query(arguments[0])))
        case .match, .search: return .condition(try match(arguments, isWhole: function == .match))
        }
    }

    private mutating func arguments() throws(PathError) -> [Term] {
        let opening = offset
        offset += 1
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else { throw .nestedTooDeeply(at: here) }
        var arguments: [Term] = []
        repeat {
            skipBlanks()
            arguments.append(try term())
            skipBlanks()
        } while take(",")
        guard take(")") else {
            throw next == nil ? .unclosed("(", at: opening) : .expected("',' or ')'", at: here)
        }
        return arguments
    }

    private func query(_ term: Term) throws(PathError) -> Subquery {
        guard case .query(let query) = term.kind else { throw .notAQuery(at: term.range) }
        return query
    }

    private func match(_ arguments: [Term], isWhole: Bool) throws(PathError) -> Condition {
        if case .literal(.string(let pattern)) = arguments[1].kind, Pattern(pattern) == nil {
            throw .invalidPattern(at: arguments[1].range)
        }
        return .matches(try operand(arguments[0]), pattern: try operand(arguments[1]), isWhole: isWhole)
    }
}
