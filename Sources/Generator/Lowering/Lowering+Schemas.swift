import APIGenSourceText
import APIGenYAML

/// A schema as resolved at its place of use.
struct ResolvedSchema {
    var type: API.TypeReference
    var isNullable = false
    /// Whether a part of an `allOf` excludes null, even if others allow it.
    var isNeverNull = false
    var isSensitive = false
    var isDeprecated = false
    var isReadOnly = false
    var isWriteOnly = false
    var description: Prose?
    var externalDocs: OpenAPI.ExternalDocumentation?
    var defaultValue: Prose?
    var examples = API.Examples()
    var limits: [API.Limit] = []
    /// The constants listed nearest to the use.
    var values: [API.Constant] = []
    var rules: [API.Rule] = []
    /// The part of an `allOf` without `type` that defines the format of a string.
    var formatOfText: OpenAPI.Schema?
    /// The constants of the elements of a list or dictionary.
    var elementValues: [API.Constant] = []
    var reading = SchemaReading()

    /// What is known of each element.
    mutating func add(_ element: ResolvedElement) {
        limits += element.limits
        reading.add(elements: element.reading)
        elementValues = element.values
        examples.elements = element.examples
    }
}

/// The element of a list or dictionary.
struct ResolvedElement {
    var type = API.TypeReference.scalar(.json)
    var limits: [API.Limit] = []
    var values: [API.Constant] = []
    var rules: [API.Rule] = []
    var description: Prose?
    var examples: [Node] = []
    var reading = SchemaReading()

    func rules(of keyword: ShapeKeyword) -> [API.Rule] { rules.isEmpty ? [] : [.elements(keyword, rules)] }
}

/// The fallback name of a type.
struct NameHint {
    let words: API.NameWords
    /// The type that an inline schema is nested in.
    let parent: API.TypeID?
    /// The title that the words are taken from.
    var title: Prose?
}

/// Lowers schemas to types, each of which is declared at its first use.
struct TypeLowering: LoweringPass {
    let lowering: Lowering

    /// Returns the type of a schema, which is declared if necessary.
    ///
    /// - Parameter isConstant: Whether the schema allows only one value, for which no type is declared.
    func resolve(_ id: OpenAPI.Schema.ID, hint: NameHint, isConstant: Bool = false) -> ResolvedSchema {
        var hint = hint
        var resolved = ResolvedSchema(type: .scalar(.json))
        var current = id
        var visited: Set<OpenAPI.Schema.ID> = []
        while let schema = graph.schemas[current] {
            guard visited.insert(current).inserted else {
                report(.circularSchema(schema))
                return resolved
            }
            apply(schema, to: &resolved)
            resolved.reading.add(reading(of: current))
            if let own = ownType(of: current) {
                resolved.reading.add(reading(ofOwn: current, as: own))
                complete(&resolved, as: own)
                return resolved
            }
            resolved.reading.add(shapeReading(of: current))
            reportDiscriminator(of: current, schema)
            reportType(of: current, schema)
            let shape = graph.shape(of: current)
            switch shape {
            case .reference(let reference):
                if let name = reference.name { hint = NameHint(words: API.NameWords(name), parent: nil) }
                current = reference.target
            case .single(let member):
                meet(schema, besides: member, &resolved)
                current = member
            case .scalar, .array, .dictionary, .record, .enumeration, .integerEnumeration, .union:
                meetDeclarations(of: current, &resolved)
                complete(&resolved, current, schema, isConstant ? shape.ofOneValue : shape, hint)
                return resolved
            }
        }
        return resolved
    }

    /// Applies the annotations of a schema. The nearest to the use takes precedence; constraints and permissions
    /// accumulate.
    func apply(_ schema: OpenAPI.Schema, to resolved: inout ResolvedSchema) {
        let annotations = schema.annotations
        resolved.isNullable = resolved.isNullable || graph.isNullable(schema)
        resolved.isSensitive = resolved.isSensitive || schema.format?.value == ScalarType.secretFormat
        resolved.isDeprecated = resolved.isDeprecated || annotations.isDeprecated
        resolved.isReadOnly = resolved.isReadOnly || annotations.isReadOnly
        resolved.isWriteOnly = resolved.isWriteOnly || annotations.isWriteOnly
        resolved.description = resolved.description ?? annotations.description
        resolved.externalDocs = resolved.externalDocs ?? annotations.externalDocs
        resolved.defaultValue = resolved.defaultValue ?? annotations.defaultValue.flatMap(shown)
        if resolved.examples.values.isEmpty { resolved.examples.values = annotations.examples }
        if schema.types.isEmpty, schema.tellsFormat {
            resolved.formatOfText = resolved.formatOfText ?? schema
        }
        resolved.limits += graph.demands.limits(of: schema)
        if resolved.values.isEmpty { resolved.values = graph.profiles.constants(schema.values, of: schema) }
        resolved.rules += graph.demands.rules(of: schema)
    }

