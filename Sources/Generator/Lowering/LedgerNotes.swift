import SourceText

/// What passes tell the ledger of what they use.
extension LoweringPass {
    func note(_ id: OpenAPI.Schema.ID?, _ honours: Honours = [], in owner: API.TypeID? = nil) {
        guard let ledger, let id else { return }
        ledger.note(SchemaUse(schema: id, honours: honours, owner: owner))
    }

    func note(
        _ property: OpenAPI.Schema.Property,
        as resolved: ResolvedSchema,
        isRequired: Bool,
        isConstant: Bool,
        in owner: API.TypeID,
    ) {
        let isConstant = isConstant || isRequired && !resolved.isNullable
        let use = SchemaUse(
            schema: property.schema, honours: isConstant ? [.property, .constant] : .property, owner: owner,
            isReadOnly: resolved.isReadOnly, isWriteOnly: resolved.isWriteOnly,
            isOptional: !isRequired)
        ledger?.note(use)
    }
}

// MARK: - Parameters and media types

extension LoweringPass {
    func note(_ parameter: OpenAPI.Parameter, _ kind: MediaKind?) {
        ledger?.note(parameter.range, .typed)
        let hasType = kind == .json || parameter.location == .querystring && kind == .form
        if let content = parameter.content {
            ledger?.note(content.name.range, hasType ? .typed : .opaque)
            if !hasType { return }
        }
        let null: Honours = hasType ? .null : .plainText
        note(parameter.schema, [.limits, .limitsInWords, .defaultValue, .secrecy, .values, null])
    }

    /// A media type that is read.
    func note(_ mediaType: OpenAPI.MediaType, as kind: MediaKind) {
        let isText =
            kind == .text
            && mediaType.schema.map { graph.shape(of: graph.end(of: $0)).scalar == .string } != false
        ledger?.note(mediaType.name.range, kind == .json || isText ? .typed : .opaque)
        if kind == .json || isText { note(mediaType.schema, .null) }
    }

    /// A media type that is sent.
    func note(_ mediaType: OpenAPI.MediaType, in form: API.Content.Form) {
        switch form {
        case .json:
            ledger?.note(mediaType.name.range, .typed)
            note(mediaType.schema, [.limits, .nullReported])
        case .form, .multipart:
            ledger?.note(mediaType.name.range, .typed)
            note(mediaType.schema, .limitsInWords)
        case .text, .bytes: ledger?.note(mediaType.name.range, .opaque)
        }
    }
}
