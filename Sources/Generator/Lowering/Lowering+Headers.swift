import APIGenYAML

/// Response headers, which callers read by name.
extension ResultLowering {
    /// The headers to document, without duplicates. Redirects other than 304 always have `Location`.
    func headers(of responses: [OpenAPI.Response]) -> [API.Header] {
        let listed = listedHeaders(of: responses)
        let needsLocation =
            responses.contains { $0.isRedirect && $0.status != .code(304) }
            && !listed.contains { $0.name.lowercased() == "location" }
        let location = API.Header(
            name: "Location", type: nil, valueType: .scalar(.string), isRequired: false, description: nil)
        return needsLocation ? listed + [location] : listed
    }

    private func listedHeaders(of responses: [OpenAPI.Response]) -> [API.Header] {
        var seen: Set<String> = []
        let all = responses.flatMap(\.headers)
        for header in all { note(header.node, as: .dropped) }
        let headers = all.filter { Self.isOfInterest($0.name.value.lowercased()) }
        return headers.filter { seen.insert($0.name.value.lowercased()).inserted }.map { header in
            if header.schema != nil || header.description != nil {
                note("required", of: header.node, as: .documentation)
            }
            let isCookie = header.name.value.lowercased() == "set-cookie"
            let lowered = API.Header(
                name: header.name.value,
                type: header.schema.flatMap { typeWords(of: $0) },
                valueType: isCookie ? .array(.scalar(.string)) : valueType(of: header.schema),
                isRequired: header.isRequired,
                description: header.description,
            )
            builder.headers.append((lowered, header.name.range))
            return lowered
        }
    }

    /// The headers of all operations, each with its type, or as a string if it has several.
    func declareHeaders() -> [API.HeaderDeclaration] {
        let scope = builder.scope(of: .headers)
        let all = builder.headers.filter { $0.header.name.isToken }
        var seen: Set<String> = []
        let distinct = all.filter { seen.insert($0.header.name.lowercased()).inserted }
        let types = Dictionary(all.map { ($0.header.name.lowercased(), Set([$0.header.valueType])) }) {
            $0.union($1)
        }
        return distinct.map { header, range in
            let type = types[header.name.lowercased()].flatMap { $0.count == 1 ? $0.first : nil }
            return API.HeaderDeclaration(
                name: name(.header, API.NameWords(header.name), in: scope, at: range),
                wireName: header.name, type: type ?? .scalar(.string))
        }
    }

    /// The type that the runtime reads a header as: a scalar, or a list of them. Anything else is a string.
    private func valueType(of schema: OpenAPI.Schema.ID?) -> API.TypeReference {
        guard let schema else { return .scalar(.string) }
        switch graph.shape(of: graph.end(of: schema)) {
        case .scalar(let scalar): return .scalar(Self.readable.contains(scalar) ? scalar : .string)
        case .array(let item?):
            guard case .scalar(let scalar) = valueType(of: item) else { return .scalar(.string) }
            return .array(.scalar(scalar))
        case .integerEnumeration: return .scalar(.integer)
        case .array, .dictionary, .record, .enumeration, .reference, .single, .union:
            return .scalar(.string)
        }
    }

    private static let readable: Set<API.Scalar> = [
        .string, .boolean, .integer, .unsignedInteger, .number, .decimal, .date, .dateTime, .uuid, .url,
    ]

    /// The documentation of unsuccessful statuses.
    func failureNotes(of operation: OpenAPI.Operation) -> [API.StatusNote] {
        let successes = successes(of: operation).map(\.status)
        return operation.responses.filter { !successes.contains($0.status) }.map { response in
            API.StatusNote(
                status: response.status.lowered, description: response.description,
                headers: headers(of: [response]))
        }
    }

    /// Whether a header is meant for the caller rather than the transport.
    private static func isOfInterest(_ name: String) -> Bool {
        let isOfTransport = ["connection", "content-length", "content-type", "transfer-encoding"].contains(
            name)
        return !isOfTransport && !name.hasPrefix("access-control-")
    }

    /// The type in words: `integer`, `date-time` or `array of integer`.
    private func typeWords(of id: OpenAPI.Schema.ID, depth: Int = 4) -> String? {
        guard depth > 0, let schema = graph.schemas[graph.end(of: id)] else { return nil }
        for step in graph.path(from: id) { noteType(of: graph.schemas[step]?.node) }
        guard let type = schema.types.first(where: { $0 != .null }) else { return nil }
        switch type {
        case .array:
            let items = schema.items.flatMap { typeWords(of: $0, depth: depth - 1) }
            return items.map { "array of \($0)" } ?? "array"
        case .string: return schema.format?.value ?? type.rawValue
        case .null, .boolean, .object, .number, .integer: return type.rawValue
        }
    }

    /// Records a schema of which only the type is documented.
    private func noteType(of schema: Node?) {
        note(schema, as: .dropped)
        note("$ref", "type", "format", of: schema, as: .typed)
    }
}