    /// Applies the other parts of an `allOf` to the one that defines the type.
    private func meet(
        _ schema: OpenAPI.Schema,
        besides member: OpenAPI.Schema.ID,
        _ resolved: inout ResolvedSchema,
    ) {
        // The values of the narrowest part apply, or the common values if it lists none.
        let values = resolved.values
        let remarks = graph.conjunctions.remarks(of: schema, beside: member)
        let isListing = !remarks.isEmpty && !graph.profiles.constants(of: member).isEmpty
        defer { if isListing { resolved.values = values } }
        let contradiction = graph.conjunctions.contradiction(in: schema)
        for part in remarks {
            for step in graph.path(from: part) {
                guard let schema = graph.schemas[step] else { continue }
                apply(schema, to: &resolved)
                if case .single(let inner) = graph.shape(of: step) {
                    meet(schema, besides: inner, &resolved)
                }
            }
            if let lost = contradiction?.1.node, lost.id == part.node {
                note(whole: lost, as: .reported)
            } else {
                resolved.reading.add(reading(ofPart: part, beside: member, values: resolved.values))
            }
        }
        resolved.isNeverNull = resolved.isNeverNull || graph.conjunctions.isNeverNull(schema)
        guard let (first, second) = contradiction, builder.reportedRules.insert(schema.range).inserted else {
            return
        }
        report(.contradictoryParts(first, and: second))
    }

    /// If a property is declared several times, `readOnly`, `writeOnly` and `deprecated` of one declaration apply to
    /// all (JSON Schema 2020-12, validation, sections 9.3 and 9.4).
    private func meetDeclarations(of id: OpenAPI.Schema.ID, _ resolved: inout ResolvedSchema) {
        guard id.conjunction != 0 else { return }
        for step in graph.conjunctions.declarations(of: id).flatMap(graph.path) {
            guard let annotations = graph.schemas[step]?.annotations else { continue }
            resolved.isDeprecated = resolved.isDeprecated || annotations.isDeprecated
            resolved.isReadOnly = resolved.isReadOnly || annotations.isReadOnly
            resolved.isWriteOnly = resolved.isWriteOnly || annotations.isWriteOnly
            resolved.reading.add(annotationReading(of: step))
        }
    }

    /// A default value for documentation.
    private func shown(_ value: OpenAPI.Schema.Value) -> Prose? {
        value.kind == .null ? nil : Prose(text: value.text, node: value.node)
    }

    private func complete(
        _ resolved: inout ResolvedSchema,
        _ id: OpenAPI.Schema.ID,
        _ schema: OpenAPI.Schema,
        _ shape: SchemaShape,
        _ hint: NameHint,
    ) {
        defer { complete(&resolved, as: resolved.type) }
        switch shape {
        case .reference, .single: break
        case .scalar(let scalar): resolved.type = type(of: scalar, schema, &resolved)
        case .array(let items):
            noteImpliedType(of: id)
            let single = NameHint(words: hint.words.singular, parent: hint.parent, title: hint.title)
            let element = resolveElement(items, of: id, single)
            resolved.type = .array(element.type)
            resolved.rules += element.rules(of: .items)
            resolved.add(element)
        case .dictionary(let values):
            noteImpliedType(of: id)
            let element = resolveElement(values, of: id, hint)
            resolved.type = .dictionary(element.type)
            resolved.rules += element.rules(of: .additionalProperties)
            resolved.add(element)
        case .record, .enumeration, .integerEnumeration, .union:
            // They are documented at the type.
            resolved.rules.removeLast(graph.demands.rules(of: schema).count)
            resolved.type = .named(declare(id, schema, hint))
        }
    }

    private func complete(_ resolved: inout ResolvedSchema, as type: API.TypeReference) {
        resolved.type = type
        resolved.limits = resolved.limits.strictest
        resolved.rules = resolved.rules.withoutDuplicates
        if resolved.isNeverNull { resolved.isNullable = false }
    }

    /// The type of a scalar: one of the user, or the scalar that the format selects.
    private func type(
        of scalar: API.Scalar, _ schema: OpenAPI.Schema, _ resolved: inout ResolvedSchema,
    ) -> API.TypeReference {
        if let (own, part) = ownType(of: scalar, schema, orBy: resolved.formatOfText) {
            resolved.reading.add(.format, of: part.node)
            resolved.rules.removeAll { $0.isFormat(at: part.format?.node) }
            return own
        }
        return .scalar(scalar == .string ? text(&resolved) : scalar)
    }

    /// The scalar type of a string, by the part that defines its format.
    private func text(_ resolved: inout ResolvedSchema) -> API.Scalar {
        guard let part = resolved.formatOfText else { return .string }
        let scalar = graph.stringScalar(part)
        if scalar != .string { resolved.reading.add(.format, of: part.node) }
        return scalar
    }

