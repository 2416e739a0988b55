public import APIRuntime
public import Foundation

/// A service as its OpenAPI document describes it: it checks requests by the document, and answers them.
///
/// The document is read without the generator's understanding of it, so that a client and its document are held against
/// each other.
///
///     let service = try DocumentedService(bundle: Data(contentsOf: url), answer: .json(#"{"id": "1"}"#))
///     let client = PetsClient(configuration: ClientConfiguration(transport: service))
///     _ = try await client.pets.get(id: "1")
///     #expect(service.findings == [])
///
/// Copies share their findings.
public struct DocumentedService: ClientTransport {
    private let files: DocumentFiles
    private let schemas: DocumentSchemas
    private let answer: ScriptedAnswer
    private let found = Locked<[String]>([])

    /// Creates a service.
    ///
    /// - Parameters:
    ///   - bundle: A JSON object with the document's files in `files`, by their paths, and in `entry` the path of the
    ///     document itself.
    ///   - answer: The answer to all requests.
    /// - Throws: `DecodingError` for a bundle that is not JSON.
    public init(bundle: Data, answer: ScriptedAnswer = .empty()) throws {
        files = DocumentFiles(try JSONDecoder().decode(JSONValue.self, from: bundle))
        schemas = DocumentSchemas(files)
        self.answer = answer
    }

    /// A service of the same document with another answer, and without findings.
    public func answering(_ answer: ScriptedAnswer) -> DocumentedService {
        DocumentedService(files: files, schemas: schemas, answer: answer)
    }

    private init(files: DocumentFiles, schemas: DocumentSchemas, answer: ScriptedAnswer) {
        (self.files, self.schemas, self.answer) = (files, schemas, answer)
    }

    /// What requests and answers violate, in sentences.
    public var findings: [String] { found.current }

    /// Checks the request, and returns the answer with its whole body.
    ///
    /// - Throws: The `TransportError` of the answer.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        let stream = try await stream(request)
        return TransportResponse(head: stream.head, body: try await stream.remainder())
    }

    /// Checks the request, and returns the answer.
    ///
    /// - Throws: The `TransportError` of the answer.
    public func stream(_ request: TransportRequest) async throws -> TransportStream {
        let findings = check(request)
        found.change { $0 += findings }
        return try answer.outcome.get()
    }
}

// MARK: - Checks

extension DocumentedService {
    private func check(_ request: TransportRequest) -> [String] {
        let operations = DocumentOperation.operations(for: request, in: files)
        // A request that one of them takes is right.
        return operations.map { check(request, for: $0) }.min { $0.count < $1.count }
            ?? ["no operation of the document is \(request.head.method.rawValue) \(request.path)"]
    }

    private func check(_ request: TransportRequest, for operation: DocumentOperation) -> [String] {
        let texts = ParameterTexts(files: files, request: request, operation: operation)
        return operation.parameters.flatMap { check($0, texts) } + strays(texts)
            + check(bodyOf: request, operation) + checkCredentials(of: request, operation)
    }

    private func check(_ parameter: DocumentFiles.Place, _ texts: ParameterTexts) -> [String] {
        let name = parameter.value["name"]?.string ?? ""
        // Such parameters are ignored (OpenAPI 3.1, section 4.8.12.2.1).
        let ignored = ["accept", "authorization", "content-type"]
        if parameter.value["in"]?.string == "header", ignored.contains(name.lowercased()) { return [] }
        guard let value = texts.value(of: parameter) else {
            let isRequired = parameter.value["required"]?.bool ?? false
            return isRequired ? ["the parameter \(name) is missing"] : []
        }
        let schema = parameter["schema"] ?? parameter["content"]?.members.first?.place["schema"]
        guard let schema else { return [] }
        // A scalar that may be a list as well looks like a list of one.
        let readings = [value] + (value.array?.count == 1 ? value.array ?? [] : [])
        return readings.map { violations(of: schema, by: $0, at: name) }.min { $0.count < $1.count } ?? []
    }

    /// The parameters of the query that the document does not have.
    private func strays(_ texts: ParameterTexts) -> [String] {
        guard !texts.operation.parameters.contains(where: { $0.value["in"]?.string == "querystring" }) else {
            return []
        }
        let keys = files.document["components"]?["securitySchemes"]?.members.map {
            files.resolved($0.place).value
        }
        let known = texts.operation.parameters.reduce(into: texts.operation.queryNames) {
            $0.formUnion(texts.explainedNames(by: $1))
        }.union((keys ?? []).filter { $0["in"]?.string == "query" }.compactMap { $0["name"]?.string })
        let names = ParameterTexts.pairs(texts.request.query ?? "").map(\.name)
        return names.filter { !known.contains($0) }.map { "the document has no parameter \($0)" }
    }

