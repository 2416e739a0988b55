import Foundation

/// Splits the bytes of a stream into its items.
struct ItemSplitter {
    enum Part: Equatable {
        case item(Data)
        /// The end that the service signals.
        case end
    }

    private let format: StreamFormat
    private var lines: LineSplitter
    private var records = RecordSplitter()
    private var events = EventParser()
    private var chunk: Data?
    private var isAtEnd = false

    init(_ format: StreamFormat) {
        self.format = format
        lines = LineSplitter(endsAtReturn: format.isEventStream)
    }

    mutating func append(_ chunk: Data) {
        switch format {
        case .jsonLines, .eventData, .events: lines.append(chunk)
        case .jsonSequence: records.append(chunk)
        case .bytes: self.chunk = chunk.isEmpty ? nil : chunk
        }
    }

    /// Ends the input. An incomplete event is discarded (HTML standard, section 9.2.6); the last line need not be
    /// terminated.
    mutating func finish() {
        isAtEnd = true
        records.finish()
    }

    /// Begins with the bytes of a new connection, after an incomplete event is discarded.
    mutating func resume() {
        lines = LineSplitter(endsAtReturn: format.isEventStream)
        events.discard()
    }

    /// The last event ID and the reconnection time of server-sent events.
    var resumption: (id: String, delay: Duration)? {
        guard format.isEventStream, let id = events.id, !id.isEmpty else { return nil }
        return (id, .milliseconds(events.reconnectionTime ?? 3000))
    }

    /// The next item; `nil` if more bytes are needed.
    mutating func next() -> Part? {
        switch format {
        case .jsonLines: nextLine().map { .item(Data($0)) }
        case .jsonSequence: records.next().map { .item(Data($0)) }
        case .bytes: chunk.take().map { .item($0) }
        case .eventData: nextEvent().map { $0.data == Self.end ? .end : .item(Data($0.data.utf8)) }
        case .events(let json):
            nextEvent().map { event in
                json && event.data == Self.end ? .end : .item(Data(event.json(holdsJSON: json).utf8))
            }
        }
    }

    private static let end = "[DONE]"

    private mutating func nextLine() -> ArraySlice<UInt8>? {
        while let line = lines.next() {
            if !line.allSatisfy(\.isJSONSpace) { return line }
        }
        guard isAtEnd else { return nil }
        let rest = lines.rest()
        return rest.allSatisfy(\.isJSONSpace) ? nil : rest
    }

    private mutating func nextEvent() -> ServerSentEvent? {
        while let line = lines.next() {
            if let event = events.take(line) { return event }
        }
        return nil
    }
}
