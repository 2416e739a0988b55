import Foundation

/// A place where a JSON text differs from what the document says, and was read all the same.
struct Departure {
    /// The value; the object, if a member is absent.
    let node: Int
    /// The name of the absent member.
    let member: String?
    /// What should be there, in words that follow "expected".
    let expected: String
}

/// Collects the departures in a text while it is decoded. A class, since all decoders of a text share it.
final class DepartureLog {
    /// Whether it is asked if a text is a certain case of a union: then only the form of a text may differ, and what
    /// may be `null` be absent.
    let isTrial: Bool
    private(set) var departures: [Departure] = []
    /// How many values were read, of which no object keeps yet how they came.
    var unkept = 0
    /// The types of which a placeholder is being made.
    private var pending: Set<ObjectIdentifier> = []
    /// The placeholders that were made, by their types.
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

    /// Forgets those in a value that is not used.
    func removeAll(after count: Int) { departures.removeLast(departures.count - count) }

    /// A value that stands for one that is absent or does not fit.
    ///
    /// - Returns: `nil` if there is none: the type holds itself, or knows its own values only.
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

    /// Of the first that fits a type, the placeholder is read.
    private static let placeholders = [
        "null", "\"\"", "0", "false", "{}", "\"about:blank\"", "\"0001-01-01T00:00:00Z\"",
        "\"00000000-0000-0000-0000-000000000000\"",
    ].compactMap { text in try? JSONDocument(Data(text.utf8), reading: .substituting) }
}
