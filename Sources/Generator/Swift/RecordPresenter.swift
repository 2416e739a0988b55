import APIGenSourceText

/// Presents an object schema as a struct.
struct RecordPresenter {
    let record: API.Record
    let type: API.TypeDeclaration
    let tree: TypeTree
    let names: Names
    let words: Words

    private var direction: API.Direction { type.direction }
    private var isVariable: Bool { direction.isEncodable }
    private var properties: [API.Property] {
        record.properties.filter { $0.isVisible(in: direction) }
    }

    func view(doc: DocComment, nested: [TypeView]) -> RecordView {
        let isLong = isLong
        let properties = properties.map { presenter(of: $0, isSetLater: isLong).view }
        return RecordView(
            name: names[type.name].text,
            doc: doc.lines,
            conformances: direction.conformances(and: isIdentifiable ? ["Identifiable"] : []),
            isDecodable: direction.isDecodable,
            isEncodable: direction.isEncodable,
            properties: properties,
            parameters: parameters(properties.compactMap(\.parameter), isSetLater: isLong),
            isSetLater: isLong,
            unions: record.unions.map(view),
            additional: record.additionalProperties.map(view),
            closing: isClosed ? CallView("fields.expectNoOthers", with: others) : nil,
            sourceTexts: sourceTexts,
            nested: nested,
        )
    }

    /// Whether undeclared properties violate the document.
    private var isClosed: Bool {
        record.isClosed && !record.isKeptElsewhere && record.unions.isEmpty
            && record.additionalProperties == nil
    }

    private func presenter(of property: API.Property, isSetLater: Bool = false) -> PropertyPresenter {
        PropertyPresenter(
            property: property, direction: direction, names: names, words: words, isSetLater: isSetLater)
    }

    /// A part of the value that its initializer takes.
    enum InitializerPart {
        /// A property, as a parameter or in the closure.
        case property(API.Property, isParameter: Bool)
        /// The union at an index.
        case union(Int)
        case additional(isParameter: Bool)
    }

    /// What callers can set, in the order in which they write it.
    var initializer: [InitializerPart] {
        let isLong = isLong
        let forms = properties.map { ($0, form: presenter(of: $0).form) }.filter { !$0.form.isConstant }
        let required = forms.filter { $0.form.defaultValue == nil }.map {
            InitializerPart.property($0.0, isParameter: true)
        }
        let others = forms.filter { $0.form.defaultValue != nil }.map {
            InitializerPart.property($0.0, isParameter: !isLong)
        }
        let additional: [InitializerPart] =
            record.additionalProperties == nil ? [] : [.additional(isParameter: !isLong)]
        return required + record.unions.indices.map(InitializerPart.union) + others + additional
    }

    /// Whether the initializer would have too many parameters to be readable.
    private var isLong: Bool {
        let parameters = properties.map { presenter(of: $0).form }.filter { !$0.isConstant }
        let count = parameters.count + record.unions.count + (record.additionalProperties == nil ? 0 : 1)
        return isVariable && count > 20 && parameters.contains { $0.defaultValue != nil }
    }

    /// The parameters of the initializer, those without a default first.
    private func parameters(
        _ ofProperties: [InitializerParameterView], isSetLater: Bool,
    ) -> [InitializerParameterView] {
        let unions = record.unions.map {
            InitializerParameterView(label: names[$0.name].label, type: names.type($0.type))
        }
        let additional =
            isSetLater
            ? nil
            : record.additionalProperties.map {
                InitializerParameterView(
                    label: "additionalProperties", type: "[String: \(names.type($0.type))]",
                    defaultValue: "[:]")
            }
        return ofProperties.filter { $0.defaultValue == nil } + unions
            + ofProperties.filter { $0.defaultValue != nil } + [additional].compactMap(\.self)
    }

    /// The name of the property for the source texts of values, which may differ in form or type from the document.
    private var sourceTexts: String? {
        let types = properties.map(\.type) + [record.additionalProperties?.type].compactMap(\.self)
        guard direction.isCodable, isClosed || types.contains(where: { $0 != .scalar(.json) }) else {
            return nil
        }
        let taken = Set((record.properties.map(\.name) + record.unions.map(\.name)).map { names[$0].text })
        return taken.contains("sourceTexts") ? "_sourceTexts_" : "sourceTexts"
    }

    private func view(of union: API.EmbeddedUnion) -> EmbeddedUnionView {
        EmbeddedUnionView(
            name: names[union.name].escaped,
            access: PropertyPresenter.access(to: names[union.name].escaped),
            type: names.type(union.type),
            doc: DocComment(words.told(union.description)).lines,
            isVariable: isVariable,
        )
    }

    private func view(of additional: API.AdditionalProperties) -> AdditionalPropertiesView {
        return AdditionalPropertiesView(
            type: "[String: \(names.type( additional.type))]",
            doc: DocComment(words.additional(additional)).lines,
            isVariable: isVariable,
            read: CallView("additionalProperties = fields.others", with: others),
            write: CallView("fields.write", with: ["additionalProperties"]),
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

extension API.TypeReference {
    fileprivate var isIdentity: Bool {
        switch self {
        case .scalar(let scalar): scalar.code.isIdentity
        case .array, .dictionary, .nullable, .named, .own: false
        }
    }
}
