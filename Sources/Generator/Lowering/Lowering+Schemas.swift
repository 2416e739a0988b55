import SourceText

/// A schema seen from where it is used.
struct ResolvedSchema {
    var type: API.TypeReference
    var isNullable = false
    var isSensitive = false
    var isDeprecated = false
    var isReadOnly = false
    var isWriteOnly = false
    var description: String?
    var defaultValue: String?
    var limits: [API.Limit] = []
}

/// The name that a type gets if the schema brings none.
struct NameHint {
    let word: String
    /// The type that an inline schema is nested in.
    let parent: API.TypeID?
}

extension Lowering {
    /// The type of a schema. Declares it if it needs a declaration and has none yet.
    mutating func resolve(_ id: OpenAPI.Schema.ID, hint: NameHint) -> ResolvedSchema {
        var hint = hint
        var resolved = ResolvedSchema(type: .scalar(.json))
        var current = id
        var visited: Set<OpenAPI.Schema.ID> = []
        while let schema = document.schemas[current] {
            guard visited.insert(current).inserted else {
                diagnostics.report(.circularSchema(schema))
                return resolved
            }
            apply(schema, to: &resolved)
            let shape = shape(of: current)
            switch shape {
            case .reference(let reference):
                if let name = reference.name { hint = NameHint(word: name, parent: nil) }
                current = reference.target
            case .single(let member):
                current = member
            default:
                complete(&resolved, current, schema, shape, hint)
                return resolved
            }
        }
        return resolved
    }

    /// What stands nearest to the use wins; what restricts or allows adds up.
    private mutating func apply(_ schema: OpenAPI.Schema, to resolved: inout ResolvedSchema) {
        let annotations = schema.annotations
        resolved.isNullable = resolved.isNullable || isNullable(schema)
        resolved.isSensitive = resolved.isSensitive || schema.format?.value == "password"
        resolved.isDeprecated = resolved.isDeprecated || annotations.isDeprecated
        resolved.isReadOnly = resolved.isReadOnly || annotations.isReadOnly
        resolved.isWriteOnly = resolved.isWriteOnly || annotations.isWriteOnly
        resolved.description = resolved.description ?? annotations.description
        resolved.defaultValue = resolved.defaultValue ?? annotations.defaultValue.flatMap(shown)
        resolved.limits += limits(of: schema)
        reportRules(of: schema)
    }

    /// A default as it is told to readers. A list or an object is too long for that.
    private func shown(_ value: OpenAPI.Schema.Value) -> String? {
        value.kind == .collection || value.kind == .null ? nil : value.text
    }

    private mutating func complete(
        _ resolved: inout ResolvedSchema,
        _ id: OpenAPI.Schema.ID,
        _ schema: OpenAPI.Schema,
        _ shape: SchemaShape,
        _ hint: NameHint,
    ) {
        switch shape {
        case .reference, .single: break
        case .scalar(let scalar):
            if schema.enumeration != nil { diagnostics.report(.unsupportedEnumeration(schema)) }
            resolved.type = .scalar(scalar)
        case .array(let items):
            let single = NameHint(word: SwiftNames.singular(hint.word), parent: hint.parent)
            let element = resolveElement(items, of: id, single)
            resolved.type = .array(element.type)
            resolved.limits += element.limits
        case .dictionary(let values):
            let element = resolveElement(values, of: id, hint)
            resolved.type = .dictionary(element.type)
            resolved.limits += element.limits
        case .record, .enumeration, .union: resolved.type = .named(declare(id, schema, hint))
        }
    }

    private mutating func resolveElement(
        _ id: OpenAPI.Schema.ID?,
        of list: OpenAPI.Schema.ID,
        _ hint: NameHint,
    ) -> (type: API.TypeReference, limits: [API.Limit]) {
        guard let id else { return (.scalar(.json), []) }
        // A list of itself has no name in Swift, and lists without a name cannot hold themselves.
        if resolving.contains(list), let schema = document.schemas[list] {
            diagnostics.report(.endlessList(schema))
            return (.scalar(.json), [])
        }
        resolving.append(list)
        defer { resolving.removeLast() }
        let resolved = resolve(id, hint: hint)
        let isPlain = !resolved.isNullable || resolved.type == .scalar(.json)
        let limits: [API.Limit] = resolved.limits.isEmpty ? [] : [.elements(resolved.limits)]
        return (isPlain ? resolved.type : .nullable(resolved.type), limits)
    }

