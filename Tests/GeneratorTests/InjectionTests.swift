import Blocking
import Foundation
import APIGenerator
import APIGenSourceText
import Testing

/// Documents that try to write code: a text at each place where a document has one, that would end a comment, a
/// literal or a line. Whatever comes of it stands in comments and literals.
@Suite(.blocking) struct InjectionTests {
    private static let code = #"fatalError("planted")"#

    private static let texts: [(name: String, text: String)] = [
        ("comment end", "*/ \(code) /*"), ("quote", "\"; \(code); \""),
        ("escaped quote", "\\\"; \(code); \\\""),
        ("interpolation", "\\(\(code))"), ("line", "a\n\(code)\n"), ("return", "a\r\n\(code)\r"),
        ("line separator", "a\u{2028}\(code)\u{2029}\(code)\u{85}\(code)"), ("backtick", "`; \(code); `"),
        ("condition", "a\n#if true\n\(code)\n#endif"), ("long quote", "\"\"\"\n\(code)\n\"\"\""),
        ("brackets", ")} \(code) {("), ("doc comment", "///\n\(code)"), ("zero", "\u{0}\(code)\u{1B}[0m"),
        ("direction", "\u{202E}\(code)\u{2066}"), ("mustache", "{{\(code)}} {{{\(code)}}} {{>file}}"),
    ]

    /// The places, each with what stands there in a document that means no harm.
    private static let places = [
        "title": "Shop", "about": "A shop.", "version": "1", "server": "https://a.b/{v}",
        "serverText": "Main.",
        "variable": "v", "variableText": "A version.", "variableValue": "one", "tag": "Orders",
        "tagText": "All.",
        "link": "https://a.b", "operation": "listOrders", "summary": "Lists.", "details": "All of them.",
        "path": "orders", "parameter": "page", "parameterText": "A page.", "pattern": "^a", "value": "first",
        "default": "first", "example": "first", "header": "X-Total", "headerText": "A count.",
        "response": "Done.",
        "media": "application/json", "model": "Order", "modelText": "An order.", "property": "name",
        "propertyText": "A name.", "format": "email", "constant": "order", "scheme": "key", "key": "X-Key",
        "scope": "read", "scopeText": "Reads.", "tokenURL": "https://a.b/token", "discriminator": "kind",
        "mapping": "order", "webhook": "created", "extension": "x-swift-name", "rename": "order",
    ]

    private static func document(_ texts: [String: String]) throws -> String {
        var document = template
        for (place, text) in places {
            let json = String(decoding: try JSONEncoder().encode(texts[place] ?? text), as: UTF8.self)
            document = document.replacing("\"@\(place)@\"", with: json)
            document = document.replacing("@\(place)@", with: json.dropFirst().dropLast())
        }
        return document
    }

    private static let folder = CaseFolder(name: "lenient-document")

    @Test func acceptsWhatMeansNoHarm() throws {
        let (files, _) = Self.folder.generate(try Self.document([:]))
        let code = try #require(files).map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        for place in ["A shop.", "A page.", "An order.", "A name.", "orders", "listOrders"] {
            #expect(code.contains(place))
        }
    }

    @Test(arguments: places.keys.sorted())
    func writesNoCode(at place: String) throws {
        var accepted = 0
        for (name, text) in Self.texts {
            let (files, pipeline) = Self.folder.generate(try Self.document([place: text]))
            guard let files else {
                #expect(pipeline.diagnostics.hasErrors, "\(name)")
                continue
            }
            accepted += 1
            for file in files {
                let code = SourceCode(String(decoding: file.bytes, as: UTF8.self)).code
                #expect(!code.contains("fatalError("), "\(name): \(file.path)")
                #expect(!file.path.contains("..") && !file.path.hasPrefix("/"), "\(name)")
            }
        }
        #expect(accepted > 0)
    }

    private static let template = """
        {"openapi": "3.1.0",
         "info": {"title": "@title@", "description": "@about@", "version": "@version@"},
         "externalDocs": {"url": "@link@", "description": "@about@"},
         "servers": [{"url": "@server@", "description": "@serverText@", "variables": {
            "@variable@": {"default": "@variableValue@", "enum": ["@variableValue@"], "description": "@variableText@"}}}],
         "tags": [{"name": "@tag@", "description": "@tagText@"}],
         "security": [{"@scheme@": []}, {"oauth": ["@scope@"]}],
         "paths": {"/@path@": {"get": {
            "operationId": "@operation@", "tags": ["@tag@"], "summary": "@summary@", "description": "@details@",
            "parameters": [{"name": "@parameter@", "in": "query", "description": "@parameterText@",
               "example": "@example@",
               "schema": {"type": "string", "pattern": "@pattern@", "enum": ["@value@", "other"], "default": "@default@"}}],
            "responses": {"200": {"description": "@response@",
               "headers": {"@header@": {"description": "@headerText@", "schema": {"type": "string"}}},
               "content": {"@media@": {"schema": {"$ref": "#/components/schemas/Holder"}}}}}},
           "post": {"operationId": "second", "@extension@": "@rename@",
            "requestBody": {"required": true, "content": {"@media@": {"schema": {"$ref": "#/components/schemas/Holder"}}}},
            "responses": {"204": {"description": "@response@"}}}}},
         "webhooks": {"@webhook@": {"post": {"operationId": "third",
            "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Holder"}}}},
            "responses": {"204": {"description": "@response@"}}}}},
         "components": {
          "securitySchemes": {
            "@scheme@": {"type": "apiKey", "in": "query", "name": "@key@", "description": "@about@"},
            "oauth": {"type": "oauth2", "flows": {"clientCredentials": {
               "tokenUrl": "@tokenURL@", "scopes": {"@scope@": "@scopeText@"}}}}},
          "schemas": {
            "Holder": {"type": "object", "properties": {
               "either": {"oneOf": [{"$ref": "#/components/schemas/First"}, {"$ref": "#/components/schemas/Second"}],
                  "discriminator": {"propertyName": "@discriminator@", "mapping": {
                     "@mapping@": "#/components/schemas/First", "b": "#/components/schemas/Second"}}},
               "model": {"title": "@model@", "description": "@modelText@", "type": "object", "properties": {
                  "@property@": {"type": "string", "description": "@propertyText@", "format": "@format@",
                     "default": "@default@", "maxLength": 9},
                  "constant": {"const": "@constant@"}}}}},
            "First": {"type": "object", "properties": {"a": {"type": "string"}}},
            "Second": {"type": "object", "properties": {"b": {"type": "string"}}}}}}
        """
}
