import Blocking
import Foundation
import Testing

/// Files that are no documents, or broken ones: what `gen generate` says of them, and where. It never crashes.
@Suite(.blocking) struct BrokenDocumentTests {
    struct Row: CustomTestStringConvertible {
        let name: String
        let files: [String: Data]
        let message: String

        var testDescription: String { name }

        init(_ name: String, _ bytes: Data, _ message: String) {
            (self.name, files, self.message) = (name, ["api.yaml": bytes], message)
        }

        init(_ name: String, _ text: String, _ message: String) {
            self.init(name, Data(text.utf8), message)
        }
    }

    private static let head = "openapi: 3.1.0\ninfo: {title: Shop, version: 1.0.0}\n"

    private static func operation(_ text: String) -> String {
        head
            + "paths:\n  /orders:\n    get: {operationId: listOrders, responses: {200: {description: Done.}}}\n"
            + text
    }

    static let errors: [Row] = [
        Row("nothing", "", "api.yaml:1:1: error: the document is empty; write or remove it"),
        Row("blanks", " \n\n \n", "api.yaml:1:1: error: the document is empty"),
        Row(
            "null", "null\n",
            "api.yaml:1:1: error: an OpenAPI document is a mapping that begins with 'openapi'; this is nothing"
        ),
        Row("number", "42", "api.yaml:1:1: error: an OpenAPI document is a mapping"),
        Row("list", "- openapi: 3.1.0\n", "api.yaml:1:1: error: an OpenAPI document is a mapping"),
        Row(
            "zeros", Data(repeating: 0, count: 100),
            "api.yaml:1:1: error: the character U+0000 is not allowed here"),
        Row(
            "garbage", Data((0..<2000).map { UInt8(($0 * 7919 + 131) % 251) }),
            "api.yaml:1:75: error: a carriage return without a line feed"),
        Row(
            "UTF-16", Data([0xFF, 0xFE]) + (head.data(using: .utf16LittleEndian) ?? Data()),
            "api.yaml:1:1: error: the file is in UTF-16; save it as UTF-8"),
        Row(
            "UTF-16 without a mark", head.data(using: .utf16BigEndian) ?? Data(),
            "api.yaml:1:1: error: the file is in UTF-16; save it as UTF-8"),
        Row(
            "Latin-1", Data((head + "x-a: ").utf8) + Data([0xE9]),
            "api.yaml:3:6: error: the byte 0xE9 is not UTF-8"),
        Row(
            "tabs", "openapi: 3.1.0\ninfo:\n\ttitle: Shop\n",
            "api.yaml:3:1: error: tab in the indentation; use spaces"),
        Row("duplicate keys", head + "info: {}\n", "api.yaml:3:1: error: duplicate key 'info'"),
        Row(
            "HTML", "<!DOCTYPE html>\n<html><body>Not found</body></html>\n",
            "api.yaml:1:1: error: this is HTML or XML, and neither YAML nor JSON"),
        Row(
            "Swagger", "swagger: '2.0'\ninfo: {title: Shop, version: 1.0.0}\npaths: {}\n",
            "api.yaml:1:1: error: this is Swagger 2.0, which came before OpenAPI 3.0; convert it, as editor.swagger.io does"
        ),
        Row(
            "AsyncAPI", "asyncapi: 2.6.0\ninfo: {title: Shop, version: 1.0.0}\nchannels: {}\n",
            "api.yaml:1:1: error: this is AsyncAPI"),
        Row(
            "overlay", "overlay: 1.0.0\ninfo: {title: Shop, version: 1.0.0}\nactions: []\n",
            "api.yaml:1:1: error: this is an OpenAPI Overlay, which '--overlay' takes beside a document"),
        Row(
            "JSON Schema",
            "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"type\": \"object\"}",
            "api.yaml:1:2: error: this is a JSON Schema"),
        Row(
            "package.json", "{\"name\": \"shop\", \"version\": \"1.0.0\"}",
            "api.yaml:1:1: error: this is no OpenAPI document: it has neither 'openapi' nor 'paths'"),
        Row(
            "version 2", head.replacing("3.1.0", with: "2.0"),
            "api.yaml:1:10: error: OpenAPI 2.0 is not supported; 3.0, 3.1 and 3.2 are"),
        Row(
            "version 4", head.replacing("3.1.0", with: "4.0.0"),
            "api.yaml:1:10: error: OpenAPI 4.0.0 is not supported"),
        Row(
            "huge version", head.replacing("3.1.0", with: "3.99999999999999999999"),
            "api.yaml:1:10: error: OpenAPI 3.99999999999999999999 is not supported"),
        Row(
            "deep JSON", "{\"a\": " + String(repeating: "[", count: 100_000),
            "api.yaml:1:506: error: more than 500 levels deep; flatten this"),
        Row(
            "deep YAML", (0..<600).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
            "error: more than 500 levels deep; flatten this"),
    ]

