import APIGenSourceText

// MARK: - Which responses are streams

/// Lowers streamed responses.
struct StreamLowering: LoweringPass {
    let lowering: Lowering

    /// The format of a stream; `nil` if the media type is not a stream, or one that cannot be split into items.
    func format(of mediaType: OpenAPI.MediaType) -> API.Stream.Format? {
        guard lowering.bodies.kind(of: mediaType) == .sequence else { return nil }
        let name = mediaType.plainName
        if name == "text/event-stream" { return eventFormat(of: mediaType) }
        if name.hasSuffix("json-seq") { return .jsonSequence }
        let isLines = MediaKind(name) == .sequence || mediaType.isWatched || name.hasSuffix("+jsonl")
        return isLines ? .jsonLines : nil
    }

    /// The stream among the success responses: the first one; others are reported.
    func lowerStream(
        of successes: [OpenAPI.Response],
        operation: OpenAPI.Operation,
        named name: API.Name,
    ) -> API.Stream? {
        guard operation.method != "head" else { return nil }
        let streams = successes.flatMap { response in
            response.content.filter { format(of: $0) != nil }.map { (mediaType: $0, response: response) }
        }
        guard let first = streams.first, let format = format(of: first.mediaType) else { return nil }
        for other in streams.dropFirst() where other.mediaType.name.value != first.mediaType.name.value {
            report(.unreadMediaType(other.mediaType, instead: first.mediaType.name.value))
        }
        note(first.mediaType, as: .json)
        let item = item(
            of: first.mediaType, format: format,
            hint: NameHint(words: API.NameWords(name, "item"), parent: nil))
        note(item.reading, as: [.null, .limitsInWords])
        if first.mediaType.itemSchema == nil {
            note(repeated: first.mediaType.schema, as: .null)
        } else {
            note("schema", of: first.mediaType.node, as: .unreached)
        }
        return API.Stream(
            item: item.isNullable ? item.type.optional : item.type,
            format: format,
            mediaType: first.mediaType.name.value,
            description: first.response.description,
            limits: item.limits,
            rules: item.rules,
        )
    }
}

// MARK: - Items

extension StreamLowering {
    private func item(
        of mediaType: OpenAPI.MediaType,
        format: API.Stream.Format,
        hint: NameHint,
    ) -> ResolvedSchema {
        guard let schema = itemSchema(of: mediaType) else {
            return ResolvedSchema(type: .scalar(format.isEvents ? .serverSentEvent : .json))
        }
        // A string schema for the whole body does not describe the lines.
        if format == .jsonLines, mediaType.itemSchema == nil, isText(schema) {
            return ResolvedSchema(type: .scalar(.json))
        }
        return lowering.types.resolve(schema, hint: hint)
    }

    /// The schema of an item. Since 3.2, `itemSchema` describes an item and `schema` the list; before, `schema` was
    /// used for both.
    private func itemSchema(of mediaType: OpenAPI.MediaType) -> OpenAPI.Schema.ID? {
        if let item = mediaType.itemSchema { return item.value }
        guard let schema = mediaType.schema else { return nil }
        if case .array(let items) = graph.shape(of: graph.end(of: schema)) { return items }
        return schema
    }

    /// The format of events: their schema describes either the fields of an event, or its data only.
    private func eventFormat(of mediaType: OpenAPI.MediaType) -> API.Stream.Format {
        guard let schema = itemSchema(of: mediaType) else { return .events(json: false) }
        var data: [OpenAPI.Schema.ID] = []
        guard isEvent(schema, data: &data), !data.isEmpty else { return .eventData }
        return .events(json: !data.allSatisfy { isText($0) })
    }

    /// Whether a schema, or each of its alternatives, has only the fields of an event.
    private func isEvent(_ id: OpenAPI.Schema.ID, data: inout [OpenAPI.Schema.ID]) -> Bool {
        guard let schema = graph.schemas[graph.end(of: id)] else { return false }
        let names = schema.properties.map(\.name.value)
        guard names.allSatisfy(Self.eventFields.contains) else { return false }
        data += schema.properties.filter { $0.name.value == "data" }.map(\.schema)
        let alternatives = graph.alternatives(of: schema)
        for part in alternatives + schema.composition.allOf where !isEvent(part, data: &data) { return false }
        return !names.isEmpty || !alternatives.isEmpty || !schema.composition.allOf.isEmpty
    }

    private static let eventFields: Set<String> = ["data", "event", "id", "retry"]

    private func isText(_ id: OpenAPI.Schema.ID) -> Bool {
        switch graph.shape(of: graph.end(of: id)) {
        case .scalar(.json), .scalar(.boolean): false
        case .scalar(let scalar): !scalar.isNumber
        case .enumeration: true
        case .reference, .single, .array, .dictionary, .record, .integerEnumeration, .union: false
        }
    }
}

extension API.Stream.Format {
    fileprivate var isEvents: Bool {
        switch self {
        case .eventData, .events: true
        case .jsonLines, .jsonSequence, .bytes: false
        }
    }
}

// MARK: - Methods

extension StreamLowering {
    /// The methods of an operation. If it returns a value or a stream by choice, it has a method for each, and so it does
    /// if it returns bytes.
    func methods(of operation: API.Operation, at range: SourceRange) -> [API.Operation] {
        let result = operation.result
        let chunks = result.stream == nil ? result.chunks : nil
        guard let items = result.stream ?? chunks?.stream, result.isValue else { return [operation] }
        var (value, stream) = (operation, operation)
        value.result = result.withoutStream
        stream.result = result.withoutValue
        stream.result.stream = items
        if let chunks { stream.result.accept = chunks.accept }
        stream.name = name(
            .stream, API.NameWords(operation.name, "stream"), in: .methods, at: range)
        stream.isSecondMethod = true
        stream.pagination = nil
        return [value, stream]
    }
}

extension API.Result {
    fileprivate var isValue: Bool { type != nil || choice != nil }

    /// The stream of the body that is bytes, and no Base64 in JSON, and what to accept: it, and all of other statuses.
    fileprivate var chunks: (stream: API.Stream, accept: [String])? {
        guard redirects.isEmpty else { return nil }
        guard let choice else { return chunks(of: type, as: accept, description).map { ($0, accept) } }
        for value in choice.cases {
            guard let stream = chunks(of: value.type, as: value.accept, value.description) else { continue }
            let others = choice.cases.filter { $0.status != value.status }.flatMap(\.accept)
            return (stream, (value.accept + others).withoutDuplicates)
        }
        return nil
    }

    private func chunks(
        of type: API.TypeReference?, as accept: [String], _ description: Prose?,
    ) -> API.Stream? {
        guard type?.optional == .nullable(.scalar(.data)), let mediaType = accept.first,
            !accept.contains(where: { MediaKind(String($0.prefix { $0 != ";" }.lowercased())) == .json })
        else { return nil }
        return API.Stream(
            item: .scalar(.data), format: .bytes, mediaType: mediaType, description: description, limits: [],
            rules: [])
    }

    fileprivate var withoutStream: API.Result {
        var result = self
        result.stream = nil
        return result
    }

    fileprivate var withoutValue: API.Result {
        var result = self
        (result.type, result.choice, result.limits) = (nil, nil, [])
        return result
    }
}
