import SourceText

/// Presents an object schema as a struct.
struct RecordPresenter {
    let record: API.Record
    let type: API.TypeDeclaration
    let tree: TypeTree
    let names: Names
    let words: Words

    private var direction: API.Direction { type.direction }
    private var isVariable: Bool { direction.contains(.sent) }
    private var properties: [API.Property] {
        record.properties.filter { $0.isVisible(in: direction) }
    }

    func view(doc: DocComment, nested: [TypeView]) -> RecordView {
        RecordView(
            name: names[type.name].text,
            doc: doc.lines,
            conformances: direction.conformances(and: isIdentifiable ? ["Identifiable"] : []),
            isDecodable: direction.isDecodable,
            isEncodable: direction.isEncodable,
            properties: properties.map {
                PropertyPresenter(property: $0, direction: direction, names: names, words: words).view
            },
            unions: record.unions.map(view),
            additional: record.additionalProperties.map(view),
            sourceTexts: sourceTexts,
            dependencies: isVariable ? record.dependencies.map(\.call) : [],
            nested: nested,
        )
    }

    /// The name of the property for the original text of values, if there are values with several JSON representations.
    private var sourceTexts: String? {
        guard direction.isBothWays else { return nil }
        let types =
            record.properties.filter { !$0.isReadOnly && !$0.isWriteOnly }.map(\.type)
            + [record.additionalProperties?.type].compactMap(\.self)
        guard types.contains(where: { tree.hasSeveralForms($0) }) else { return nil }
        let taken = Set((record.properties.map(\.name) + record.unions.map(\.name)).map { names[$0].text })
        return taken.contains("sourceTexts") ? "_sourceTexts_" : "sourceTexts"
    }

    private func view(of union: API.EmbeddedUnion) -> EmbeddedUnionView {
        EmbeddedUnionView(
            name: names[union.name].escaped,
            label: names[union.name].label,
            access: PropertyPresenter.access(to: names[union.name].escaped),
            type: names.type(union.type),
            doc: DocComment(words.told(union.description)).lines,
            isVariable: isVariable,
        )
    }

    private func view(of additional: API.AdditionalProperties) -> AdditionalPropertiesView {
        let limits = isVariable ? additional.limits.ofElements.map(\.argument) : []
        return AdditionalPropertiesView(
            type: "[String: \(names.type( additional.type))]",
            doc: DocComment(words.additional(additional)).lines,
            isVariable: isVariable,
            read: CallView("additionalProperties = try fields.others", with: others),
            write: CallView("try fields.write", with: ["additionalProperties"] + limits),
        )
    }

    /// The arguments with the keys that are neither decoded as properties nor additional properties.
    private var others: [String] {
        let read = properties.map(\.wireName).exact
        let known =
            record.properties.map(\.wireName) + record.unions.flatMap(\.members) + record.foreignMembers
        let names = known.filter { !read.contains($0.exact) }.withoutDuplicates.map(SwiftLiteral.string)
        return names.prefix(1).map { "than: \($0)" } + names.dropFirst()
    }

    /// Whether the struct has an `id` that is always present, so that it can be `Identifiable`.
    private var isIdentifiable: Bool {
        direction.contains(.received)
            && record.properties.contains { property in
                names[property.name].text == "id" && property.isRequired && !property.isNullable
                    && !(property.isReadOnly && direction.contains(.sent))
                    && property.type.isIdentity
            }
    }
}

extension API.Dependency {
    fileprivate var call: CallView {
        let trigger = SwiftLiteral.string(trigger)
        return CallView("fields.require", with: [SwiftLiteral.string(other), "with: \(trigger)"])
    }
}

extension API.TypeReference {
    fileprivate var isIdentity: Bool {
        switch self {
        case .scalar(let scalar): scalar.code.isIdentity
        case .array, .dictionary, .nullable, .named: false
        }
    }
}