    private func check(bodyOf request: TransportRequest, _ operation: DocumentOperation) -> [String] {
        let body = operation.place["requestBody"].map(files.resolved)
        guard let content = request.body, !content.isEmpty || request.head.headerFields[.contentType] != nil
        else {
            let isMissing = request.content == nil && body?.value["required"]?.bool == true
            return isMissing ? ["the body is missing"] : []
        }
        guard let body else { return ["the document has no body for the operation"] }
        let type = request.head.headerFields[.contentType]?.mediaType ?? ""
        let contents = body["content"]?.members ?? []
        // The most specific one applies (OpenAPI 3.1, section 4.8.13).
        let matches = contents.filter { $0.name.mediaType.matches(type) }
        guard let match = matches.first(where: { !$0.name.contains("*") }) ?? matches.first else {
            return ["the body is \(type), which the document does not have"]
        }
        guard let schema = files.resolved(match.place)["schema"] else { return [] }
        // A JSON Patch is an array (RFC 6902, section 3), which documents call an object.
        if type == "application/json-patch+json" { return [] }
        if type.isJSON { return violations(of: schema, by: content, at: "$") }
        guard type == "application/x-www-form-urlencoded" else { return [] }
        return check(fields: String(decoding: content, as: UTF8.self), schema, match.place["encoding"]?.value)
    }

    /// Checks the names of a form, and its values unless they have styles.
    private func check(
        fields text: String, _ schema: DocumentFiles.Place, _ encodings: JSONValue?,
    ) -> [String] {
        let pairs = ParameterTexts.pairs(text)
        let shape = Shape(of: schema, in: files)
        // A style makes other texts of lists and objects.
        let isStyled =
            encodings?.object?.values.contains { $0["style"] != nil || $0["explode"] != nil } ?? false
        let isFlat = pairs.allSatisfy { pair in
            !pair.name.contains("[") && !shape.property(pair.name, files).element(files).isObject
        }
        if isFlat, !isStyled {
            let texts = Dictionary(grouping: pairs, by: \.name).mapValues { pairs in
                pairs.map { ParameterTexts.decoded($0.text) }
            }
            let members = texts.map { name, texts in
                let isJSON = encodings?[name]?["contentType"]?.string?.contains("json") ?? false
                let value =
                    isJSON
                    ? Shape.json(texts.joined()) : shape.property(name, files).value(ofField: texts, files)
                return (name, value)
            }
            return violations(of: schema, by: .object(Dictionary(uniqueKeysWithValues: members)), at: "$")
        }
        let required = (files.resolved(schema).value["required"]?.array?.compactMap(\.string) ?? [])
            .filter { !files.has("readOnly", on: $0, in: schema) }
        let names = Set(pairs.map { String($0.name.prefix { $0 != "[" }) })
        return required.filter { !names.contains($0) }.map { "the field \($0) is missing" }
    }

    private func violations(
        of schema: DocumentFiles.Place, by value: JSONValue, at root: String,
    ) -> [String] {
        (try? JSONEncoder().encode(value)).map { violations(of: schema, by: $0, at: root) } ?? []
    }

    private func violations(of schema: DocumentFiles.Place, by json: Data, at root: String) -> [String] {
        do {
            return try schemas.violations(of: schema, by: json, at: root, isRequest: true)
        } catch {
            return ["\(root) is not JSON"]
        }
    }

    /// Whether the request has the credentials of one of the alternatives.
    private func checkCredentials(of request: TransportRequest, _ operation: DocumentOperation) -> [String] {
        guard let alternatives = (operation.place["security"] ?? files.document["security"])?.elements,
            !alternatives.isEmpty
        else { return [] }
        let schemes = files.document["components"]?["securitySchemes"]
        let isMet = alternatives.contains { alternative in
            alternative.members.allSatisfy { name, _ in
                schemes?[name].map { request.has(files.resolved($0).value) } ?? true
            }
        }
        return isMet ? [] : ["the request has none of the credentials that the document asks for"]
    }
}

extension TransportRequest {
    fileprivate func has(_ scheme: JSONValue) -> Bool {
        let name = scheme["name"]?.string ?? ""
        switch (scheme["type"]?.string, scheme["in"]?.string) {
        case ("apiKey", "query"): return ParameterTexts.pairs(query ?? "").contains { $0.name == name }
        case ("apiKey", "header"): return HTTPField.Name(name).map { head.headerFields[$0] != nil } ?? false
        case ("apiKey", "cookie"): return cookies.contains { $0.name == name }
        case ("http", _):
            let word = (scheme["scheme"]?.string ?? "").lowercased()
            return head.headerFields[.authorization]?.lowercased().hasPrefix(word + " ") ?? false
        case ("mutualTLS", _): return true
        default: return head.headerFields[.authorization] != nil
        }
    }
}

extension String {
    /// The media type without parameters, in lower case.
    fileprivate var mediaType: String {
        prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
    }

    fileprivate var isJSON: Bool { hasSuffix("/json") || hasSuffix("+json") }

    /// Whether a media type, or a range of them, includes another.
    fileprivate func matches(_ type: String) -> Bool {
        self == type || self == "*/*" || hasSuffix("/*") && type.hasPrefix(dropLast())
    }
}
