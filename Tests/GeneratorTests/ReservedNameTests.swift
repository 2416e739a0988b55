import Blocking
import Foundation
import APIGenerator
import Testing

/// No generated type hides one of the runtime.
@Suite(.blocking) struct ReservedNameTests {
    /// The public types of the runtime's modules, as they are declared.
    static let names: [String] = ["APIRuntime", "APIOAuth", "APISigning"].flatMap { module -> [String] in
        let folder = CaseFolder.packageRoot.appendingPathComponent("Sources/\(module)")
        let paths = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
        return paths.filter { $0.hasSuffix(".swift") }.flatMap { path -> [String] in
            let text = (try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)) ?? ""
            let words = #/(?m)^(?:@\S+ )?public .*?\b(?:struct|enum|protocol|class|actor|typealias) (\w+)/#
            return text.matches(of: words).map { String($0.output.1) }
        }
    }.sorted()

    @Test func findsTypes() {
        #expect(Self.names.count > 50)
        #expect(
            Set(Self.names).isSuperset(of: ["APIClient", "JSONValue", "OAuth", "Parameter", "SignedPart"]))
    }

    @Test(arguments: names)
    func leavesTheTypesOfTheRuntimeAlone(_ name: String) throws {
        let document = """
            openapi: 3.1.0
            info: {title: Shop, version: "1"}
            paths:
              /a:
                get:
                  operationId: a
                  responses:
                    "200":
                      description: Done.
                      content: {application/json: {schema: {$ref: "#/components/schemas/\(name)"}}}
            components:
              schemas:
                \(name): {type: object, properties: {a: {type: string}}}

            """
        let (files, _) = CaseFolder(name: "documentation").generate(document)
        #expect(try #require(files).map(\.path).contains("Models/\(name)Model.swift"))
    }
}
