import Foundation

/// A place where JSON differs from the document, but was decoded.
struct Departure {
    /// The node of the value, or of the object if a member is absent.
    let node: Int
    /// The name of the absent member.
    let member: String?
    /// What was expected, in words.
    let expected: String
}

/// Collects the departures of a JSON text during decoding. A class, since all decoders of a text share it.
final class DepartureLog {
    /// Whether an alternative of a union is being tried: then only the syntax of formatted strings may deviate, and
    /// nullable properties may be absent.
    let isTrial: Bool
    private(set) var departures: [Departure] = []
    /// The number of departures whose source text is not yet recorded by an object.
    var unkept = 0
    /// The types whose placeholders are being made, to detect recursion.
    private var pending: Set<ObjectIdentifier> = []
    /// The placeholders made so far, by type.
    private var placeholders: [ObjectIdentifier: Any] = [:]

    init(isTrial: Bool = false) { self.isTrial = isTrial }

    var count: Int { departures.count }

    func append(_ departure: Departure) {
        departures.append(departure)
        unkept += 1
    }

    func append(contentsOf other: DepartureLog) {
        departures += other.departures
        unkept += other.unkept
    }

    /// Removes the departures of a value that is not used.
    func removeAll(after count: Int) { departures.removeLast(departures.count - count) }

    /// A placeholder for a value that is absent or does not match.
    ///
    /// - Returns: `nil` if there is none: the type contains itself, or accepts none of the placeholders.
    func placeholder<Value: Decodable>(_ type: Value.Type = Value.self) -> Value? {
        let id = ObjectIdentifier(type)
        if let value = placeholders[id] as? Value { return value }
        guard pending.insert(id).inserted else { return nil }
        defer { pending.remove(id) }
        let (count, unkept) = (count, unkept)
        defer {
            removeAll(after: count)
            self.unkept = unkept
        }
        let value = Self.placeholders.lazy.compactMap { document in
            try? JSONNodeDecoder(document: document, node: 0, log: self).decode(type)
        }.first
        placeholders[id] = value
        return value
    }

    /// The placeholder of a type is decoded from the first of these that it accepts.
    private static let placeholders = [
        "null", "\"\"", "0", "false", "{}", "\"about:blank\"", "\"0001-01-01T00:00:00Z\"",
        "\"00000000-0000-0000-0000-000000000000\"",
    ].compactMap { text in try? JSONDocument(Data(text.utf8), reading: .substituting) }
}