    private func resolveElement(
        _ id: OpenAPI.Schema.ID?,
        of list: OpenAPI.Schema.ID,
        _ hint: NameHint,
    ) -> ResolvedElement {
        guard let id else { return ResolvedElement() }
        // A list that contains itself has no Swift type: arrays are not declared types, and cannot refer to themselves.
        if builder.resolving.contains(list), let schema = graph.schemas[list] {
            report(.endlessList(schema))
            return ResolvedElement()
        }
        // The compiler takes minutes for types that are nested a few dozen levels deep.
        if builder.resolving.count >= Self.mostLevels, let schema = graph.schemas[list] {
            report(.deepList(schema, levels: Self.mostLevels))
            note(whole: graph.schemas[id]?.node, as: .reported)
            return ResolvedElement()
        }
        builder.resolving.append(list)
        defer { builder.resolving.removeLast() }
        return resolveElement(id, hint)
    }

    private static let mostLevels = 8

    func resolveElement(_ id: OpenAPI.Schema.ID, _ hint: NameHint) -> ResolvedElement {
        let resolved = resolve(id, hint: hint)
        let isPlain = !resolved.isNullable || resolved.type == .scalar(.json)
        let limits: [API.Limit] = resolved.limits.isEmpty ? [] : [.elements(resolved.limits)]
        return ResolvedElement(
            type: isPlain ? resolved.type : .nullable(resolved.type),
            limits: limits,
            values: graph.values.untold(resolved.values, of: id),
            rules: resolved.rules,
            description: resolved.description,
            examples: resolved.examples.values,
            reading: resolved.reading,
        )
    }

    func declare(
        _ id: OpenAPI.Schema.ID,
        as role: TypeTable.Role = .whole,
        _ schema: OpenAPI.Schema,
        _ hint: NameHint,
    ) -> API.TypeID {
        if let known = builder.table.declaration(of: id, as: role) { return known }
        if role == .whole, let component = builder.componentTypes[id] {
            return builder.table.declare(id, as: role, name: component, parent: nil)
        }
        let own = role == .whole ? schema.annotations.swiftName : nil
        var (words, parent) = (own.map { API.NameWords($0.text) } ?? hint.words, hint.parent)
        // Types are nested only one level deep, for readability.
        if let outer = parent, let grandparent = builder.table[outer].parent {
            (words, parent) = (API.NameWords(builder.table[outer].name, words), grandparent)
        }
        let likeness = likeness(of: schema, id, as: role, in: hint.parent)
        if let likeness, let copy = copy(of: schema, like: likeness) {
            builder.table.share(copy, with: id, as: role)
            recorder?.note(copy: schema.node, of: graph.schemas[builder.table[copy].schema]?.node)
            return copy
        }
        let name = self.name(
            .type, words, in: parent.map { .type($0) } ?? .module, for: own?.text,
            at: own?.range ?? schema.range)
        let type = builder.table.declare(id, as: role, name: name, parent: parent, like: likeness)
        if own == nil, let title = hint.title { note(title, naming: title.text, in: type) }
        return type
    }

    func lowerPendingTypes() {
        while let draft = builder.table.popPending() {
            guard let schema = graph.schemas[draft.schema] else { continue }
            builder.table[draft.id].kind = kind(of: draft, schema)
            builder.table[draft.id].title = schema.annotations.title
            builder.table[draft.id].description = schema.annotations.description
            builder.table[draft.id].externalDocs = schema.annotations.externalDocs
            builder.table[draft.id].rules = graph.parts(of: draft.schema).compactMap { graph.schemas[$0] }
                .flatMap(
                    graph.demands.ownRules)
            builder.table[draft.id].isDeprecated = schema.annotations.isDeprecated
            builder.table[draft.id].examples = schema.annotations.examples
        }
    }

    private func kind(of draft: TypeTable.Draft, _ schema: OpenAPI.Schema)
        -> API.TypeDeclaration.Kind
    {
        if draft.role == .alternatives { return .union(lowering.unions.union(draft, schema)) }
        switch graph.shape(of: draft.schema) {
        case .enumeration: return .enumeration(enumeration(draft, of: schema))
        case .integerEnumeration:
            return .enumeration(API.Enumeration(cases: integerCases(of: draft.schema), isInteger: true))
        case .union: return .union(lowering.unions.union(draft, schema))
        case .record, .scalar, .array, .dictionary, .reference, .single:
            noteImpliedType(of: draft.schema)
            return .record(lowering.records.record(draft))
        }
    }
}

extension SchemaShape {
    /// The shape of a schema with a single value.
    fileprivate var ofOneValue: SchemaShape {
        switch self {
        case .enumeration: .scalar(.string)
        case .integerEnumeration: .scalar(.integer)
        case .reference, .single, .scalar, .array, .dictionary, .record, .union: self
        }
    }
}
