/// The framing of the items of a stream.
@_spi(Generated) public enum StreamFormat: Hashable, Sendable {
    /// One JSON text per line, as in `application/x-ndjson` and `application/jsonl`. Empty lines are keep-alives and
    /// are ignored.
    case jsonLines
    /// JSON texts, each preceded by a record separator (RFC 7464): `application/json-seq`.
    case jsonSequence
    /// Server-sent events whose data is the item: as JSON, or unchanged if the item is a `String`. The data `[DONE]`
    /// ends the stream, a convention of OpenAI and compatible services.
    case eventData
    /// Server-sent events as objects with the properties `event`, `data`, `id` and `retry` (OpenAPI 3.2, section
    /// "Special Considerations for Server-Sent Events").
    ///
    /// - Parameter json: Whether the data is JSON instead of text. Then `[DONE]` ends the stream as well.
    case events(json: Bool)
    /// Chunks of bytes of any size.
    case bytes

    /// Whether the bytes are `text/event-stream`.
    var isEventStream: Bool {
        switch self {
        case .eventData, .events: true
        case .jsonLines, .jsonSequence, .bytes: false
        }
    }

    /// The media type, as errors name it.
    var mediaType: String {
        switch self {
        case .eventData, .events: "text/event-stream"
        case .jsonLines: "application/jsonl"
        case .jsonSequence: "application/json-seq"
        case .bytes: "application/octet-stream"
        }
    }

    /// Whether a content type rules out the format: HTML, such as the error page of a proxy, or JSON instead of events.
    /// Other types are accepted, since services label their streams inconsistently. Bytes may be anything.
    func excludes(_ contentType: String) -> Bool {
        if self == .bytes { return false }
        return MediaType.isPage(contentType) || isEventStream && MediaType.isJSON(contentType)
    }
}
