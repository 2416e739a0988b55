/// The source texts of properties that would be encoded differently, such as `2024-01-01T00:00:00.1234567Z`, an
/// uppercase UUID, a value that does not match, or `null` for a property that would be omitted.
///
/// An unchanged property is sent exactly as it was received; once it is set to another value, it is encoded as usual.
/// Source texts do not take part in the equality of models: all of them are equal.
@_spi(Generated) public struct SourceTexts: Sendable {
    struct Member {
        enum Kind {
            case declared, additional
            /// An undeclared property of an object that does not allow additional properties.
            case undeclared
            /// A declared property whose value is a placeholder.
            case placeholder
        }

        let name: String
        /// The value as received; `nil` if the property was absent, and a fallback or a placeholder was used.
        let source: EncodedValue?
        /// The decoded value as it would be encoded; `nil` if none was decoded.
        let value: EncodedValue?
        var kind = Kind.declared
    }

    private var members: [MemberName: Member] = [:]

    /// Creates source texts for an object that was not decoded.
    public init() {}

    var isEmpty: Bool { members.isEmpty }

    mutating func append(_ member: Member) { members[MemberName(text: member.name)] = member }

    /// The names of the properties of a kind, sorted.
    func names(of kind: Member.Kind) -> [String] {
        members.values.filter { $0.kind == kind }.map(\.name).sorted { $0.precedesInUnicode($1) }
    }

    /// The property, if it still has this value.
    func member(_ name: String, of value: (any Encodable)?) -> Member? {
        guard let member = members[MemberName(text: name)] else { return nil }
        switch (member.value, value) {
        case (nil, nil): return member
        case (let read?, let value?):
            guard let written = try? ValueEncoder.encode(value, keepsReadOnly: true),
                written.isSame(as: read)
            else { return nil }
            return member
        case (nil, _?), (_?, nil): return nil
        }
    }
}

@_spi(Generated) extension SourceTexts: Hashable {
    public static func == (left: Self, right: Self) -> Bool { true }

    public func hash(into hasher: inout Hasher) {}
}

@_spi(Generated) extension SourceTexts: CustomStringConvertible, CustomReflectable {
    /// Omits the values, which may be secrets.
    public var description: String { "\(members.count) members as they came" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Records the source texts of an object while it is decoded.
final class SourceLog {
    private let document: JSONDocument
    private(set) var texts = SourceTexts()

    init(_ document: JSONDocument) { self.document = document }

    /// Records the source text of a property, if it would be encoded differently.
    ///
    /// - Parameters:
    ///   - value: The decoded value; `nil` if none was decoded.
    ///   - isDeparture: Whether the source text is known to differ from the encoded value.
    func keep(
        _ name: String, at node: Int, value: (any Decodable)?, isAdditional: Bool, isDeparture: Bool = false,
    ) {
        var written: EncodedValue?
        if let value {
            guard isDeparture || value is any FormattedValue else { return }
            written = Self.written(value)
            if written == nil { return }
        }
        let source = EncodedValue(document, at: node)
        if let written, written.isSame(as: source) { return }
        texts.append(
            SourceTexts.Member(
                name: name, source: source, value: written, kind: isAdditional ? .additional : .declared))
    }

    /// Records an undeclared property.
    func keepUndeclared(_ name: String, at node: Int) {
        let source = EncodedValue(document, at: node)
        texts.append(SourceTexts.Member(name: name, source: source, value: nil, kind: .undeclared))
    }

    /// Records the fallback of an absent property.
    func keepAbsent(_ name: String, value: (any Decodable)?, isPlaceholder: Bool) {
        let written = value.flatMap(Self.written)
        if value != nil, written == nil { return }
        texts.append(
            SourceTexts.Member(
                name: name, source: nil, value: written, kind: isPlaceholder ? .placeholder : .declared))
    }

    private static func written(_ value: any Decodable) -> EncodedValue? {
        (value as? any Encodable).flatMap { try? ValueEncoder.encode($0, keepsReadOnly: true) }
    }
}
