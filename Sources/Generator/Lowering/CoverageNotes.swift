import APIGenSourceText
import APIGenYAML

/// Records for coverage which nodes the passes use.
extension LoweringPass {
    func note(_ reading: SchemaReading, as usage: Usage = [], in owner: API.TypeID? = nil) {
        recorder?.note(SchemaUse(reading: reading, usage: usage, owner: owner))
    }

    /// Records a schema whose type is declared elsewhere.
    func note(repeated id: OpenAPI.Schema.ID?, as usage: Usage = [], in owner: API.TypeID? = nil) {
        if let id { note(reading(repeated: id), as: usage, in: owner) }
    }

    func note(
        _ property: OpenAPI.Schema.Property,
        as resolved: ResolvedSchema,
        isRequired: Bool,
        isConstant: Bool,
        in owner: API.TypeID,
    ) {
        guard let recorder else { return }
        let hasConstant = isConstant || isRequired && !resolved.isNullable
        let isForNobody = resolved.isReadOnly && resolved.isWriteOnly
        let reading = resolved.reading.mapped { aspect in
            switch aspect {
            case .access where isForNobody: .settled(.reported)
            // No enum is declared for a constant.
            case .cases where isConstant: .values(isOnlyOne: true)
            case .caseNames where isConstant: .settled(.dropped)
            case .settled, .limit, .null, .values, .cases, .caseNames, .defaultValue, .deprecation, .access,
                .secrecy:
                aspect
            }
        }
        let use = SchemaUse(
            reading: reading, usage: hasConstant ? [.property, .constant] : .property, owner: owner,
            declarations: graph.conjunctions.declarations(of: property.schema).map(\.node),
            isReadOnly: resolved.isReadOnly && !isForNobody,
            isWriteOnly: resolved.isWriteOnly && !isForNobody, isOptional: !isRequired)
        recorder.note(use)
    }
}

extension TypeLowering {
    /// Records a title, if it is used as a name.
    func note(_ title: Prose?, naming word: String, in owner: API.TypeID) {
        guard let title, title.text == word else { return }
        var reading = SchemaReading()
        reading.add(title.node, as: .settled(.typed))
        note(reading, in: owner)
    }
}

// MARK: - Objects

extension LoweringPass {
    func note(_ node: Node?, as outcome: Outcome) {
        if let node { recorder?.note(node.id, as: outcome) }
    }

    func note(_ fields: String..., of object: Node?, as outcome: Outcome) {
        for field in fields { note(object?[field], as: outcome) }
    }

    /// Records a node and its descendants.
    func note(whole node: Node?, as outcome: Outcome) {
        guard let node else { return }
        note(node, as: outcome)
        for child in node.children { note(whole: child, as: outcome) }
    }

    /// Records an object of which only the name is documented.
    func note(nameOf object: Node) {
        note(object, as: .documentation)
        for child in object.children { note(child, as: .dropped) }
    }

    /// Records an object that affects the code, and those of its fields that do.
    func note(_ object: Node?, by fields: String...) {
        note(object, as: .typed)
        for field in fields { note(field, of: object, as: .typed) }
    }
}

// MARK: - Parameters and media types

extension LoweringPass {
    func note(_ parameter: OpenAPI.Parameter, as kind: MediaKind?, reading: SchemaReading) {
        note(parameter.node, by: "name", "in", "required", "x-swift-name")
        note("deprecated", of: parameter.node, as: .documentation)
        let hasType = kind == .json || parameter.location == .querystring && kind == .form
        if let content = parameter.content {
            note("content", of: parameter.node, as: .typed)
            note(content.node, as: hasType ? .typed : .opaque)
            if !hasType { return }
        }
        note(reading, as: [.limits, .limitsInWords, .secrecy, .values, hasType ? .null : .plainText])
    }

    /// Records the media type of a response.
    func note(_ mediaType: OpenAPI.MediaType, as kind: MediaKind) {
        let isText =
            kind == .text
            && mediaType.schema.map { graph.shape(of: graph.end(of: $0)).scalar == .string } != false
        note(mediaType.node, as: kind == .json || isText ? .typed : .opaque)
        if isText { note(repeated: mediaType.schema, as: .null) }
    }

    /// Records the media type of a request.
    func note(_ mediaType: OpenAPI.MediaType, in form: API.Content.Form, reading: SchemaReading) {
        switch form {
        case .json:
            note(mediaType.node, as: .typed)
            note(reading, as: [.limits, .nullReported])
        case .form, .multipart:
            note(mediaType.node, as: .typed)
            note(reading, as: .limitsInWords)
        case .text, .bytes: note(mediaType.node, as: .opaque)
        }
    }
}
