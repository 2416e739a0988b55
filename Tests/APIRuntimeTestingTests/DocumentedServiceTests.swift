import APIRuntime
import APIRuntimeTesting
import Foundation
import Testing

private let bundle = #"""
    {"entry": "api.json", "files": {
      "api.json": {
        "openapi": "3.0.3",
        "security": [{"key": []}, {"token": []}],
        "paths": {
          "/orders/{id}": {
            "parameters": [{"$ref": "parts.json#/parameters/Id"}],
            "get": {
              "parameters": [
                {"name": "page", "in": "query", "required": true, "schema": {"type": "integer", "minimum": 1}},
                {"name": "tags", "in": "query", "style": "pipeDelimited", "explode": false,
                 "schema": {"type": "array", "maxItems": 2, "items": {"type": "string", "maxLength": 3}}},
                {"name": "filter", "in": "query", "style": "deepObject",
                 "schema": {"type": "object", "properties": {
                   "open": {"type": "boolean"}, "ids": {"type": "array", "items": {"type": "integer"}},
                   "by": {"type": "object", "properties": {"age": {"type": "integer", "minimum": 1}}}}}},
                {"name": "views", "in": "cookie", "schema": {"type": "array", "minItems": 2, "items": {"type": "string"}}},
                {"name": "ids", "in": "query", "schema": {"oneOf": [
                  {"type": "string", "minLength": 2},
                  {"type": "array", "items": {"type": "string", "maxLength": 1}}]}},
                {"name": "sort", "in": "query", "schema": {"type": "string", "enum": []}},
                {"name": "X-Trace", "in": "header", "schema": {"type": "string", "pattern": "^[a-f]+$"}}
              ]
            }
          },
          "/baskets": {
            "post": {"security": [], "requestBody": {"required": true, "content": {"text/plain": {}}}}
          },
          "/baskets?kind=new#draft": {"post": {"$ref": "parts.json#/operations/draft"}},
          "/orders/new": {
            "post": {
              "security": [],
              "requestBody": {"required": true, "content": {
                "application/json": {"schema": {"$ref": "parts.json#/schemas/Order"}},
                "application/x-www-form-urlencoded": {"schema": {"$ref": "parts.json#/schemas/Order"}}
              }}
            }
          }
        },
        "components": {"securitySchemes": {
          "key": {"type": "apiKey", "in": "query", "name": "key"}, "token": {"type": "http", "scheme": "bearer"}
        }}
      },
      "parts.json": {
        "operations": {"draft": {
          "security": [], "parameters": [{"name": "draft", "in": "query", "schema": {"type": "boolean"}}]
        }},
        "parameters": {"Id": {"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}}},
        "schemas": {
          "Order": {
            "type": "object", "required": ["id", "name"], "additionalProperties": false,
            "properties": {
              "id": {"type": "string", "readOnly": true},
              "name": {"type": "string", "minLength": 2},
              "note": {"type": "string", "nullable": true},
              "price": {"type": "number", "minimum": 0, "exclusiveMinimum": true},
              "next": {"$ref": "#/schemas/Order"}
            }
          }
        }
      }
    }}
    """#

@Suite struct DocumentedServiceTests {
    private func findings(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: String? = nil,
    ) async throws -> [String] {
        let service = try DocumentedService(bundle: Data(bundle.utf8))
        var head = HTTPRequest(method: method, scheme: "https", authority: "example.com", path: path)
        head.headerFields = headers
        let request = TransportRequest(
            operation: "any", head: head, body: body.map { Data($0.utf8) })
        _ = try await service.send(request)
        return service.findings
    }

    @Test(arguments: [
        ("/v1/orders/7?page=2&key=k", [String]()),
        ("/v1/orders/7?page=2&key=k&tags=a%7Cb&filter%5Bopen%5D=true", []),
        ("/v1/orders/7?page=2&key=k&ids=ab&sort=up", []),
        ("/v1/orders/7?page=2&key=k&ids=a&ids=b", []),
        ("/v1/orders/x?page=2&key=k", ["id must be an integer"]),
        ("/v1/orders/7?key=k", ["the parameter page is missing"]),
        ("/v1/orders/7?page=0&key=k", ["page must be at least 1"]),
        ("/v1/orders/7?page=2&key=k&tags=a%7Cb%7Cc", ["tags must hold at most 2 items"]),
        ("/v1/orders/7?page=2&key=k&tags=abcd", ["tags[0] must hold at most 3 characters"]),
        ("/v1/orders/7?page=2&key=k&filter%5Bopen%5D=maybe", ["filter.open must be a Boolean"]),
        ("/v1/orders/7?page=2&key=k&filter%5Bids%5D%5B%5D=1&filter%5Bids%5D%5B%5D=2", []),
        ("/v1/orders/7?page=2&key=k&filter%5Bids%5D%5B%5D=x", ["filter.ids[0] must be an integer"]),
        ("/v1/orders/7?page=2&key=k&filter%5Bby%5D%5Bage%5D=0", ["filter.by.age must be at least 1"]),
        ("/v1/orders/7?page=2&key=k&size=3", ["the document has no parameter size"]),
        ("/v1/orders/7?page=2", ["the request has none of the credentials that the document asks for"]),
        ("/v1/items/7", ["no operation of the document is GET /v1/items/7"]),
    ])
    func checksParameters(path: String, expected: [String]) async throws {
        let found = try await findings(.get, path)
        #expect(found.map(Self.withoutValue) == expected)
    }

    @Test func checksHeadersAndCredentialsInThem() async throws {
        let name = try #require(HTTPField.Name("X-Trace"))
        let headers: HTTPFields = [.authorization: "Bearer token", name: "xyz"]
        let found = try await findings(.get, "/orders/7?page=1", headers: headers)
        #expect(found.map(Self.withoutValue) == ["X-Trace must match ^[a-f]+$"])
    }

    @Test(arguments: [("views=a; views=b", [String]()), ("views=a", ["views must hold at least 2 items"])])
    func checksCookies(cookies: String, expected: [String]) async throws {
        let found = try await findings(.get, "/orders/7?page=1&key=k", headers: [.cookie: cookies])
        #expect(found.map(Self.withoutValue) == expected)
    }

    @Test(arguments: [
        (#"{"name": "Anna", "note": null, "price": 0.5, "next": {"name": "Bo"}}"#, [String]()),
        (#"{"name": "A"}"#, ["$.name must hold at least 2 characters"]),
        (#"{"note": "x"}"#, ["$.name must be set"]),
        (#"{"name": "Anna", "price": 0}"#, ["$.price must be greater than 0"]),
        (#"{"name": "Anna", "next": {"name": "B"}}"#, ["$.next.name must hold at least 2 characters"]),
        (#"{"name": "Anna", "other": 1}"#, ["$.other is no property that the document allows"]),
        (#"{"name""#, ["$ is not JSON"]),
    ])
    func checksBodies(body: String, expected: [String]) async throws {
        let found = try await findings(
            .post, "/orders/new", headers: [.contentType: "application/json; charset=utf-8"], body: body)
        #expect(found.map(Self.withoutValue) == expected)
    }

    @Test func checksWhatBodiesAre() async throws {
        #expect(try await findings(.post, "/orders/new") == ["the body is missing"])
        let csv = try await findings(.post, "/orders/new", headers: [.contentType: "text/csv"], body: "a")
        #expect(csv == ["the body is text/csv, which the document does not have"])
    }

    @Test(arguments: [
        ("name=Anna&price=2.5&note=a+b", [String]()), ("note=A", ["$.name must be set"]),
        ("name=A&price=0", ["$.name must hold at least 2 characters", "$.price must be greater than 0"]),
        ("name=Anna&next=%7B%22name%22%3A%22B%22%7D", ["$.next.name must hold at least 2 characters"]),
    ])
    func checksForms(body: String, expected: [String]) async throws {
        let found = try await findings(
            .post, "/orders/new", headers: [.contentType: "application/x-www-form-urlencoded"], body: body)
        #expect(found.map(Self.withoutValue).sorted() == expected)
    }

    @Test func acceptsWhatOneOfTheOperationsOfAPathAccepts() async throws {
        #expect(try await findings(.post, "/baskets?kind=new&draft=true") == [])
        let text: HTTPFields = [.contentType: "text/plain"]
        #expect(try await findings(.post, "/baskets", headers: text, body: "tea") == [])
        #expect(try await findings(.post, "/baskets?other=1") == ["the document has no parameter other"])
    }

    @Test func givesItsAnswer() async throws {
        let service = try DocumentedService(bundle: Data(bundle.utf8), answer: .json(#"{"id": "1"}"#))
        let head = HTTPRequest(method: .get, scheme: "https", authority: "example.com", path: "/")
        let response = try await service.send(TransportRequest(operation: "any", head: head))
        #expect(response.body == Data(#"{"id": "1"}"#.utf8))
        let other = service.answering(.empty(status: .noContent))
        #expect(
            try await other.send(TransportRequest(operation: "any", head: head)).head.status == .noContent)
        #expect(service.findings.count == 1)
        #expect(other.findings.count == 1)
        #expect(throws: DecodingError.self) { try DocumentedService(bundle: Data("{".utf8)) }
    }

    /// The sentence without the value that it ends with.
    private static func withoutValue(_ finding: String) -> String {
        finding.components(separatedBy: ", but is ")[0]
    }
}
