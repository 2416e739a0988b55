import Foundation

/// An event of `text/event-stream` as it came (HTML standard, section 9.2.6).
///
/// The item of streams for which a document has no schema.
public struct ServerSentEvent: Hashable, Sendable, Decodable {
    /// The kind of event; `nil` where the service does not tell, which is a `message` to a browser.
    public var event: String?
    /// The payload. Lines are separated by a line feed.
    public var data: String
    /// The last identifier that the service gave an event, this one or one before it. A service that can resume a
    /// stream takes it back in the header `Last-Event-ID`.
    public var id: String?
    /// After how many milliseconds the service wants to be asked again when the connection breaks.
    public var retry: Int?

    /// Creates an event, as for stand-ins in tests.
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
    /// - Parameter holdsJSON: Whether the data stands there as the JSON that it is; data that is none remains a text.
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
