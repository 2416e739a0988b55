import Blocking
import Foundation
import APIGenerator
import APIGenSourceText
import Testing

/// What the only server of a document is called.
@Suite(.blocking) struct ServerNameTests {
    @Test(arguments: [
        ("https://checkout-test.example.com/v1", "checkoutTest"),
        ("https://sandbox.example.com", "sandbox"),
        ("https://api.staging.example.com", "staging"),
        ("https://www.example.com/api", "example"),
        ("https://api.example.com", "example"),
        ("http://localhost:8080", "localhost"),
        ("http://10.0.0.1:8080", "main"),
        ("http://[::1]:8080", "main"),
        ("https://api.com", "main"),
        ("https://api.example.com/live/v1", "production"),
        ("https://prod.example.com", "production"),
        ("https://delivery.example.com", "delivery"),
    ])
    func followsTheHost(url: String, name: String) throws {
        #expect(try declaration("url: \"\(url)\"").contains("public static var \(name): Self { \"\(url)\" }"))
    }

    @Test(arguments: [
        ("Test server", "testServer"), ("The sandbox", "sandbox"), ("Production", "production"),
        ("Where the production system of the shop answers.", "production"),
        ("Where the shop answers, and nothing else.", "example"),
    ])
    func followsTheDescription(description: String, name: String) throws {
        let text = try declaration("url: https://api.example.com, description: \"\(description)\"")
        #expect(text.contains("public static var \(name): Self {"))
    }

    @Test(arguments: [
        ("https://{region}.example.com/{base}", "region"), ("https://api.{zone}.example.com", "zone"),
        ("https://example.com/{base}", "example"),
    ])
    func followsTheFirstVariableOfTheHost(url: String, name: String) throws {
        let names = url.matches(of: #/\{(\w+)\}/#).map { String($0.1) }
        let variables = names.map { "\($0): {default: x}" }.joined(separator: ", ")
        let text = try declaration("url: \"\(url)\", variables: {\(variables)}")
        #expect(text.contains("public static func \(name)("))
    }

    @Test func followsTheChosenName() throws {
        let text = try declaration("url: https://test.example.com, description: Test, x-swift-name: mine")
        #expect(text.contains("public static var mine: Self"))
    }

    private func declaration(_ server: String) throws -> String {
        let document = """
            openapi: 3.1.0
            info: {title: Shop, version: "1"}
            servers: [{\(server)}]
            paths: {/a: {get: {operationId: a, responses: {"204": {description: Done.}}}}}

            """
        let (files, pipeline) = CaseFolder(name: "documentation").generate(document)
        #expect(pipeline.diagnostics.isEmpty)
        let client = try #require(files?.first { $0.path == "ShopClient.swift" })
        return String(decoding: client.bytes, as: UTF8.self)
    }
}
