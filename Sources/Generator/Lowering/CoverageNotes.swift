import SourceText
import YAML

/// What passes tell the recorder of what they use.
extension LoweringPass {
    func note(_ reading: SchemaReading, as usage: Usage = [], in owner: API.TypeID? = nil) {
        recorder?.note(SchemaUse(reading: reading, usage: usage, owner: owner))
    }

    /// A schema whose type stands elsewhere.
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
            // No enum is declared for it.
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
    /// A title that may make a name.
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

    /// Takes note of a node with all that it holds.
    func note(whole node: Node?, as outcome: Outcome) {
        guard let node else { return }
        note(node, as: outcome)
        for child in node.children { note(whole: child, as: outcome) }
    }

    /// Takes note of an object whose name alone is told.
    func note(nameOf object: Node) {
        note(object, as: .documentation)
        for child in object.children { note(child, as: .dropped) }
    }

    /// Takes note of an object that shapes the code, and of those of its fields that do.
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

    /// A media type that is read.
    func note(_ mediaType: OpenAPI.MediaType, as kind: MediaKind) {
        let isText =
            kind == .text
            && mediaType.schema.map { graph.shape(of: graph.end(of: $0)).scalar == .string } != false
        note(mediaType.node, as: kind == .json || isText ? .typed : .opaque)
        if isText { note(repeated: mediaType.schema, as: .null) }
    }

    /// A media type that is sent.
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
