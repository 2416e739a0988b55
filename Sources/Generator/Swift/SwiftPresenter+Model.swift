import SourceText

extension SwiftPresenter {
    func presentModel(_ type: API.TypeDeclaration) -> ModelView {
        let all = (type.direction.isEmpty ? [] : [type]) + nested(in: type)
        let used = all.flatMap(publicTypes)
        return ModelView(
            source: source,
            usesFoundation: used.contains(where: \.usesFoundation),
            usesRuntimePublicly: used.contains(where: \.usesRuntime)
                || all.contains(where: usesRuntimeItself),
            type: present(type),
        )
    }

    /// A type that nothing needs is still the home of the types inside it, if they are needed.
    func isWritten(_ type: API.TypeDeclaration) -> Bool {
        !type.direction.isEmpty || !nested(in: type).isEmpty
    }

    func nested(in type: API.TypeDeclaration) -> [API.TypeDeclaration] {
        api.types.filter { $0.parent == type.id && !$0.direction.isEmpty }
    }

    private func publicTypes(of type: API.TypeDeclaration) -> [API.TypeReference] {
        switch type.kind {
        case .record(let record):
            record.properties.filter { $0.isVisible(in: type.direction) }.map(\.type)
                + [record.additionalProperties?.type].compactMap(\.self)
        case .union(let union): union.cases.map(\.type)
        case .enumeration: []
        }
    }

    /// Enums are of a protocol of the runtime, and so are the three states of a property.
    private func usesRuntimeItself(_ type: API.TypeDeclaration) -> Bool {
        switch type.kind {
        case .enumeration: true
        case .record where type.direction.contains(.parameter): true
        case .record(let record): record.properties.contains { hasThreeStates($0, type.direction) }
        case .union(let union): union.isOpen || type.direction.contains(.parameter)
        }
    }

    func present(_ type: API.TypeDeclaration) -> TypeView {
        guard !type.direction.isEmpty else {
            let doc = DocComment("Types of what is made of `\(type.name)`.", indent: 0).comment
            return TypeView(
                namespace: [NamespaceView(name: type.name, doc: doc, nested: nested(in: type).map(present))])
        }
        switch type.kind {
        case .record(let record): return TypeView(record: present(record, type))
        case .enumeration(let enumeration): return TypeView(enumeration: present(enumeration, type))
        case .union(let union): return TypeView(union: [present(union, type)])
        }
    }

    private func present(_ enumeration: API.Enumeration, _ type: API.TypeDeclaration) -> EnumerationView {
        EnumerationView(
            name: type.name,
            doc: doc(of: type).comment,
            isInteger: enumeration.isInteger,
            cases: present(enumeration, indent: type.parent == nil ? 4 : 8),
        )
    }

    func present(_ enumeration: API.Enumeration, indent: Int) -> [CaseView] {
        enumeration.cases.map { value in
            CaseView(
                name: value.name.escaped,
                doc: DocComment(told(value.description) ?? wireValue(of: value), indent: indent).comment,
                value: enumeration.isInteger ? value.value : SwiftLiteral.string(value.value),
                fitsOnLine: value.name.escaped.count + value.value.count + indent < 75,
            )
        }
    }

    /// Told only where the name does not say it already.
    private func wireValue(of value: API.Case) -> String? {
        if value.value.isEmpty { return "The empty text." }
        return value.value == value.name.text ? nil : DocComment.code(value.value)
    }

    func doc(of type: API.TypeDeclaration) -> DocComment {
        var doc = DocComment(told(type.description), indent: type.parent == nil ? 0 : 4)
        if let rules = sentence(type.rules) { doc.add(rules, indent: type.parent == nil ? 0 : 4) }
        doc.add(words(type.link), indent: type.parent == nil ? 0 : 4)
        if type.isDeprecated { doc.add("- Warning: Deprecated.", indent: 0) }
        return doc
    }
}

// MARK: - Records

