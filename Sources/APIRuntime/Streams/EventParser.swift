/// Parses events from the lines of `text/event-stream` (HTML standard, section 9.2.6).
struct EventParser {
    /// The last event ID, which also applies to subsequent events. An event sets it when it is complete.
    private(set) var id: String?
    private var nextID: String?
    /// The last reconnection time in milliseconds.
    private(set) var reconnectionTime: Int?
    private var event: String?
    private var data: String?
    private var retry: Int?

    /// Parses a line. An empty line completes the event, unless it has no data.
    mutating func take(_ line: ArraySlice<UInt8>) -> ServerSentEvent? {
        guard !line.isEmpty else { return complete() }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var value = line[colon...].dropFirst()
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        set(String(decoding: line[..<colon], as: UTF8.self), to: String(decoding: value, as: UTF8.self))
        return nil
    }

    /// Ignores comments, whose field names are empty, and unknown fields.
    private mutating func set(_ name: String, to value: String) {
        switch name {
        case "event": event = value
        case "data" where data == nil: data = value
        case "data": data?.append("\n\(value)")
        case "id" where !value.utf8.contains(0): nextID = value
        case "retry" where value.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }:
            retry = Int(value)
            reconnectionTime = retry ?? reconnectionTime
        default: break
        }
    }

    /// Discards an incomplete event, as when its connection is lost.
    mutating func discard() { (event, data, retry, nextID) = (nil, nil, nil, id) }

    /// Completes the event. Its identifier also applies to subsequent events.
    private mutating func complete() -> ServerSentEvent? {
        id = nextID
        defer { discard() }
        let name = event.flatMap { $0.isEmpty ? nil : $0 }
        return data.map { ServerSentEvent(event: name, data: $0, id: id, retry: retry) }
    }
}
