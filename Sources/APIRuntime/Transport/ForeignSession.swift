#if canImport(FoundationNetworking)
    import Foundation
    import FoundationNetworking
#else
    import Foundation
#endif

/// A session of the caller, whose delegate handles redirects and challenges.
struct ForeignSession {
    let session: URLSession

    /// Sends a request and waits for the complete response. A body that is not in memory is read into it first.
    func send(_ request: TransportRequest) async throws -> TransportResponse {
        var urlRequest = try URLRequest(request)
        if let content = request.content { urlRequest.httpBody = try await content.collected() }
        do {
            let (body, response) = try await session.answer(to: urlRequest)
            guard let response = response as? HTTPURLResponse else { throw TransportError.notHTTP }
            return TransportResponse(head: HTTPResponse(response, to: request.head.method), body: body)
        } catch let error as URLError {
            throw error.asTransportError
        }
    }

    #if canImport(FoundationNetworking)
        /// Sends a request over a session of our own with the same configuration, since only the delegate of a session
        /// receives a body in chunks.
        func stream(_ request: TransportRequest) async throws -> TransportStream {
            let own = OwnSession(configuration: session.configuration)
            return try await own.stream(request, as: URLRequest.init(streaming:))
        }
    #else
        func stream(_ request: TransportRequest) async throws -> TransportStream {
            var urlRequest = try URLRequest(streaming: request)
            if let content = request.content { urlRequest.httpBody = try await content.collected() }
            do {
                let (bytes, response) = try await session.bytes(for: urlRequest)
                guard let response = response as? HTTPURLResponse else { throw TransportError.notHTTP }
                let head = HTTPResponse(response, to: request.head.method)
                return TransportStream(head: head, body: BytePieces(bytes: bytes))
            } catch let error as URLError {
                throw error.asTransportError
            }
        }
    #endif
}

#if !canImport(FoundationNetworking)
    extension URLSession {
        func answer(to request: URLRequest) async throws -> (Data, URLResponse) {
            try await data(for: request)
        }
    }

    /// Bytes in chunks that end with a line, so that no complete line is held back.
    private struct BytePieces: AsyncSequence, Sendable {
        let bytes: URLSession.AsyncBytes

        func makeAsyncIterator() -> Iterator { Iterator(bytes: bytes.makeAsyncIterator()) }

        struct Iterator: AsyncIteratorProtocol {
            var bytes: URLSession.AsyncBytes.AsyncIterator

            mutating func next() async throws -> Data? {
                var piece = Data()
                do {
                    while piece.count < 16_384, let byte = try await bytes.next() {
                        piece.append(byte)
                        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
                    }
                } catch let error as URLError {
                    throw error.asTransportError
                }
                return piece.isEmpty ? nil : piece
            }
        }
    }
#endif
