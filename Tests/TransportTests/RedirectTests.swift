import FlyingFox
import Foundation
import Loopback
import Testing

@testable import APIRuntime

/// RFC 9110, section 15.4.
@Suite(.timeLimit(.minutes(5))) struct RedirectTests {
    private static func redirect(
        _ status: Int, to location: String, body: String = "moved",
    ) -> FlyingFox.HTTPResponse {
        .init(
            statusCode: .init(status, phrase: "Redirect"), headers: HTTPHeaders([.location: location]),
            body: Data(body.utf8))
    }

    /// The responses to a request whose first is a redirect, and what the server received.
    private func follow(
        _ kind: Kind, _ method: APIRuntime.HTTPRequest.Method = .get, status: Int, to location: String,
        body: Data? = nil, isAllowed: Bool = true,
    ) async throws -> (TransportResponse, [ReceivedRequest]) {
        var response: TransportResponse?
        let requests = try await withServer { request in
            guard request.target == "/a/b" else { return .init(statusCode: .ok) }
            return Self.redirect(status, to: location, body: request.method == "HEAD" ? "" : "moved")
        } _: { server in
            var request = TransportRequest(
                method, server, "/a/b", headers: [.authorization: "secret", .contentType: "x/y"], body: body)
            request.followsRedirects = isAllowed
            response = try await kind.transport.send(request)
        }
        return (try #require(response), requests)
    }

    @Test(
        arguments: Kind.allCases,
        [("/c?x=%2F", "/c?x=%2F"), ("c", "/a/c"), ("../c", "/c"), ("?q=1", "/a/b?q=1"), ("/c#d", "/c")])
    func resolvesRelativeTargets(kind: Kind, target: (location: String, path: String)) async throws {
        let (response, requests) = try await follow(kind, status: 302, to: target.location)
        #expect(response.head.status == .ok)
        #expect(requests.map(\.target) == ["/a/b", target.path])
        #expect(requests.last?.headers["authorization"] == "secret")
    }

    @Test(arguments: Kind.allCases, [301, 302, 303, 307, 308])
    func sendsBodiesAgain(kind: Kind, status: Int) async throws {
        let (response, requests) = try await follow(
            kind, .post, status: status, to: "/c", body: Data("body".utf8))
        #expect(response.head.status == .ok)
        let keeps = status >= 307
        #expect(requests.map(\.method) == ["POST", keeps ? "POST" : "GET"])
        #expect(requests.map(\.body.count) == [4, keeps ? 4 : 0])
        #expect(requests.last?.headers["content-type"] == (keeps ? "x/y" : nil))
        #expect(requests.last?.headers["content-length"] == (keeps ? "4" : nil))
    }

    @Test(arguments: Kind.allCases, ["PUT", "DELETE", "PATCH", "HEAD"].flatMap { [($0, 301), ($0, 303)] })
    func keepsOtherMethods(kind: Kind, redirect: (method: String, status: Int)) async throws {
        let (name, status) = redirect
        let method = try #require(APIRuntime.HTTPRequest.Method(name))
        let (_, requests) = try await follow(kind, method, status: status, to: "/c")
        let expected = status == 303 && method != .head ? "GET" : method.rawValue
        #expect(requests.map(\.method) == [method.rawValue, expected])
    }

    @Test(
        arguments: Kind.allCases,
        [
            "http://localhost:1/c", "http://127.0.0.1:1/c", "//localhost/c", "https://127.0.0.1/c",
            "ftp://a/b",
        ])
    func returnsRedirectsElsewhere(kind: Kind, location: String) async throws {
        let (response, requests) = try await follow(kind, status: 307, to: location)
        #expect(response.head.status.code == 307)
        #expect(response.head.headerFields[.location] == location)
        #expect(requests.count == 1)
        #expect(response.body == Data("moved".utf8))
    }

    @Test(arguments: Kind.allCases) func returnsRedirectsThatAreNotFollowed(kind: Kind) async throws {
        let (response, requests) = try await follow(kind, status: 302, to: "/c", isAllowed: false)
        #expect(response.head.status.code == 302)
        #expect(response.head.headerFields[.location] == "/c")
        #expect(requests.count == 1)
    }

    @Test(arguments: Kind.allCases) func returnsStatusesThatAreNotRedirects(kind: Kind) async throws {
        for status in [300, 304, 305, 306] {
            let (response, requests) = try await follow(kind, status: status, to: "/c")
            #expect(response.head.status.code == status)
            #expect(requests.count == 1)
        }
    }

    @Test(arguments: Kind.allCases) func endsLoops(kind: Kind) async throws {
        let requests = try await withServer {
            Self.redirect(302, to: $0.target == "/x" ? "/y" : "/x")
        } _: { server in
            let response = try await kind.transport.send(TransportRequest(.get, server, "/x"))
            #expect(response.head.status.code == 302)
            #expect(response.body == Data("moved".utf8))
        }
        #expect(requests.count == 11)
    }

    @Test(arguments: Kind.allCases) func followsRedirectsOfStreams(kind: Kind) async throws {
        try await withServer {
            $0.target == "/a" ? Self.redirect(302, to: "/b") : .init(statusCode: .ok, body: Data("b".utf8))
        } _: { server in
            let stream = try await kind.transport.stream(TransportRequest(.get, server, "/a"))
            #expect(stream.head.status == .ok)
            var bytes = Data()
            for try await piece in stream.body { bytes += piece }
            #expect(bytes == Data("b".utf8))
        }
    }

    @Test(arguments: [
        ("http://H.example:80/b", "http://H.example:80/b"), ("https://h.example/b", "https://h.example/b"),
        ("http://h.example:8080/b", nil), ("https://h.example:444/b", nil), ("http://u:p@h.example/b", nil),
        ("http://h.example.evil/b", nil), ("http://h.example@evil/b", nil), ("//evil/b", nil),
        ("g;x?y=%20", "http://h.example/a/g;x?y=%20"), ("./g", "http://h.example/a/g"), ("", nil),
    ]) func staysAtTheHost(location: String, expected: String?) {
        let request = TransportRequest(.get, "http://h.example", "/a/b?c")
        let next = Redirect(Self.moved(to: location), to: request)?.request.head
        let url = next.map { "\($0.scheme ?? "")://\($0.authority ?? "")\($0.path ?? "")" }
        #expect(url == expected)
    }

    private static func moved(to location: String) -> APIRuntime.HTTPResponse {
        HTTPResponse(status: .temporaryRedirect, headerFields: [.location: location])
    }

    @Test func neverLeavesHTTPS() {
        var request = TransportRequest(.get, "http://h.example", "/a")
        request.head.scheme = "https"
        #expect(Redirect(Self.moved(to: "http://h.example/b"), to: request) == nil)
        #expect(Redirect(Self.moved(to: "/b"), to: request)?.request.head.scheme == "https")
    }
}
