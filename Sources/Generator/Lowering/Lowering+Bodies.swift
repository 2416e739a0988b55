import APIGenSourceText

/// Lowers request bodies.
struct BodyLowering: LoweringPass {
    let lowering: Lowering

    /// Returns `nil` if the operation sends no body.
    func lowerBody(
        _ body: OpenAPI.RequestBody,
        of operation: OpenAPI.Operation,
        named name: API.Name,
    ) -> API.Body? {
        // RFC 9110, sections 9.3.2 and 9.3.8.
        guard !["head", "trace"].contains(operation.method) else {
            report(.bodyOfBodilessMethod(body, of: operation))
            note(body.node, as: .reported)
            return nil
        }
        if operation.method == "get" { report(.bodyOfGet(body, of: operation)) }
        note(body)
        let (offered, others) = offered(body.content)
        let scope = builder.scope(of: .contents)
        var contents: [API.Content] = []
        var bytes: [OpenAPI.MediaType] = []
        var texts: [OpenAPI.MediaType] = []
        for mediaType in offered {
            switch kind(of: mediaType) {
            case .text: texts.append(mediaType)
            case .json, .form, .multipart:
                let word = contents.isEmpty ? "body" : "\(contentWord(of: mediaType)) body"
                let hint = NameHint(words: API.NameWords(name, word), parent: nil)
                contents.append(lower(mediaType, of: operation, hint: hint, in: scope))
            case .xml, .bytes, .sequence: bytes.append(mediaType)
            }
        }
        contents += raw(texts, bytes, of: operation, in: scope)
        let (distinct, repeated) = withoutRepeatedTypes(contents)
        guard !distinct.isEmpty else { return nil }
        for other in others { note(nameOf: other.node) }
        return API.Body(
            contents: distinct,
            choiceName: distinct.count > 1 ? choiceName(of: name, word: "content", at: body.range) : nil,
            isRequired: body.isRequired,
            description: body.description,
            others: others.map(\.name.value) + repeated.flatMap(\.mediaTypes),
        )
    }

    private func note(_ body: OpenAPI.RequestBody) {
        note(body.node, by: "required", "content")
        for mediaType in body.content { note(mediaType.node, as: .unreached) }
    }

    /// The properties that make two media types interchangeable: the schema, and the patch format, which gives the same
    /// value another meaning.
    private struct Meaning: Hashable {
        let schema: OpenAPI.Schema.ID
        let patch: String?
    }

    /// The media types that callers may choose from. A media type with the same meaning as JSON, or as an earlier one,
    /// is only documented.
    private func offered(
        _ content: [OpenAPI.MediaType]
    ) -> (offered: [OpenAPI.MediaType], others: [OpenAPI.MediaType]) {
        let kinds = content.map { kind(of: $0) }
        let order = content.indices.sorted {
            rank(content[$0], kind: kinds[$0]) < rank(content[$1], kind: kinds[$1])
        }
        var seen: Set<Meaning> = []
        var offered: Set<Int> = []
        for index in order {
            let isRaw = kinds[index].isRaw
            let patch = MediaKind.patchFormat(content[index].plainName)
            let isNew =
                content[index].schema.map {
                    seen.insert(Meaning(schema: graph.end(of: $0), patch: patch)).inserted
                } ?? true
            let isOtherWord = kinds[index] == .xml && kinds.contains(.json) && patch == nil
            if (isNew || isRaw) && !isOtherWord { offered.insert(index) }
        }
        return (
            content.indices.filter(offered.contains).map { content[$0] },
            content.indices.filter { !offered.contains($0) }.map { content[$0] },
        )
    }

    /// The rank among media types with the same meaning: multipart if there are files, else JSON.
    private func rank(_ mediaType: OpenAPI.MediaType, kind: MediaKind) -> Int {
        switch kind {
        case .multipart where hasBinary(mediaType): 0
        case .json: 1
        case .form, .multipart, .text, .xml, .bytes, .sequence: 2
        }
    }

