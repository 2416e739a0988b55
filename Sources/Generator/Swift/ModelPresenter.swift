/// Presents declared types in Swift.
struct ModelPresenter {
    let tree: TypeTree
    /// The names as spelled in the type, and in its file.
    let names: Names
    let fileNames: Names
    let words: Words

    func fileView(of type: API.TypeDeclaration) -> ModelView {
        let all = (type.direction.isEmpty ? [] : [type]) + tree.nested(in: type)
        let used = all.flatMap(publicTypes)
        return ModelView(
            usesFoundation: used.contains(where: \.usesFoundation),
            ownModules: used.ownModules,
            declaresRuntimeTypes: used.contains(where: \.usesRuntime)
                || all.contains { $0.declaresRuntimeTypes || validation(of: $0) != nil },
            conformsToRuntime: all.contains { $0.conformsToRuntime || validation(of: $0) != nil },
            type: view(of: type),
            literals: all.compactMap { UnionLiterals($0, names: fileNames) }.flatMap(\.views),
            validations: all.compactMap(validation),
        )
    }

    /// `nil` if the type guarantees everything.
    private func validation(of type: API.TypeDeclaration) -> ValidationView? {
        guard !type.kind.isEnumeration, let schema = names.schemas.constraints.types[type.id] else {
            return nil
        }
        return ValidationView(type: fileNames.type(.named(type.id)), schema: names.schema(schema))
    }

    private func publicTypes(of type: API.TypeDeclaration) -> [API.TypeReference] {
        switch type.kind {
        case .record(let record):
            let properties = record.properties.filter { $0.isVisible(in: type.direction) }.map(\.type)
            return properties + [record.additionalProperties?.type].compactMap(\.self)
        case .union(let union):
            let properties = UnionProperties(union, travelling: type.direction, tree: tree, names: names)
            return union.cases.map(\.type) + (properties?.all ?? []).compactMap(\.first?.type)
        case .enumeration: return []
        }
    }

    private func view(of type: API.TypeDeclaration) -> TypeView {
        let nested = tree.nested(in: type).map(view)
        let doc = doc(of: type)
        guard !type.direction.isEmpty else {
            let doc = DocComment(
                "The types nested in `\(names[type.name].text)`, which is not used by itself."
            ).lines
            return TypeView(namespace: [NamespaceView(name: names[type.name].text, doc: doc, nested: nested)])
        }
        switch type.kind {
        case .record(let record):
            let presenter = RecordPresenter(
                record: record, type: type, tree: tree, names: names, words: words)
            return TypeView(record: presenter.view(doc: doc, nested: nested))
        case .enumeration(let enumeration):
            return TypeView(
                enumeration: EnumerationView(
                    enumeration, name: names[type.name].text, doc: doc, names: names, words: words))
        case .union(let union):
            let presenter = UnionPresenter(union: union, type: type, tree: tree, names: names, words: words)
            return TypeView(union: [presenter.view(doc: doc, nested: nested)])
        }
    }

    /// The title, unless it is the same as the name.
    private func title(of type: API.TypeDeclaration) -> Prose? {
        type.title.flatMap { $0.text == names[type.name].text ? nil : $0 }
    }

    private func doc(of type: API.TypeDeclaration) -> DocComment {
        var doc = DocComment()
        guard !type.direction.isEmpty else { return doc }
        doc.add(words.told(type.description ?? title(of: type)))
        doc.add(words.sentence(type.rules))
        doc.add(words.externalDocs(type.externalDocs))
        if type.isDeprecated { doc.add("- Warning: Deprecated.") }
        return doc
    }
}

extension API.TypeDeclaration.Kind {
    fileprivate var isEnumeration: Bool {
        if case .enumeration = self { true } else { false }
    }
}

extension API.TypeDeclaration {
    /// Whether the interface names types of the runtime, other than those of properties and alternatives.
    fileprivate var declaresRuntimeTypes: Bool {
        switch kind {
        case .enumeration: false
        case .record(let record): record.properties.contains { $0.hasThreeStates(travelling: direction) }
        case .union(let union): union.isOpen
        }
    }

    /// Whether the type conforms to a protocol of the runtime.
    fileprivate var conformsToRuntime: Bool {
        switch kind {
        case .enumeration(let enumeration): enumeration.original == nil
        case .record: direction.contains(.parameter)
        case .union: direction.contains(.parameter)
        }
    }
}

extension API.Direction {
    /// The protocol conformances of a type, depending on the directions of its values.
    func conformances(and others: [String] = []) -> String {
        let coding =
            switch (isDecodable, isEncodable) {
            case (true, true): "Codable"
            case (true, false): "Decodable"
            case (false, _): "Encodable"
            }
        let parameter = contains(.parameter) ? ["ParameterValue"] : []
        return ([coding, "Hashable"] + others + parameter + ["Sendable"]).joined(separator: ", ")
    }
}
