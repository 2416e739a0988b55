extension SwiftPresenter {
    func presentModel(_ type: API.TypeDeclaration) -> ModelView {
        let all = [type] + nested(in: type)
        let used = all.flatMap(publicTypes)
        return ModelView(
            source: source,
            usesFoundation: used.contains(where: \.usesFoundation),
            usesRuntimePublicly: used.contains(where: \.usesRuntime)
                || all.contains(where: usesRuntimeItself),
            type: present(type),
        )
    }

    private func nested(in type: API.TypeDeclaration) -> [API.TypeDeclaration] {
        api.types.filter { $0.parent == type.id && !$0.direction.isEmpty }
    }

    private func publicTypes(of type: API.TypeDeclaration) -> [API.TypeReference] {
        guard case .record(let record) = type.kind else { return [] }
        return visibleProperties(of: record, type.direction).map(\.type)
            + [record.additionalProperties].compactMap(\.self)
    }

    /// Enums are of a protocol of the runtime, and so are the three states of a property.
    private func usesRuntimeItself(_ type: API.TypeDeclaration) -> Bool {
        switch type.kind {
        case .enumeration: true
        case .record where type.direction.contains(.parameter): true
        case .record(let record): record.properties.contains { hasThreeStates($0, type.direction) }
        }
    }

    private func present(_ type: API.TypeDeclaration) -> TypeView {
        switch type.kind {
        case .record(let record): TypeView(record: present(record, type), enumeration: nil)
        case .enumeration(let enumeration): TypeView(record: nil, enumeration: present(enumeration, type))
        }
    }

    private func present(_ enumeration: API.Enumeration, _ type: API.TypeDeclaration) -> EnumerationView {
        EnumerationView(
            name: type.name,
            doc: doc(of: type).comment,
            cases: present(enumeration.cases, indent: type.parent == nil ? 4 : 8),
        )
    }

    func present(_ cases: [API.Case], indent: Int) -> [CaseView] {
        cases.map { value in
            CaseView(
                name: value.name.escaped,
                doc: DocComment(value.description ?? wireValue(of: value), indent: indent).comment,
                value: SwiftLiteral.string(value.value),
                fitsOnLine: value.name.escaped.count + value.value.count + indent < 75,
            )
        }
    }

    /// Told only where the name does not say it already.
    private func wireValue(of value: API.Case) -> String? {
        if value.value.isEmpty { return "The empty text." }
        return value.value == value.name.text ? nil : "`\(value.value)`"
    }

    private func doc(of type: API.TypeDeclaration) -> DocComment {
        var doc = DocComment(type.description, indent: type.parent == nil ? 0 : 4)
        if type.isDeprecated { doc.add("- Warning: Deprecated.", indent: 0) }
        return doc
    }
}

// MARK: - Records

extension SwiftPresenter {
    private func present(_ record: API.Record, _ type: API.TypeDeclaration) -> RecordView {
        let isDecodable = type.direction.contains(.received)
        let isEncodable = type.direction.contains(.sent)
        let properties = visibleProperties(of: record, type.direction)
        let indent = type.parent == nil ? 4 : 8
        return RecordView(
            name: type.name,
            doc: doc(of: type).comment,
            conformances: conformances(of: record, type.direction),
            isDecodable: isDecodable,
            isEncodable: isEncodable,
            properties: properties.map { present($0, type.direction, indent) },
            additional: record.additionalProperties.map { element in
                let names = properties.map { SwiftLiteral.string($0.wireName) }
                return AdditionalPropertiesView(
                    type: "[String: \(types.name(of: element))]",
                    isVariable: isEncodable,
                    read: CallView(
                        "additionalProperties = try fields.others", Self.labelled(names), indent: indent + 4),
                )
            },
            nested: nested(in: type).map(present),
        )
    }

    private static func labelled(_ names: [String]) -> [String] {
        guard let first = names.first else { return [] }
        return ["than: \(first)"] + names.dropFirst()
    }

    /// What only the service sets is no part of what is sent, and what only we set is no part of what comes.
    private func visibleProperties(of record: API.Record, _ direction: API.Direction) -> [API.Property] {
        record.properties.filter { property in
            (direction.contains(.received) && !property.isWriteOnly)
                || (direction.contains(.sent) && !property.isReadOnly)
        }
    }