    private func hasBinary(_ mediaType: OpenAPI.MediaType) -> Bool {
        guard let schema = mediaType.schema.flatMap({ graph.schemas[graph.end(of: $0)] }) else {
            return false
        }
        return schema.properties.contains { property in
            var unions: Set<OpenAPI.Schema.ID> = []
            return holdsBytes(property.schema, within: &unions)
        }
    }

    /// Whether a value may be bytes, or a list of them.
    private func holdsBytes(_ id: OpenAPI.Schema.ID, within unions: inout Set<OpenAPI.Schema.ID>) -> Bool {
        let schema = graph.end(of: id)
        switch graph.shape(of: schema) {
        case .scalar(let scalar): return scalar == .binary
        case .array(let item?): return holdsBytes(item, within: &unions)
        case .union:
            guard unions.insert(schema).inserted, let union = graph.schemas[schema] else { return false }
            return graph.alternatives(of: union).contains { holdsBytes($0, within: &unions) }
        case .array, .dictionary, .record, .enumeration, .integerEnumeration, .reference, .single:
            return false
        }
    }

    func contentWord(of mediaType: OpenAPI.MediaType) -> String {
        if let patch = MediaKind.patchFormat(mediaType.plainName) { return patch }
        return switch kind(of: mediaType) {
        case .json: "json"
        case .form: "form"
        case .multipart: "multipart"
        case .text: "text"
        case .xml, .bytes, .sequence: "bytes"
        }
    }

    /// Lowers a content with a type of its own.
    private func lower(
        _ mediaType: OpenAPI.MediaType,
        of operation: OpenAPI.Operation,
        hint: NameHint,
        in scope: API.NameScope,
    ) -> API.Content {
        let kind = kind(of: mediaType)
        let resolved = body(mediaType, kind: kind, hint: hint)
        let form: API.Content.Form
        switch kind {
        case .json: form = .json
        case .form where resolved.type.hasFields:
            form = .form(encodings(of: mediaType, isMultipart: false))
        case .multipart where resolved.type.hasFields:
            form = .multipart(encodings(of: mediaType, isMultipart: true))
        case .form, .multipart, .text, .xml, .bytes, .sequence:
            report(.bodyWithoutFields(mediaType))
            return content(
                .bytes, resolved: ResolvedSchema(type: .scalar(.data)), of: mediaType, for: operation,
                in: scope)
        }
        return content(form, resolved: resolved, of: mediaType, for: operation, in: scope)
    }

    private func content(
        _ form: API.Content.Form,
        resolved: ResolvedSchema,
        of mediaType: OpenAPI.MediaType,
        for operation: OpenAPI.Operation,
        in scope: API.NameScope,
    ) -> API.Content {
        note(mediaType, in: form, reading: resolved.reading)
        let sent = mediaType.isRange ? "application/json" : mediaType.sentName
        return API.Content(
            name: name(of: mediaType, sent: sent, in: scope),
            form: form,
            type: resolved.type,
            mediaType: sent,
            choices: [],
            checked: form.isBytes
                ? nil : mediaType.schema.map { builder.check($0, at: operation.place(of: "body")) },
            limits: resolved.limits,
            rules: resolved.rules,
            examples: resolved.examples,
        )
    }

    /// The type of a body. Without a schema, it is any JSON, or a dictionary of fields.
    private func body(
        _ mediaType: OpenAPI.MediaType,
        kind: MediaKind,
        hint: NameHint,
    ) -> ResolvedSchema {
        guard let schema = mediaType.schema else {
            if kind == .multipart { report(.multipartWithoutSchema(mediaType)) }
            return ResolvedSchema(type: kind == .json ? .scalar(.json) : .dictionary(.scalar(.json)))
        }
        if MediaKind.patchFormat(mediaType.plainName) == "json-patch", !isListOrOpen(schema) {
            report(.objectAsJSONPatch(mediaType))
            return ResolvedSchema(type: .array(.dictionary(.scalar(.json))))
        }
        let resolved = lowering.types.resolve(schema, hint: hint)
        if kind == .json, resolved.isNullable, resolved.type != .scalar(.json) {
            report(.unsentNull(mediaType))
        }
        return resolved
    }

