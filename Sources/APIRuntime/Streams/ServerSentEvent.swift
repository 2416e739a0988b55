import Foundation

/// An event of `text/event-stream`, without further decoding (HTML standard, section 9.2.6).
///
/// The item type of streams without a schema.
public struct ServerSentEvent: Hashable, Sendable, Decodable {
    /// The event type; `nil` if the service sends none, which browsers treat as `message`.
    public var event: String?
    /// The payload. Lines are separated by a line feed.
    public var data: String
    /// The last event ID, sent with this event or an earlier one. To resume a stream, it is sent in the header
    /// `Last-Event-ID`.
    public var id: String?
    /// The reconnection time in milliseconds.
    public var retry: Int?

    /// Creates an event, for tests.
    public init(event: String? = nil, data: String, id: String? = nil, retry: Int? = nil) {
        self.event = event
        self.data = data
        self.id = id
        self.retry = retry
    }
}

extension ServerSentEvent {
    /// The event as a JSON object.
    ///
    /// - Parameter holdsJSON: Whether the data is inserted as JSON; data that is not valid JSON remains a string.
    func json(holdsJSON: Bool) -> String {
        let isJSON = holdsJSON && (try? JSONDocument(Data(data.utf8))) != nil
        let members: [(String, EncodedValue?)] = [
            ("event", event.map(EncodedValue.string)),
            ("data", isJSON ? .literal(data) : .string(data)),
            ("id", id.map(EncodedValue.string)),
            ("retry", retry.map { .literal(String($0)) }),
        ]
        return EncodedValue.object(
            members.compactMap { name, value in
                value.map { EncodedValue.Member(name: name, value: $0) }
            }
        ).json
    }
}
