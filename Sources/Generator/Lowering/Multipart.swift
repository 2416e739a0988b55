import APIGenSourceText

extension TypeLowering {
    func findMultipartSchemas() -> [OpenAPI.Schema.ID: [OpenAPI.Encoding]] {
        var encodings: [OpenAPI.Schema.ID: [OpenAPI.Encoding]] = [:]
        let content = builder.document.paths.flatMap(\.operations).flatMap { $0.body?.content ?? [] }
        for mediaType in content where lowering.bodies.kind(of: mediaType) == .multipart {
            guard let schema = mediaType.schema.map(graph.end) else { continue }
            let composition = graph.schemas[schema]?.composition
            let members = (composition?.oneOf ?? []) + (composition?.anyOf ?? [])
            for id in [schema] + members.map(graph.end) {
                encodings[id, default: []] += mediaType.encodings
            }
        }
        return encodings
    }

    /// The unions that are parts of multipart bodies, as properties or as list items.
    func findMultipartUnions() -> Set<OpenAPI.Schema.ID> {
        var unions: Set<OpenAPI.Schema.ID> = []
        var pending = builder.multipartSchemas.keys.flatMap { graph.parts(of: $0) }
            .flatMap { graph.schemas[$0]?.properties.map(\.schema) ?? [] }
        while let next = pending.popLast().map(graph.end) {
            switch graph.shape(of: next) {
            case .array(let item?): pending.append(item)
            case .union where unions.insert(next).inserted:
                pending += graph.schemas[next].map { graph.alternatives(of: $0) } ?? []
            case .array, .union, .dictionary, .record, .scalar, .enumeration, .integerEnumeration, .reference,
                .single:
                break
            }
        }
        return unions
    }

    /// The type of a property in a multipart body, where bytes are files.
    func partType(
        of property: OpenAPI.Schema.Property,
        _ resolved: ResolvedSchema,
        in record: OpenAPI.Schema.ID,
    ) -> API.TypeReference {
        guard let encodings = builder.multipartSchemas[record] else { return resolved.type }
        let encoding = encodings.first { $0.property.value.isExactly(property.name.value) }
        let isBytes = encoding?.contentType.map { MediaKind.isNeverText($0.value.lowercased()) } ?? false
        return resolved.type.inParts(isBytes: isBytes, isOpen: isEmpty(property.schema))
    }

    /// Whether a schema has no type, which means arbitrary bytes (OpenAPI 3.1, section 4.8.15, `contentType`).
    private func isEmpty(_ id: OpenAPI.Schema.ID) -> Bool {
        guard let schema = graph.schemas[graph.end(of: id)] else { return false }
        return schema.types.isEmpty && schema.enumeration == nil && schema.constant == nil
            && schema.composition.oneOf.isEmpty && schema.composition.anyOf.isEmpty
    }
}

extension API.TypeReference {
    /// - Parameters:
    ///   - isBytes: Whether the encoding of the part has a binary media type.
    ///   - isOpen: Whether the schema has no type.
    func inParts(isBytes: Bool, isOpen: Bool) -> API.TypeReference {
        switch self {
        case .scalar(.binary): .scalar(.file)
        case .scalar(.string) where isBytes: .scalar(.file)
        case .scalar(.json) where isOpen: .scalar(.file)
        case .array(let element): .array(element.inParts(isBytes: isBytes, isOpen: false))
        case .nullable(let wrapped): .nullable(wrapped.inParts(isBytes: isBytes, isOpen: isOpen))
        case .scalar, .dictionary, .named, .own: self
        }
    }
}
