/// The default serialization of a parameter that is an object: the properties that its `encode(to:)` writes, in that
/// order.
///
/// Generated models that are used as parameters conform without further requirements. Properties that are absent or
/// `null` are omitted (RFC 6570, section 2.3).
extension ParameterValue {
    @_spi(Generated) public var parameter: Parameter {
        guard let value = self as? any Encodable, let encoded = try? ValueEncoder.encode(value) else {
            return .unsendable(reason: "must have a form on the wire")
        }
        return encoded.parameter
    }
}

/// A value whose limits are checked only when it is encoded.
protocol MemberLimited {
    /// The violations of its properties, at their paths below a parameter.
    func brokenMemberLimits(at place: String) -> [Violation]
}

extension Limitable {
    /// The violations of the properties of objects in a parameter.
    func violationsOfMembers(at place: String) -> [Violation] {
        switch self {
        case let value as any MemberLimited: return value.brokenMemberLimits(at: place)
        case is any ScalarValue: return []
        case let value as any Encodable where elements.isEmpty:
            let log = ViolationLog(root: place)
            // Values that cannot be encoded are reported by `parameter`.
            _ = try? ValueEncoder.encode(value, log: log)
            return log.all
        default:
            return elements.flatMap { step, element in
                (element as? any Limitable)?.violationsOfMembers(at: place + step) ?? []
            }
        }
    }
}