    private static func chain(of name: String, _ count: Int, _ message: String, _ link: (String) -> String)
        -> Row
    {
        let schemas = (0..<count).map { "    S\($0): \(link("#/components/schemas/S\($0 + 1)"))\n" }.joined()
        let text = head + "paths: {}\ncomponents:\n  schemas:\n\(schemas)    S\(count): {type: string}\n"
        return Row("chain of \(name)", text, "api.yaml:6:9: error: more than \(message) another here")
    }

    /// Chains of schemas that would use up the stack.
    static let chains = [
        chain(of: "references", 3100, "3000 schemas lead to one") { "{$ref: '\($0)'}" },
        chain(of: "arrays", 1000, "200 schemas stand in one") { "{type: array, items: {$ref: '\($0)'}}" },
        chain(of: "dictionaries", 1000, "200 schemas stand in one") {
            "{type: object, additionalProperties: {$ref: '\($0)'}}"
        },
    ]

    @Test(arguments: errors + chains)
    func isRefused(_ row: Row) throws {
        let run = try generate(row)
        #expect(run.status == 2, "\(run.errors.prefix(1000))")
        #expect(run.errors.contains(row.message), "\(run.errors.prefix(1000))")
    }

    private static let number = "99999999999999999999999999"

    /// Mistakes after which a client is made all the same.
    private static let mistakes: [Row] = [
        Row(
            "no paths", head,
            "api.yaml:1:1: warning: the OpenAPI document has no 'paths', which is required"),
        Row(
            "no version", "info: {title: Shop, version: 1.0.0}\npaths: {}\n",
            "api.yaml:1:1: warning: the OpenAPI document has no 'openapi', which is required"),
        Row(
            "huge limit", operation("components: {schemas: {A: {type: string, maxLength: \(number)}}}\n"),
            "api.yaml:6:53: warning: expected a whole number of at least 0, found the number \(number)"),
        Row(
            "infinite limit", operation("components: {schemas: {A: {type: number, maximum: .inf}}}\n"),
            "api.yaml:6:51: warning: expected a finite number"),
        Row(
            "reference to a folder", operation("  /all: {$ref: folder}\n"),
            "api.yaml:6:16: warning: 'folder' is a folder; what refers to it is left out"),
        Row(
            "reference into nothing", operation("  /all: {$ref: ''}\n"),
            "api.yaml:1:1: warning: unknown field 'openapi' in a path item"),
        Row(
            "reference to another file's mistake", operation("  /all: {$ref: nowhere.yaml#/a}\n"),
            "api.yaml:6:16: warning: there is no file 'nowhere.yaml'"),
        Row(
            "circle of path items", operation("  /all: {$ref: '#/paths/~1all'}\n"),
            "api.yaml:6:16: warning: '#/paths/~1all' leads back to itself"),
        Row(
            "reference over a network", operation("  /all: {$ref: 'https://shop.example/a.yaml'}\n"),
            "api.yaml:6:16: warning: 'https://shop.example/a.yaml' is on a network"),
    ]

    /// Schemas that never say what they are, or never end.
    private static let schemaCircles: [(place: String, schemas: String, message: String)] = [
        ("references", "A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}", "it is"),
        ("pointers", "A: {$ref: '#/components/schemas/A/properties/a'}", "cannot be resolved"),
        ("allOf", "A: {allOf: [{$ref: '#/components/schemas/A'}]}", "it is"),
        ("oneOf", "A: {oneOf: [{$ref: '#/components/schemas/A'}]}", "it is"),
        ("items", "A: {type: array, items: {$ref: '#/components/schemas/A'}}", "no type in Swift"),
    ]

    /// Places where a component stands for itself.
    private static let componentCircles: [(kind: String, field: String)] = [
        ("parameters", "parameters: [{$ref: '#/components/parameters/A'}]"),
        ("requestBodies", "requestBody: {$ref: '#/components/requestBodies/A'}"),
        ("responses", "responses: {201: {$ref: '#/components/responses/A'}}"),
        (
            "headers",
            "responses: {201: {description: Done., headers: {X-A: {$ref: '#/components/headers/A'}}}}"
        ),
    ]

    static var warnings: [Row] {
        let components = componentCircles.map { kind, field in
            let path = "  /all: {put: {operationId: all, \(field)}}\n"
            let component = "components: {\(kind): {A: {$ref: '#/components/\(kind)/A'}}}\n"
            let message = "warning: '#/components/\(kind)/A' leads back to itself"
            return Row("circle of \(kind)", operation(path + component), message)
        }
        let all = "  /all: {get: {operationId: all, responses: {200: {$ref: '#/components/responses/A'}}}}\n"
        let response =
            "description: All., content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}"
        let schemas = schemaCircles.map { place, schemas, message in
            let components = "components:\n  responses: {A: {\(response)}}\n  schemas: {\(schemas)}\n"
            return Row("circle of \(place)", operation(all + components), message)
        }
        return mistakes + components + schemas
    }

    @Test(arguments: warnings)
    func isRecovered(_ row: Row) throws {
        let run = try generate(row)
        #expect(run.status == 0, "\(run.errors.prefix(1000))")
        #expect(run.errors.contains(row.message), "\(run.errors.prefix(1000))")
        #expect(!run.errors.contains(": error: "))
    }

    /// What is odd and no mistake.
    private static let oddities: [(name: String, text: String)] = [
        ("paths of nothing", head + "paths:\n"),
        ("byte order mark", "\u{FEFF}" + head + "paths: {}\n"),
        ("CRLF", (head + "paths: {}\n").replacing("\n", with: "\r\n")),
        ("no line break at the end", head + "paths: {}"),
        ("directives and markers", "%YAML 1.2\n---\n" + head + "paths: {}\n...\n"),
        (
            "huge numbers",
            operation("components: {schemas: {A: {type: number, maximum: 1e308, default: -\(number)}}}\n")
        ),
    ]

    @Test(arguments: oddities)
    func isTaken(name: String, text: String) throws {
        let run = try generate(Row(name, text, ""))
        #expect(run.status == 0, "\(run.errors.prefix(1000))")
        #expect(run.errors == "")
    }

    private func generate(_ row: Row) throws -> Workspace.Run {
        let workspace = try Workspace()
        for (path, bytes) in row.files { try workspace.write(bytes, to: path) }
        try workspace.write("In a folder.\n", to: "folder/readme.txt")
        let run = try workspace.gen("generate", "api.yaml", "--output", "Out")
        #expect(run.seconds < 10)
        return run
    }
}
