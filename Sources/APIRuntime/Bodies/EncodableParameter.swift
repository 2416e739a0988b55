/// An object with members of its own as a parameter: what its `encode(to:)` writes, in that order.
///
/// A generated model that occurs as a parameter declares the conformance and needs no more. Members that are absent
/// or `null` are left out (RFC 6570, section 2.3).
extension ParameterValue {
    @_spi(Generated) public var parameter: Parameter {
        guard let value = self as? any Encodable, let encoded = try? ValueEncoder.encode(value) else {
            return .unsendable(reason: "must have a form on the wire")
        }
        return encoded.parameter
    }
}

/// A value that knows the limits of what it holds only when it is written.
protocol MemberLimited {
    /// The limits that its members break, at their places below a parameter.
    func brokenMemberLimits(at place: String) -> [Violation]
}

extension Limitable {
    /// The limits that the members of objects in a parameter break.
    func violationsOfMembers(at place: String) -> [Violation] {
        switch self {
        case let value as any MemberLimited: return value.brokenMemberLimits(at: place)
        case is any ScalarValue: return []
        case let value as any Encodable where elements.isEmpty:
            let log = ViolationLog(root: place)
            // What cannot be written is reported by `parameter`.
            _ = try? ValueEncoder.encode(value, log: log)
            return log.all
        default:
            return elements.flatMap { step, element in
                (element as? any Limitable)?.violationsOfMembers(at: place + step) ?? []
            }
        }
    }
}
