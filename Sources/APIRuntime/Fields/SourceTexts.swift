/// How a service wrote members that go out in another form, such as `2024-01-01T00:00:00.1234567Z`, a UUID in capitals,
/// or a text that is not in its format.
///
/// A member that nobody has changed goes out as it came, to the last character. Once it is set to another value, it
/// goes out as any value does. How a value was spelt is no part of it: all source texts are equal.
public struct SourceTexts: Sendable {
    struct Member {
        let name: String
        /// As it came.
        let source: EncodedValue
        /// As the value that was read is written; `nil` if there was none to read.
        let value: EncodedValue?
        let isAdditional: Bool
    }

    private(set) var members: [Member] = []

    /// Creates a value for an object that did not come from a service.
    public init() {}

    mutating func append(_ member: Member) { members.append(member) }

    /// How a member that has this value came, if that differs from how the value is written.
    func source(_ name: String, of value: (any Encodable)?) -> EncodedValue? {
        guard let member = members.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else { return nil }
        switch (member.value, value) {
        case (nil, nil): return member.source
        case (let read?, let value?):
            guard let written = try? ValueEncoder.encode(value), written.isSame(as: read) else { return nil }
            return member.source
        case (nil, _?), (_?, nil): return nil
        }
    }
}

extension SourceTexts: Hashable {
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
    func keep(_ name: String, _ node: Int, _ value: (any Decodable)?, isAdditional: Bool) {
        var written: EncodedValue?
        if let value {
            guard let value = formatted(value, node) else { return }
            written = try? ValueEncoder.encode(value)
            if written == nil { return }
        }
        let source = EncodedValue(document, node)
        if let written, written.isSame(as: source) { return }
        texts.append(
            SourceTexts.Member(name: name, source: source, value: written, isAdditional: isAdditional))
    }

    /// A value that may go out in another form: of a type that says so or, since a choice may hold one, of any type but
    /// the plainest that scalars and lists of them are read as.
    private func formatted(_ value: any Decodable, _ node: Int) -> (any Encodable)? {
        if let value = value as? any FormattedValue { return value }
        switch document.nodes[node].kind {
        case .object, .null, .true, .false: return nil
        case .array:
            let holdsObjects = document.nodes[node..<document.nodes[node].next].contains {
                $0.kind == .object
            }
            return holdsObjects || value is [String] || value is [Int] ? nil : value as? any Encodable
        case .plainString, .escapedString, .integer, .number:
            return value is String || value is Int ? nil : value as? any Encodable
        }
    }
}
