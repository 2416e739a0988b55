/// How the items of a stream follow one another in its bytes.
@_spi(Generated) public enum StreamFormat: Hashable, Sendable {
    /// A JSON text in each line, as in `application/x-ndjson` and `application/jsonl`. Empty lines keep the
    /// connection alive and mean nothing.
    case jsonLines
    /// JSON texts with a record separator in front (RFC 7464), `application/json-seq`.
    case jsonSequence
    /// Server-sent events whose data is the item: JSON, or the data itself where the item is a `String`. The data
    /// `[DONE]` ends the stream, as it does at OpenAI and those that follow it.
    case eventData
    /// Server-sent events as objects with the members `event`, `data`, `id` and `retry` (OpenAPI 3.2, section
    /// "Special Considerations for Server-Sent Events").
    ///
    /// - Parameter json: Whether the data is JSON instead of text. Then `[DONE]` ends the stream, too.
    case events(json: Bool)

    /// Whether the bytes are `text/event-stream`.
    var isEventStream: Bool {
        switch self {
        case .eventData, .events: true
        case .jsonLines, .jsonSequence: false
        }
    }

    /// The media type, as errors name it.
    var mediaType: String {
        switch self {
        case .eventData, .events: "text/event-stream"
        case .jsonLines: "application/jsonl"
        case .jsonSequence: "application/json-seq"
        }
    }

    /// Whether bytes of this content type are certainly no such stream: the page of a proxy, or an answer as a whole.
    /// Services name their streams in too many ways to demand one of them.
    func excludes(_ contentType: String) -> Bool {
        MediaType.isPage(contentType) || isEventStream && MediaType.isJSON(contentType)
    }
}