    mutating func declare(
        _ id: OpenAPI.Schema.ID,
        as role: TypeTable.Role = .whole,
        _ schema: OpenAPI.Schema,
        _ hint: NameHint,
    ) -> API.TypeID {
        if let known = types.declaration(of: id, as: role) { return known }
        let own = role == .whole ? schema.annotations.swiftName : nil
        let chosen = own?.text ?? hint.word
        let range = own?.range ?? schema.range
        var (name, parent) = (SwiftNames.type(chosen), hint.parent)
        // Deeper than one level a type is hard to reach and to read.
        if let outer = parent, let grandparent = types[outer].parent {
            (name, parent) = (SwiftNames.type("\(types[outer].name) \(chosen)"), grandparent)
        }
        let (unique, clash) =
            if let parent {
                types[parent].scope.claim(name, for: chosen, at: range)
            } else {
                types.topLevel.claim(name, for: chosen, at: range)
            }
        diagnostics.report(clash)
        return types.declare(id, as: role, name: unique, parent: parent)
    }

    mutating func lowerPendingTypes() {
        while let draft = types.popPending() {
            guard let schema = document.schemas[draft.schema] else { continue }
            types[draft.id].kind = kind(of: draft, schema)
            types[draft.id].description =
                schema.annotations.description
                ?? schema.annotations.title.flatMap { $0 == draft.name ? nil : $0 }
            types[draft.id].isDeprecated = schema.annotations.isDeprecated
        }
    }

    private mutating func kind(of draft: TypeTable.Draft, _ schema: OpenAPI.Schema)
        -> API.TypeDeclaration.Kind
    {
        if draft.role == .alternatives { return .union(union(draft, schema)) }
        switch shape(of: draft.schema) {
        case .enumeration: return enumeration(draft, schema)
        case .union: return .union(union(draft, schema))
        default: return .record(record(draft))
        }
    }
}

// MARK: - Enumerations

extension Lowering {
    private mutating func enumeration(
        _ draft: TypeTable.Draft,
        _ schema: OpenAPI.Schema,
    ) -> API.TypeDeclaration.Kind {
        let cases =
            alternatives(of: schema).isEmpty
            ? cases(schema.enumeration, schema.values) : mergedCases(of: draft.schema)
        return .enumeration(API.Enumeration(cases: cases))
    }

    /// The values of alternatives that are all lists of texts.
    private mutating func mergedCases(of id: OpenAPI.Schema.ID) -> [API.Case] {
        var names = NameScope()
        for branch in branches(of: id) { note(branch, in: types.declaration(of: id, as: .whole)) }
        return listedValues(of: id).map { listed in
            let (text, range) = (listed.value.text, listed.name?.range ?? listed.value.range)
            let wanted = SwiftNames.enumCase(listed.name?.value ?? text).text
            let name = name(wanted, for: text, at: range, in: &names)
            return API.Case(name: name, value: text, description: listed.description)
        }
    }

    /// The values of an enum with the names and the descriptions that the document gives them.
    mutating func cases(_ enumeration: OpenAPI.Enumeration?, _ values: [OpenAPI.Schema.Value]) -> [API.Case] {
        let chosen = enumeration?.names.count == values.count ? enumeration?.names : nil
        let descriptions = enumeration?.descriptions.count == values.count ? enumeration?.descriptions : nil
        var names = NameScope()
        var cases: [API.Case] = []
        for (index, value) in values.enumerated() where value.kind != .null {
            if let first = values[..<index].first(where: { $0.text == value.text }) {
                diagnostics.report(.duplicateValue(value, first: first))
                continue
            }
            let wanted = SwiftNames.enumCase(chosen?[index].value ?? value.text).text
            let name = name(wanted, for: value.text, at: chosen?[index].range ?? value.range, in: &names)
            cases.append(API.Case(name: name, value: value.text, description: descriptions?[index]))
        }
        return cases
    }
}
