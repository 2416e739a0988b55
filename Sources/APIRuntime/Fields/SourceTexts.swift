/// How a service wrote members that go out in another form, such as `2024-01-01T00:00:00.1234567Z`, a UUID in capitals,
/// a text that is not in its format, or `null` for a member that would be left out.
///
/// A member that nobody has changed goes out as it came, to the last character. Once it is set to another value, it
/// goes out as any value does. How a value was spelt is no part of it: all source texts are equal.
@_spi(Generated) public struct SourceTexts: Sendable {
    struct Member {
        let name: String
        /// As it came.
        let source: EncodedValue
        /// As the value that was read is written; `nil` if there was none to read.
        let value: EncodedValue?
        let isAdditional: Bool
    }

    private var members: [MemberName: Member] = [:]

    /// Creates a value for an object that did not come from a service.
    public init() {}

    var isEmpty: Bool { members.isEmpty }

    mutating func append(_ member: Member) { members[MemberName(text: member.name)] = member }

    /// The names of the additional properties among them, sorted.
    var additionalNames: [String] {
        members.values.filter(\.isAdditional).map(\.name).sorted { $0.precedesInUnicode($1) }
    }

    /// How a member that has this value came, if that differs from how the value is written.
    func source(_ name: String, of value: (any Encodable)?) -> EncodedValue? {
        guard let member = members[MemberName(text: name)] else { return nil }
        switch (member.value, value) {
        case (nil, nil): return member.source
        case (let read?, let value?):
            guard let written = try? ValueEncoder.encode(value), written.isSame(as: read) else { return nil }
            return member.source
        case (nil, _?), (_?, nil): return nil
        }
    }
}

@_spi(Generated) extension SourceTexts: Hashable {
    public static func == (left: Self, right: Self) -> Bool { true }

    public func hash(into hasher: inout Hasher) {}
}

/// Collects the source texts of an object while its members are read.
final class SourceLog {
    private let document: JSONDocument
    private(set) var texts = SourceTexts()

    init(_ document: JSONDocument) { self.document = document }

    /// Keeps how a member came, if it goes out in another form.
    ///
    /// - Parameter value: The value that was read; `nil` if there was none to read.
    func keep(_ name: String, at node: Int, value: (any Decodable)?, isAdditional: Bool) {
        var written: EncodedValue?
        if let value {
            guard let value = value as? any FormattedValue else { return }
            written = try? ValueEncoder.encode(value)
            if written == nil { return }
        }
        let source = EncodedValue(document, at: node)
        if let written, written.isSame(as: source) { return }
        texts.append(
            SourceTexts.Member(name: name, source: source, value: written, isAdditional: isAdditional))
    }
}