extension SwiftPresenter {
    private func present(_ record: API.Record, _ type: API.TypeDeclaration) -> RecordView {
        let properties = record.properties.filter { $0.isVisible(in: type.direction) }
        let isVariable = type.direction.contains(.sent)
        let indent = type.parent == nil ? 4 : 8
        return RecordView(
            name: type.name,
            doc: doc(of: type).comment,
            conformances: conformances(
                type.direction,
                isIdentifiable: type.direction.contains(.received) && isIdentifiable(record, type.direction)),
            isDecodable: type.direction.isDecodable,
            isEncodable: type.direction.isEncodable,
            properties: properties.map { present($0, type.direction, indent) },
            unions: record.unions.map { present($0, isVariable: isVariable, indent) },
            additional: record.additionalProperties.map { additional in
                present(additional, others(than: properties, of: record), isVariable: isVariable, indent)
            },
            sourceTexts: sourceTexts(of: record, type.direction),
            dependencies: (isVariable ? record.dependencies : []).map { dependency in
                let (other, trigger) = (
                    SwiftLiteral.string(dependency.other), SwiftLiteral.string(dependency.trigger)
                )
                return CallView("fields.require", [other, "with: \(trigger)"], indent: indent + 4)
            },
            nested: nested(in: type).map(present),
        )
    }

    /// The name of the property that keeps how members came, if there are members that need it.
    private func sourceTexts(of record: API.Record, _ direction: API.Direction) -> String? {
        guard direction.isBothWays else { return nil }
        let types = record.properties.filter { !$0.isReadOnly && !$0.isWriteOnly }.map(\.type)
        guard
            (types + [record.additionalProperties?.type].compactMap(\.self)).contains(where: hasSeveralForms)
        else { return nil }
        let taken = Set((record.properties.map(\.name) + record.unions.map(\.name)).map(\.text))
        return taken.contains("sourceTexts") ? "_sourceTexts_" : "sourceTexts"
    }

    /// Whether a value of a type may stand in JSON in several forms.
    private func hasSeveralForms(_ type: API.TypeReference) -> Bool {
        guard case .named(let id) = type.innermost else { return type.scalar?.hasSeveralForms ?? false }
        guard case .union(let union) = api.types[id.index].kind else { return false }
        return hasSeveralForms(union)
    }

    func hasSeveralForms(_ union: API.Union) -> Bool {
        // One that holds itself has the forms of the others.
        var (visited, pending) = (Set<API.TypeID>(), union.cases.map(\.type))
        while let type = pending.popLast() {
            if type.scalar?.hasSeveralForms ?? false { return true }
            guard case .named(let id) = type.innermost, visited.insert(id).inserted,
                case .union(let inner) = api.types[id.index].kind
            else { continue }
            pending += inner.cases.map(\.type)
        }
        return false
    }

    private func present(
        _ additional: API.AdditionalProperties,
        _ others: [String],
        isVariable: Bool,
        _ indent: Int,
    ) -> AdditionalPropertiesView {
        let sentences = [
            "Properties the API description does not declare.", told(additional.description),
            API.Constant.sentence(additional.values, .dictionary(additional.type)),
            API.Limit.sentence(additional.limits), sentence(additional.rules),
        ]
        let limits = isVariable ? additional.limits.ofElements.map(\.argument) : []
        return AdditionalPropertiesView(
            type: "[String: \(types.name(of: additional.type))]",
            doc: DocComment(DocComment.joined(sentences.compactMap(\.self)), indent: indent).comment,
            isVariable: isVariable,
            read: CallView("additionalProperties = try fields.others", others, indent: indent + 4),
            write: CallView("try fields.write", ["additionalProperties"] + limits, indent: indent + 4),
        )
    }

    private func present(_ union: API.EmbeddedUnion, isVariable: Bool, _ indent: Int) -> EmbeddedUnionView {
        EmbeddedUnionView(
            name: union.name.escaped,
            label: union.name.label,
            access: Self.access(union.name.escaped),
            type: types.name(of: union.type),
            doc: DocComment(told(union.description), indent: indent).comment,
            isVariable: isVariable,
        )
    }

    /// The arguments that name members which are no additional properties, though no property reads them.
    private func others(than properties: [API.Property], of record: API.Record) -> [String] {
        let read = properties.map(\.wireName).exact
        let known =
            record.properties.map(\.wireName) + record.unions.flatMap(\.members) + record.foreignMembers
        let names = known.filter { !read.contains($0.exact) }.withoutDuplicates.map(SwiftLiteral.string)
        return names.prefix(1).map { "than: \($0)" } + names.dropFirst()
    }

