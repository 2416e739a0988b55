@_spi(Generated) import APIRuntime
import Foundation
import Testing

private struct Exact: Decodable, Sendable { let message: String }
private struct Ranged: Decodable, Sendable { let message: String }
private struct Other: Decodable, Sendable { let message: String }

@Suite struct FailureTests {
    private func failed(
        _ response: TransportResponse, names: ClientConfiguration.ResponseHeaders = .init(),
        _ build: (inout Request) -> Void = { _ in },
    ) async throws -> StatusFailure {
        var request = Request(.get, "/items", operation: "getItems")
        build(&request)
        var client = client(InMemoryTransport { _ in response })
        client.configuration.responseHeaders = names
        let error = await failure { [request, client] () throws(APIError) in try await client.send(request) }
        guard case .status(let failure) = error else { throw MissingFailure() }
        return failure
    }

    /// The exact status goes before the range, the range before `other`, in whatever order they are declared.
    @Test(arguments: [(401, "exact"), (404, "ranged"), (500, "other")])
    func readsTheDeclaredBody(code: Int, expected: String) async throws {
        let failure = try await failed(.json(#"{"message":"m"}"#, status: .init(code: code))) {
            $0.failure(.other, as: Other.self)
            $0.failure(.range(400...499), as: Ranged.self)
            $0.failure(401, as: Exact.self)
        }
        #expect(failure.body(as: Exact.self)?.message == (expected == "exact" ? "m" : nil))
        #expect(failure.body(as: Ranged.self)?.message == (expected == "ranged" ? "m" : nil))
        #expect(failure.body(as: Other.self)?.message == (expected == "other" ? "m" : nil))
    }

    /// One failure is handled, and others are thrown on, in a function that throws other errors, too.
    @Test(arguments: [(404, "absent"), (500, nil)])
    func passesOtherFailuresOn(code: Int, expected: String?) async throws {
        let client = client(InMemoryTransport { _ in .json("{}", status: .init(code: code)) })
        func message() async throws -> String {
            do {
                let answer: [String: String]? = try await client.send(
                    Request(.get, "/items", operation: "getItems"))
                return answer?["message"] ?? "none"
            } catch {
                guard error.statusFailure?.status == .notFound else { throw error }
                return "absent"
            }
        }
        let text = try? await message()
        #expect(text == expected)
    }

    @Test func triesTheTypeAskedForWithoutADeclaration() async throws {
        let failure = try await failed(.json(#"{"message":"m"}"#, status: .badGateway)) {
            $0.failure(401, as: Other.self)
        }
        #expect(failure.body(as: Exact.self)?.message == "m")
        #expect(failure.body == Data(#"{"message":"m"}"#.utf8))
    }

    @Test func hasNoBodyWhereItDoesNotDecode() async throws {
        let failure = try await failed(.json("<html>", status: .unauthorized)) {
            $0.failure(401, as: Exact.self)
        }
        #expect(failure.body(as: Exact.self) == nil)
    }

    @Test(arguments: ["X-Request-ID", "x-correlation-id", "Request-ID"])
    func findsTheRequestID(name: String) async throws {
        var response = TransportResponse.empty(status: .notFound)
        response.head.headerFields[try #require(HTTPField.Name(name))] = "abc"
        let failure = try await failed(response)
        #expect(failure.requestID == "abc")
        #expect(
            failure.description
                == "getItems was answered with 404 Not Found, request abc. "
                + "Check the identifiers and the URL of the server.")
    }

    @Test func findsTheRequestIDOfTheServiceFirst() async throws {
        var response = TransportResponse.empty(status: .notFound)
        for name in ["X-Request-ID", "Shop-Request"] {
            response.head.headerFields[try #require(HTTPField.Name(name))] = name
        }
        #expect(try await failed(response).requestID == "X-Request-ID")
        let failure = try await failed(response, names: .init(requestID: "shop-request"))
        #expect(failure.requestID == "Shop-Request")
        #expect(failure.description.contains("404 Not Found, request Shop-Request."))
        #expect(try await failed(response, names: .init(requestID: "no name")).requestID == "X-Request-ID")
    }

    @Test(arguments: [
        ("120", RetryAfter.seconds(120)), ("0", .seconds(0)),
        ("Sun, 06 Nov 1994 08:49:37 GMT", .date(Date(timeIntervalSince1970: 784_111_777))),
        ("Tuesday, 14-Nov-23 22:13:20 GMT", .date(Date(timeIntervalSince1970: 1_700_000_000))),
        ("Tue Nov 14 22:13:20 2023", .date(Date(timeIntervalSince1970: 1_700_000_000))),
        ("Sun Nov  6 08:49:37 1994", .date(Date(timeIntervalSince1970: 784_111_777))),
        ("-1", nil), ("soon", nil), ("Sun, 31 Feb 1994 08:49:37 GMT", nil), ("", nil),
    ])
    func readsRetryAfter(text: String, expected: RetryAfter?) async throws {
        var response = TransportResponse.empty(status: .tooManyRequests)
        response.head.headerFields[.retryAfter] = text
        let failure = try await failed(response)
        #expect(failure.retryAfter == expected)
    }

    @Test func countsTheDelayFromAnInstant() {
        let now = Date(timeIntervalSince1970: 100)
        #expect(RetryAfter.seconds(5).delay(from: now) == .seconds(5))
        #expect(RetryAfter.date(Date(timeIntervalSince1970: 107)).delay(from: now) == .seconds(7))
        #expect(RetryAfter.date(Date(timeIntervalSince1970: 50)).delay(from: now) == .zero)
    }

    @Test func saysWhatToDo() async throws {
        var response = TransportResponse.json(#"{"error": "slow down"}"#, status: .tooManyRequests)
        response.head.headerFields[.retryAfter] = "30"
        let failure = try await failed(response)
        #expect(
            failure.description
                == "getItems was answered with 429 Too Many Requests. Try again after 30 s. "
                + #"The answer: {"error": "slow down"}"#)
    }
}

private struct MissingFailure: Error {}