    private func conformances(of record: API.Record, _ direction: API.Direction) -> String {
        var names = ["Hashable"]
        if direction.contains(.received), isIdentifiable(record) { names.append("Identifiable") }
        names.append("Sendable")
        switch (direction.contains(.received), direction.contains(.sent)) {
        case (true, true): names.insert("Codable", at: 0)
        case (true, false): names.insert("Decodable", at: 0)
        default: names.insert("Encodable", at: 0)
        }
        if direction.contains(.parameter) { names.insert("ParameterValue", at: names.count - 1) }
        return names.joined(separator: ", ")
    }

    private func isIdentifiable(_ record: API.Record) -> Bool {
        record.properties.contains { property in
            property.name.text == "id" && property.isRequired && !property.isNullable && !property.isReadOnly
                && property.type.isIdentity
        }
    }

    private func present(_ property: API.Property, _ direction: API.Direction, _ indent: Int) -> PropertyView
    {
        let form = form(of: property, direction)
        let storage = property.isDeprecated ? "_\(property.name.text)" : property.name.escaped
        let access = Self.taken.contains(storage) ? "self.\(storage)" : storage
        return PropertyView(
            name: property.name.escaped,
            label: property.name.label,
            type: form.type,
            doc: doc(of: property, indent).comment,
            isVariable: direction.contains(.sent),
            isDeprecated: property.isDeprecated,
            storage: storage,
            access: access,
            defaultValue: form.defaultValue,
            read: readCall(property, form, access, direction, indent),
            unread: direction.contains(.received) && property.isWriteOnly ? form.defaultValue : nil,
            write: property.isReadOnly || !direction.contains(.sent)
                ? nil : writeCall(property, form, access, indent),
        )
    }

    /// Names of the variables of `init(from:)` and `encode(to:)`.
    private static let taken: Set<String> = ["decoder", "encoder", "fields"]

    private func readCall(
        _ property: API.Property,
        _ form: PropertyForm,
        _ access: String,
        _ direction: API.Direction,
        _ indent: Int,
    ) -> CallView? {
        guard direction.contains(.received), !property.isWriteOnly else { return nil }
        let name = SwiftLiteral.string(property.wireName)
        return CallView("\(access) = try fields.\(form.read)", [name], indent: indent + 4)
    }

    private func writeCall(
        _ property: API.Property,
        _ form: PropertyForm,
        _ access: String,
        _ indent: Int,
    ) -> CallView {
        let arguments = [SwiftLiteral.string(property.wireName), access] + property.limits.map(\.argument)
        return CallView("try fields.\(form.write)", arguments, indent: indent + 4)
    }

    private func doc(of property: API.Property, _ indent: Int) -> DocComment {
        var sentences = [property.description].compactMap(\.self)
        if let limits = API.Limit.sentence(property.limits) { sentences.append(limits) }
        if let value = property.defaultValue { sentences.append("The service's default is `\(value)`.") }
        return DocComment(sentences.joined(separator: " "), indent: indent)
    }
}

// MARK: - Forms of properties

/// How a property is declared, read and written, by whether it may be missing or null.
struct PropertyForm {
    let type: String
    let defaultValue: String?
    /// The reader's method.
    let read: String
    /// The writer's method.
    let write: String
}

extension SwiftPresenter {
    /// A property has three states where it is sent, may be left out and may be null.
    private func hasThreeStates(_ property: API.Property, _ direction: API.Direction) -> Bool {
        direction.contains(.sent) && property.isNullable && !property.isRequired && !property.isReadOnly
    }

    private func form(of property: API.Property, _ direction: API.Direction) -> PropertyForm {
        let type = types.name(of: property.type)
        if hasThreeStates(property, direction) {
            return PropertyForm(
                type: "Patch<\(type)>", defaultValue: ".unchanged", read: "nullable", write: "write")
        }
        let isTwoWay = direction.isSuperset(of: [.sent, .received])
        let isOneSided = isTwoWay && (property.isReadOnly || property.isWriteOnly)
        guard property.isRequired, !property.isNullable, !isOneSided else {
            let write = property.isRequired && property.isNullable ? "writeNullable" : "write"
            return PropertyForm(type: "\(type)?", defaultValue: "nil", read: "optional", write: write)
        }
        return PropertyForm(type: type, defaultValue: nil, read: "required", write: "write")
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
