import APIGenYAML

/// A value in a comparison.
enum Value {
    case scalar(Scalar)
    case collection(Node)

    init(_ node: Node) {
        self = node.scalar.map { .scalar($0) } ?? .collection(node)
    }

    /// The number of characters, elements or members; `nil` for other values (RFC 9535, section 2.4.4).
    var length: Int? {
        switch self {
        case .scalar(.string(let text)): text.unicodeScalars.count
        case .scalar: nil
        case .collection(let node): max(node.elements.count, node.entries.count)
        }
    }

    /// Whether a comparison holds between two values, each of which may be absent (section 2.3.5.2.2).
    static func holds(_ left: Value?, _ comparison: Comparison, _ right: Value?) -> Bool {
        switch comparison {
        case .equal: areEqual(left, right)
        case .unequal: !areEqual(left, right)
        case .less: isLess(left, right)
        case .greater: isLess(right, left)
        case .atMost: isLess(left, right) || areEqual(left, right)
        case .atLeast: isLess(right, left) || areEqual(left, right)
        }
    }

    private static func areEqual(_ left: Value?, _ right: Value?) -> Bool {
        switch (left, right) {
        case (nil, nil): true
        case (.scalar(let left)?, .scalar(let right)?): areEqual(left, right)
        case (.collection(let left)?, .collection(let right)?): areEqual(left, right)
        default: false
        }
    }

    private static func areEqual(_ left: Scalar, _ right: Scalar) -> Bool {
        switch (left, right) {
        case (.integer(let left), .number(let right)): Double(left) == right
        case (.number(let left), .integer(let right)): left == Double(right)
        case (.string(let left), .string(let right)):
            left.unicodeScalars.elementsEqual(right.unicodeScalars)
        default: left == right
        }
    }

    private static func areEqual(_ left: Node, _ right: Node) -> Bool {
        guard left.kind == right.kind, left.elements.count == right.elements.count,
            left.entries.count == right.entries.count
        else { return false }
        return zip(left.elements, right.elements).allSatisfy { areEqual(Value($0), Value($1)) }
            && left.entries.allSatisfy { entry in
                guard let other = right[entry.key.text ?? ""] else { return false }
                return areEqual(Value(entry.value), Value(other))
            }
    }

    private static func isLess(_ left: Value?, _ right: Value?) -> Bool {
        guard case .scalar(let left)? = left, case .scalar(let right)? = right else { return false }
        switch (left, right) {
        case (.integer(let left), .integer(let right)): return left < right
        case (.integer(let left), .number(let right)): return Double(left) < right
        case (.number(let left), .integer(let right)): return left < Double(right)
        case (.number(let left), .number(let right)): return left < right
        case (.string(let left), .string(let right)):
            return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
        default: return false
        }
    }
}