    func conformances(
        _ direction: API.Direction,
        isIdentifiable: Bool = false,
        ofUnion protocols: [String] = [],
    ) -> String {
        var names = ["Hashable"]
        if isIdentifiable { names.append("Identifiable") }
        names += protocols
        names.append("Sendable")
        switch (direction.isDecodable, direction.isEncodable) {
        case (true, true): names.insert("Codable", at: 0)
        case (true, false): names.insert("Decodable", at: 0)
        default: names.insert("Encodable", at: 0)
        }
        if direction.contains(.parameter) { names.insert("ParameterValue", at: names.count - 1) }
        return names.joined(separator: ", ")
    }

    /// What only answers have is there in all values of a type that is only received.
    private func isIdentifiable(_ record: API.Record, _ direction: API.Direction) -> Bool {
        record.properties.contains { property in
            property.name.text == "id" && property.isRequired && !property.isNullable
                && !(property.isReadOnly && direction.contains(.sent))
                && property.type.isIdentity
        }
    }

    private func present(_ property: API.Property, _ direction: API.Direction, _ indent: Int) -> PropertyView
    {
        let form = form(of: property, direction)
        let box = Self.box(of: property)
        let isHidden = property.isDeprecated || box != nil
        let storage = isHidden ? "_\(property.name.text)" : property.name.escaped
        let access = Self.access(storage)
        return PropertyView(
            name: property.name.escaped,
            label: property.name.label,
            type: form.type,
            argumentType: form.argument ?? form.type,
            doc: doc(of: property, direction, indent).comment,
            isVariable: direction.contains(.sent),
            isDeprecated: property.isDeprecated,
            isHidden: isHidden,
            storage: storage,
            storageType: box.map { "\($0)<\(form.type)>" } ?? form.type,
            content: box == nil ? storage : "\(storage).value",
            initialValue: box.map { "\($0)(\(property.name.escaped))" } ?? property.name.escaped,
            access: access,
            defaultValue: form.defaultValue,
            read: readCall(property, form, access, indent),
            write: writeCall(property, form, box == nil ? access : "\(storage).value", indent),
        )
    }

    /// Names of the variables of `init(from:)` and `encode(to:)`.
    private static let taken: Set<String> = ["decoder", "encoder", "fields"]

    /// The type of the runtime that holds the value of a property which does not lie in the open.
    private static func box(of property: API.Property) -> String? {
        property.isIndirect ? "Indirect" : property.isSensitive ? "Redacted" : nil
    }

    /// A stored property as `init(from:)` and `encode(to:)` refer to it.
    private static func access(_ storage: String) -> String {
        taken.contains(storage) ? "self.\(storage)" : storage
    }

    private func readCall(
        _ property: API.Property,
        _ form: PropertyForm,
        _ access: String,
        _ indent: Int,
    ) -> CallView {
        let name = SwiftLiteral.string(property.wireName)
        guard let box = Self.box(of: property) else {
            return CallView(
                "\(access) = try fields.\(form.read)", [name], indent: indent + 4,
                trailing: form.absent.map { " ?? \($0)" } ?? "")
        }
        return CallView(
            "\(access) = \(box)(try fields.\(form.read)", [name], indent: indent + 4,
            trailing: form.absent.map { " ?? \($0))" } ?? ")")
    }

    private func writeCall(
        _ property: API.Property,
        _ form: PropertyForm,
        _ access: String,
        _ indent: Int,
    ) -> CallView {
        let arguments = [SwiftLiteral.string(property.wireName), access] + form.limits.map(\.argument)
        return CallView("try fields.\(form.write)", arguments, indent: indent + 4)
    }

    private func doc(
        of property: API.Property,
        _ direction: API.Direction,
        _ indent: Int,
    ) -> DocComment {
        var sentences = [told(property.description)].compactMap(\.self)
        if direction.isBothWays, property.isWriteOnly { sentences.append("Responses do not include it.") }
        sentences += [
            API.Constant.sentence(property.values, property.type), API.Limit.sentence(property.limits),
        ]
        .compactMap(\.self)
        if let rules = sentence(property.rules) { sentences.append(rules) }
        if let value = told(property.defaultValue) {
            sentences.append("The service's default is \(DocComment.code(value)).")
        }
        return DocComment(DocComment.joined(sentences), indent: indent)
    }
}

extension API.TypeReference {
    fileprivate var isIdentity: Bool {
        switch self {
        case .scalar(.string), .scalar(.integer), .scalar(.uuid): true
        default: false
        }
    }
}
