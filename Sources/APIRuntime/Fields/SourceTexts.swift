/// How a service wrote members that go out in another form, such as `2024-01-01T00:00:00.1234567Z`, a UUID in capitals,
/// what does not fit, or `null` for a member that would be left out.
///
/// A member that nobody has changed goes out as it came, to the last character. Once it is set to another value, it
/// goes out as any value does. How a value was spelt is no part of it: all source texts are equal.
@_spi(Generated) public struct SourceTexts: Sendable {
    struct Member {
        enum Kind {
            case declared, additional
            /// Of an object that has no additional properties.
            case undeclared
            /// A declared one whose value is an invented one.
            case placeholder
        }

        let name: String
        /// As it came; `nil` if it was absent, and what is meant, or a placeholder, stands for it.
        let source: EncodedValue?
        /// As the value that was read is written; `nil` if there was none to read.
        let value: EncodedValue?
        var kind = Kind.declared
    }

    private var members: [MemberName: Member] = [:]

    /// Creates a value for an object that did not come from a service.
    public init() {}

    var isEmpty: Bool { members.isEmpty }

    mutating func append(_ member: Member) { members[MemberName(text: member.name)] = member }

    /// The names of those of a kind, sorted.
    func names(of kind: Member.Kind) -> [String] {
        members.values.filter { $0.kind == kind }.map(\.name).sorted { $0.precedesInUnicode($1) }
    }

    /// The member, if it has this value still.
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
    /// Values are not shown: they may be secrets.
    public var description: String { "\(members.count) members as they came" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Collects the source texts of an object while its members are read.
final class SourceLog {
    private let document: JSONDocument
    private(set) var texts = SourceTexts()

    init(_ document: JSONDocument) { self.document = document }

    /// Keeps how a member came, if it goes out in another form.
    ///
    /// - Parameters:
    ///   - value: The value that was read; `nil` if there was none to read.
    ///   - isDeparture: Whether it is known to be written in another way than it goes out.
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

    /// Keeps a member that the object should not have.
    func keepUndeclared(_ name: String, at node: Int) {
        let source = EncodedValue(document, at: node)
        texts.append(SourceTexts.Member(name: name, source: source, value: nil, kind: .undeclared))
    }

    /// Keeps that a value stands for a member that was absent.
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
