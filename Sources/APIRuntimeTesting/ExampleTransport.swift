public import APIRuntime
public import Foundation

/// A transport that answers each request with an example of its operation, however often it is sent.
///
/// The examples are those of the document where they match its schemas, and made from the schemas where not. They stand in
/// `examples.json`, which the generator writes for `documentation: [examples]`.
///
///     let transport = try ExampleTransport(examples: Data(contentsOf: url), except: ["deletePet": .empty()])
///     let client = PetsClient(configuration: .reproducible(transport: transport))
///     let pet = try await client.pets.get(id: "1")
///
/// A request of an operation without an example fails with `APIError.transport(_:)`, whose message says so.
public struct ExampleTransport: ClientTransport {
    private let answers: [String: ScriptedAnswer]

    /// Creates a transport.
    ///
    /// - Parameters:
    ///   - examples: The content of `examples.json`.
    ///   - others: The answers to operations in place of their examples, by the `operationId` in the document.
    /// - Throws: `DecodingError` for data of another form.
    public init(examples: Data, except others: [String: ScriptedAnswer] = [:]) throws {
        let file = try JSONDecoder().decode(ExampleFile.self, from: examples)
        answers = try file.operations.mapValues { try $0.answer }.merging(others) { $1 }
    }

    /// Returns the answer with its whole body.
    ///
    /// - Throws: `TransportError` if there is none, or the error of an answer of yours.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        let stream = try await stream(request)
        return TransportResponse(head: stream.head, body: try await stream.remainder())
    }

    /// Returns the answer.
    ///
    /// - Throws: `TransportError` if there is none, or the error of an answer of yours.
    public func stream(_ request: TransportRequest) async throws -> TransportStream {
        guard let answer = answers[request.operation] else {
            throw TransportError(.other, message: "there is no example of '\(request.operation)'")
        }
        return try answer.outcome.get()
    }
}

/// What `examples.json` holds.
private struct ExampleFile: Decodable {
    struct Example: Decodable {
        let status: Int
        /// `nil` for a response without a body.
        let contentType: String?
        let json: JSONValue?
        let text: String?

        var answer: ScriptedAnswer {
            get throws {
                guard (100...999).contains(status) else {
                    let place = DecodingError.Context(
                        codingPath: [], debugDescription: "\(status) is no status")
                    throw DecodingError.dataCorrupted(place)
                }
                var head = HTTPResponse(status: HTTPResponse.Status(code: status))
                head.headerFields[.contentType] = contentType
                guard contentType != nil else {
                    return .response(TransportResponse(head: head, body: Data()))
                }
                let body = try text.map { Data($0.utf8) } ?? JSONEncoder().encode(json ?? .null)
                return .response(TransportResponse(head: head, body: body))
            }
        }
    }

    let operations: [String: Example]
}
