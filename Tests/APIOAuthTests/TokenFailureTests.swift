import APIOAuth
@_spi(Generated) import APIRuntime
import Foundation
import Testing

@Suite struct TokenFailureTests {
    /// The status and the body of an answer, and what is made of them.
    @Test(arguments: [
        (
            400, #"{"error":"invalid_grant","error_description":"The token has been revoked."}"#,
            AuthorizationError.Reason.invalidGrant,
            "the service answered invalid_grant: The token has been revoked. "
                + "Let the user authorize this client again."
        ),
        (
            401, #"{"error":"invalid_client","error_uri":"https://a.b"}"#, .invalidClient,
            "the service answered invalid_client. Check the ID and the secret of the client."
        ),
        (
            400, #"{"error":"invalid_scope","error_description":"two\nlines"}"#, .invalidScope,
            "the service answered invalid_scope: two lines."
        ),
        (403, #"{"error":"of its own"}"#, .init(rawValue: "of its own"), "the service answered of its own."),
        (503, "<html>", .serverError, "the token request was answered with 503. It may work later."),
        (404, "{}", .invalidResponse, "the token request was answered with 404."),
        (
            200, "[]", .invalidResponse,
            "the answer to the token request does not fit RFC 6749 (at $): expected an object."
        ),
        (
            200, "<html>", .invalidResponse,
            "the answer to the token request does not fit RFC 6749 (at $): expected JSON."
        ),
        (
            200, #"{"token_type":"bearer"}"#, .invalidResponse,
            "the answer to the token request does not fit RFC 6749 (at $.access_token): expected a value, "
                + "since the member is required."
        ),
        (
            200, #"{"access_token":"a","token_type":"mac"}"#, .invalidResponse,
            "the answer to the token request does not fit RFC 6749 (at $): expected an access token of the type "
                + "Bearer."
        ),
        (
            200, #"{"access_token":"","token_type":"bearer"}"#, .invalidResponse,
            "the answer to the token request does not fit RFC 6749 (at $): expected an access token of the type "
                + "Bearer."
        ),
    ])
    func saysWhatHappened(
        status: Int, body: String, reason: AuthorizationError.Reason, message: String,
    ) async throws {
        let service = Service { _ in .json(body, status: .init(code: status)) }
        let error = await failure { () throws(APIError) in try await service.client(.machine).call() }
        guard case .unauthorized(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.operation == "getItems")
        #expect(failure.reason == reason)
        #expect(error?.description == "getItems was not authorized: \(message)")
        #expect(service.calls.isEmpty)
    }

    @Test func namesTheRequestOfAFailure() async {
        let service = Service { _ in
            var response = TransportResponse.empty(status: .badGateway)
            response.head.headerFields[HTTPField.Name("Shop-Request") ?? .eTag] = "r1"
            return response
        }
        var client = service.client(.machine)
        client.configuration.responseHeaders = .init(requestID: "Shop-Request")
        let error = await failure { [client] () throws(APIError) in try await client.call() }
        #expect(error?.description.contains("answered with 502 (request r1).") == true)
    }

    @Test func tellsThatThereWasNoAnswer() async {
        let service = Service { _ in throw TransportError(.unreachable, message: "nobody listens") }
        let error = await failure { () throws(APIError) in try await service.client(.machine).call() }
        guard case .transport(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.reason == .unreachable)
        #expect(
            failure.description.hasPrefix(
                "getItems got no answer: the token request failed: nobody listens."))
    }

    /// Nothing was sent without a token: any call asks for one again, as late as who issues it says.
    @Test(arguments: [
        (503, "{}", ["Retry-After": "7"], [Duration.seconds(7)]),
        (429, #"{"error":"slow"}"#, [:], [.seconds(0.5)]),
        (429, #"{"error":"slow"}"#, ["Retry-After": "11"], [.seconds(11)]),
        // By the clock of the service, which shows 22:13:20.
        (503, "", ["Retry-After": "Tue, 14 Nov 2023 22:13:33 GMT"], [.seconds(13)]),
        (500, #"{"error":"server_error"}"#, ["Retry-After": "9999"], []),
        (400, "{}", ["Retry-After": "1"], []),
    ])
    func asksAgainLater(
        status: Int, body: String, headers: [String: String], waits: [Duration],
    ) async throws {
        let service = Service { number in
            if number > 1 { return granted(number) }
            var response = TransportResponse.json(body, status: .init(code: status))
            for (name, value) in headers {
                response.head.headerFields[try #require(HTTPField.Name(name))] = value
            }
            return response
        }
        let (pauses, continuation) = AsyncStream.makeStream(of: Duration.self)
        var client = service.client(.machine)
        client.configuration.sleep = { continuation.yield($0) }
        client.configuration.random = { 1 }
        let error = await failure { [client] () throws(APIError) in
            try await client.send(Request(.post, "/items", operation: "postItem"))
        }
        continuation.finish()
        #expect(await pauses.reduce(into: []) { $0.append($1) } == waits)
        #expect(service.calls.count == waits.count)
        #expect((error == nil) == !waits.isEmpty)
    }

    /// The same goes for the renewal of a token that the service refused.
    @Test func renewsLater() async throws {
        let service = Service(refusing: ["access-1"]) { number in
            guard number == 2 else { return granted(number) }
            var response = TransportResponse.empty(status: .tooManyRequests)
            response.head.headerFields[.retryAfter] = "7"
            return response
        }
        let (pauses, continuation) = AsyncStream.makeStream(of: Duration.self)
        var client = service.client(.machine)
        client.configuration.sleep = { continuation.yield($0) }
        try await client.send(Request(.post, "/items", operation: "postItem"))
        continuation.finish()
        #expect(await pauses.reduce(into: []) { $0.append($1) } == [.seconds(7)])
        #expect(service.calls.map(\.bearer) == ["access-1", "access-3"])
    }

    @Test func refusesATokenThatEndsItsHeader() async {
        let service = Service { _ in .json(#"{"access_token":"a\nb","token_type":"bearer"}"#) }
        let error = await failure { () throws(APIError) in try await service.client(.machine).call() }
        #expect(
            error?.description
                == "getItems was not sent: OAuth must not hold control characters, nor blanks at its ends.")
    }
}
