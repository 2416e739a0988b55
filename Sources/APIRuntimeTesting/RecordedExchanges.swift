public import Foundation

/// Exchanges with a service, which ``RecordingTransport`` records and ``ReplayTransport`` replays.
///
/// It holds no credentials: of a request, only method, path, query and a hash of the body are recorded, with secrets
/// redacted; of a response, the values of `Authorization`, `Cookie`, `Set-Cookie` and of headers whose names tell of keys,
/// tokens and the like are `[redacted]`, and so are strings in JSON with such names. Values that the client knows as
/// secret are redacted everywhere. What else is confidential in a response, such as the data of a person, is recorded:
/// look at a file before you pass it on.
public struct RecordedExchanges: Codable, Hashable, Sendable {
    /// The exchanges, in the order in which they ended.
    public var exchanges: [Exchange]

    /// Creates a recording.
    public init(exchanges: [Exchange] = []) { self.exchanges = exchanges }

    /// Reads a recording from a JSON file.
    ///
    /// - Throws: An error of Foundation if the file cannot be read, and `DecodingError` if it is no recording.
    public init(contentsOf file: URL) throws {
        self = try JSONDecoder().decode(RecordedExchanges.self, from: Data(contentsOf: file))
    }

    /// Writes the recording to a JSON file, which can be read and compared line by line.
    ///
    /// - Throws: An error of Foundation if the file cannot be written.
    public func write(to file: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: file, options: .atomic)
    }
}

extension RecordedExchanges {
    /// A request and its response.
    public struct Exchange: Codable, Hashable, Sendable {
        /// The `operationId` in the document.
        public var operation: String
        /// What a request must have in common with the recorded one to get its response.
        public var request: RequestKey
        /// The code of the response's status.
        public var status: Int
        /// The headers of the response.
        public var headers: [Header]
        /// The body of the response if it is text in UTF-8.
        public var text: String?
        /// The body of the response if it is not text.
        public var bytes: Data?
    }

    /// A header of a response.
    public struct Header: Codable, Hashable, Sendable {
        /// The name, as received.
        public var name: String
        /// The value, or `[redacted]`.
        public var value: String
    }

    /// What identifies a request in a recording.
    public struct RequestKey: Codable, Hashable, Sendable {
        /// The HTTP method.
        public var method: String
        /// The percent-encoded path, with secrets redacted.
        public var path: String
        /// The percent-encoded query, with secrets redacted; empty if there is none.
        public var query: String
        /// A hash of the body, with secrets redacted, in hexadecimal: FNV-1a of 64 bits, to tell bodies apart. `nil` if
        /// there is no body.
        public var bodyHash: String?
    }
}