    /// Whether a schema allows arrays.
    private func isListOrOpen(_ id: OpenAPI.Schema.ID) -> Bool {
        switch graph.shape(of: graph.end(of: id)) {
        case .array, .union, .scalar(.json): true
        case .dictionary, .scalar, .record, .enumeration, .integerEnumeration, .reference, .single: false
        }
    }

    private func raw(
        _ texts: [OpenAPI.MediaType], _ bytes: [OpenAPI.MediaType], of operation: OpenAPI.Operation,
        in scope: API.NameScope,
    ) -> [API.Content] {
        let texts = raw(texts, as: .text, of: operation, in: scope)
        return [texts, raw(bytes, as: .bytes, of: operation, in: scope)].compactMap(\.self)
    }

    /// Combines all contents that the caller encodes. The caller passes the media type, unless the document declares
    /// only one.
    private func raw(
        _ mediaTypes: [OpenAPI.MediaType],
        as form: API.Content.Form,
        of operation: OpenAPI.Operation,
        in scope: API.NameScope,
    ) -> API.Content? {
        guard let first = mediaTypes.first else { return nil }
        for mediaType in mediaTypes { note(mediaType.node, as: .opaque) }
        let concrete = mediaTypes.filter { !$0.isRange && !$0.plainName.hasPrefix("multipart/") }
        let isOpen = mediaTypes.contains { ["*/*", "application/*"].contains($0.plainName) }
        let sent = concrete.first?.name.value ?? (isOpen ? "application/octet-stream" : nil)
        let isText = if case .text = form { true } else { false }
        let schema = isText && mediaTypes.count == 1 ? first.schema : nil
        note(repeated: schema, as: [.limits, .limitsInWords])
        if let schema { note(reading(ofText: schema)) }
        return API.Content(
            name: name(of: first, sent: sent, in: scope),
            form: form,
            type: .scalar(isText ? .string : .data),
            mediaType: sent,
            choices: mediaTypes.count == 1 && concrete.count == 1 ? [] : mediaTypes.map(\.name.value),
            checked: schema.map { builder.check($0, at: operation.place(of: "body")) },
            limits: schema.map(graph.demands.textLimits) ?? [],
            rules: schema.map {
                graph.path(from: $0).compactMap { graph.schemas[$0] }.flatMap(graph.demands.rules)
            } ?? [],
            examples: API.Examples(
                values: mediaTypes.compactMap(\.schema).flatMap { graph.path(from: $0) }.flatMap {
                    graph.schemas[$0]?.annotations.examples ?? []
                }),
        )
    }

    /// Removes contents of the same Swift type, unless they are changes in different patch formats: the first is sent.
    private func withoutRepeatedTypes(
        _ contents: [API.Content]
    ) -> (distinct: [API.Content], repeated: [API.Content]) {
        struct Sent: Hashable {
            let type: API.TypeReference
            let patch: String?
        }
        var seen: Set<Sent> = []
        var result: (distinct: [API.Content], repeated: [API.Content]) = ([], [])
        for content in contents {
            let patch = content.mediaType.flatMap { MediaKind.patchFormat($0.lowercased()) }
            if seen.insert(Sent(type: content.type, patch: patch)).inserted {
                result.distinct.append(content)
            } else {
                result.repeated.append(content)
            }
        }
        return result
    }

    /// The name of a content, by its kind or else its media type.
    private func name(
        of mediaType: OpenAPI.MediaType,
        sent: String?,
        in scope: API.NameScope,
    ) -> API.Name {
        let subtype = (sent ?? "").split(separator: "/").last.map(String.init) ?? ""
        return name(
            .content, API.NameWords(contentWord(of: mediaType)), or: [API.NameWords(subtype)], in: scope,
            at: mediaType.name.range)
    }

    /// The name of an operation's enum, which is declared next to the models.
    func choiceName(of operation: API.Name, word: String, at range: SourceRange) -> API.Name {
        name(.choice, API.NameWords(operation, word), in: .module, at: range)
    }
}

extension API.TypeReference {
    /// Whether a value may have properties, by its type.
    var hasFields: Bool {
        switch self {
        case .named, .own, .dictionary, .scalar(.json): true
        case .nullable(let wrapped): wrapped.hasFields
        case .array, .scalar: false
        }
    }
}
