public import APIRuntime
import Foundation

/// An answer of a ``ScriptedTransport``, given once: a response, a stream, or a failure.
public struct ScriptedAnswer: Sendable {
    let outcome: Result<TransportStream, TransportError>

    /// A complete response.
    public static func response(_ response: TransportResponse) -> ScriptedAnswer {
        ScriptedAnswer(outcome: .success(TransportStream(response)))
    }

    /// A response with a JSON body.
    public static func json(_ text: String, status: HTTPResponse.Status = .ok) -> ScriptedAnswer {
        .response(.json(text, status: status))
    }

    /// A response without a body.
    public static func empty(status: HTTPResponse.Status = .noContent) -> ScriptedAnswer {
        .response(.empty(status: status))
    }

    /// No response, such as `.failure(TransportError(.timedOut, message: "no answer"))`.
    public static func failure(_ error: TransportError) -> ScriptedAnswer {
        ScriptedAnswer(outcome: .failure(error))
    }

    /// A response whose body comes in chunks, each when the one before was read.
    ///
    /// - Parameters:
    ///   - chunks: The chunks, in UTF-8. They need not end where items or lines do.
    ///   - contentType: The media type, by default that of server-sent events.
    ///   - error: Thrown behind the last chunk, as for a connection that breaks; `nil` for a body that ends.
    public static func stream(
        _ chunks: [String], contentType: String = "text/event-stream", endingWith error: TransportError? = nil,
    ) -> ScriptedAnswer {
        let head = HTTPResponse(status: .ok, headerFields: [.contentType: contentType])
        let body = ScriptedChunks(chunks: chunks.map { Data($0.utf8) }, error: error)
        return .stream(TransportStream(head: head, body: body))
    }

    /// A response with a body of your own, such as an `AsyncThrowingStream` into which the test puts chunks when it wants.
    public static func stream(_ stream: TransportStream) -> ScriptedAnswer {
        ScriptedAnswer(outcome: .success(stream))
    }
}

private struct ScriptedChunks: AsyncSequence, Sendable {
    let chunks: [Data]
    let error: TransportError?

    func makeAsyncIterator() -> Iterator { Iterator(rest: chunks[...], error: error) }

    struct Iterator: AsyncIteratorProtocol {
        var rest: ArraySlice<Data>
        let error: TransportError?

        mutating func next() async throws -> Data? {
            if let chunk = rest.popFirst() { return chunk }
            if let error { throw error }
            return nil
        }
    }
}
