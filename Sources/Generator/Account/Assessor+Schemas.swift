import SourceText
import YAML

/// What became of the keywords of a schema that was needed.
extension Assessor {
    mutating func schema(_ node: Node) {
        if honours[node.id] == .typeInWords { return typeInWords(node) }
        settle(node, as: .typed)
        for id in schemas[node.id] ?? [] {
            guard let schema = lowering.graph.schemas[id] else { continue }
            let access: Honours = leftOut.contains(node.id) ? .access : []
            let facts = SchemaFacts(
                id, schema: schema, lowering: lowering, honours: (honours[node.id] ?? []).union(access))
            for entry in node.entries {
                if let fate = generalFate(of: entry) {
                    paint(entry.value, as: fate)
                } else {
                    keyword(entry, facts: facts, at: node.range)
                }
            }
        }
    }

    /// Of a schema whose type alone is told.
    private mutating func typeInWords(_ node: Node) {
        settle(node, as: .documentation)
        for entry in node.entries {
            let isTold = ["$ref", "type", "format", "items"].contains(entry.key.text)
            paint(entry.value, as: generalFate(of: entry) ?? (isTold ? .documentation : .dropped))
        }
    }

    private mutating func keyword(_ entry: Node.Entry, facts: SchemaFacts, at place: SourceRange) {
        let node = entry.value
        switch Keyword(rawValue: entry.key.text ?? "") {
        case .shape(let keyword)?:
            if keyword.facts.isVoidIfEmpty, node.kind != .scalar, node.children.isEmpty {
                settle(node, as: .documentation)
            } else {
                shape(keyword, node: node, facts: facts, at: place)
            }
        case .limit(let keyword)?: conclude(node, as: facts.fate(of: keyword, node))
        case .annotation(let keyword)?: conclude(node, as: facts.fate(of: keyword, node))
        // What of it is told, is observed.
        case .told?: conclude(node, as: .dropped)
        case nil: conclude(node, as: facts.rest)
        }
    }

    private mutating func shape(
        _ keyword: ShapeKeyword,
        node: Node,
        facts: SchemaFacts,
        at place: SourceRange,
    ) {
        let rules: Fate? = isFound([.uncheckedAlternatives], at: place) ? .reported : nil
        switch keyword {
        case .innerSchemas, .definitions: definitions(node)
        case .type where isFound([.contradictoryProperties], at: node.range): paint(node, as: .reported)
        case .properties where facts.isDictionary: paint(node, as: facts.fate(of: .required, node))
        case .prefixItems where !facts.hasItems: paint(node, as: .documentation)
        case .properties where facts.isPart: properties(node)
        case .patternProperties where facts.takesAdditional, .allOf where facts.isComposed: members(node)
        case .oneOf, .anyOf:
            facts.alternatives == keyword ? members(node) : paint(node, as: rules ?? facts.rest)
        case .enum, .const: paint(node, as: facts.listFate)
        case .required where facts.hasChoices: paint(node, as: rules ?? facts.fate(of: keyword, node))
        case .propertyNames: paint(node, as: facts.fate(of: keyword, node))
        case .discriminator where facts.isUnion: discriminator(node)
        case .discriminator:
            let place = node["propertyName"]?.range ?? node.range
            paint(node, as: isFound([.unusedDiscriminator], at: place) ? .reported : facts.rest)
        case .reference, .dynamicReference, .recursiveReference, .identifier, .anchor, .dynamicAnchor,
            .recursiveAnchor, .type, .nullable, .properties, .patternProperties, .additionalProperties,
            .unevaluatedProperties, .required, .requiredInRequests, .dependentRequired, .items, .prefixItems,
            .additionalItems, .allOf, .format, .contentEncoding, .contentMediaType:
            conclude(node, as: facts.fate(of: keyword, node))
        }
    }

    /// Gives a fate to the value of a keyword, which may hold what has one of its own.
    private mutating func conclude(_ node: Node, as fate: Fate?) {
        if isFound(Self.mistakenValues, at: node.range) { return paint(node, as: .reported) }
        fate == .typed ? value(node) : paint(node, as: fate)
    }

    /// Schemas in a list or under names, each by what was made of it.
    private mutating func members(_ node: Node) {
        settle(node, as: .typed)
        for child in node.children { value(child) }
    }

    /// A property that travels in no direction of its owner is left out.
    private mutating func properties(_ node: Node) {
        settle(node, as: .typed)
        for entry in node.entries {
            let isLeftOut = ledger.kinds[entry.value.id] == "schema" && honours[entry.value.id] == nil
            if ledger.choices[entry.key.range] == .reported {
                value(entry.value)
                fill(entry.value, as: .reported)
            } else {
                isLeftOut ? leaveOut(entry.value) : value(entry.value)
            }
        }
    }

    private mutating func leaveOut(_ property: Node) {
        paint(property, as: .unreached)
        for access in ["readOnly", "writeOnly"].compactMap({ property[$0] }) { settle(access, as: .typed) }
    }

    private mutating func discriminator(_ node: Node) {
        settle(node, as: .typed)
        for entry in node.entries where entry.key.text != "mapping" {
            paint(entry.value, as: generalFate(of: entry) ?? .typed)
        }
        guard let mapping = node["mapping"] else { return }
        settle(mapping, as: .typed)
        for entry in mapping.entries {
            generalFate(of: entry).map { paint(entry.value, as: $0) } ?? value(entry.value)
        }
    }
}

/// What lowering makes of a schema, as far as its keywords need to know.
struct SchemaFacts {
    private let schema: OpenAPI.Schema
    private let shape: SchemaShape
    private let honours: Honours
    /// The shape of what the schema refers to.
    private let end: OpenAPI.Schema?
    /// The keyword whose alternatives count.
    let alternatives: ShapeKeyword?
    /// Whether a discriminator has something to tell apart.
    let isUnion: Bool
    /// Whether names of members are limits of the value.
    let isDictionary: Bool
    /// Whether all that is said of names are limits of texts.
    private let hasNameLimits: Bool
    /// Whether each part of an `allOf` only restricts the value.
    private let isRestricted: Bool

    init(
        _ id: OpenAPI.Schema.ID,
        schema: OpenAPI.Schema,
        lowering: Lowering,
        honours: Honours,
    ) {
        self.schema = schema
        self.honours = honours
        shape = lowering.graph.shape(of: id)
        end = lowering.graph.schemas[lowering.graph.end(of: id)]
        let chosen = lowering.graph.alternatives(of: schema)
        let isFirst = schema.composition.oneOf.contains { chosen.contains($0) }
        alternatives = chosen.isEmpty ? nil : isFirst ? .oneOf : .anyOf
        isUnion = shape.isUnion || lowering.graph.alternatives(of: schema).count > 1
        isDictionary = !shape.isRecord && lowering.graph.demands.isDictionary(schema)
        hasNameLimits = schema.names.schema.map { !lowering.graph.demands.textLimits($0).isEmpty } ?? true
        isRestricted =
            !shape.isRecord && lowering.graph.restrictions.areAllParts(of: schema)
    }

    /// Whether the items of a list have a type.
    var hasItems: Bool { schema.items != nil }

    /// Whether it offers alternatives, and has no properties of its own.
    var hasChoices: Bool { isUnion && schema.properties.isEmpty }

    /// Whether its properties stand in a declaration.
    var isPart: Bool { honours.contains(.part) }
    /// Whether it is a type of listed values.
    var isListing: Bool {
        shape.isEnumeration || shape.isIntegerEnumeration || honours.contains(.value)
    }

    var isComposed: Bool {
        if case .single = shape { true } else { isPart || shape.isEnumeration || isRestricted }
    }

    /// What becomes of a keyword that says more than the type in Swift does.
    var rest: Fate? {
        switch shape {
        case .scalar(.json), .dictionary(nil): .opaque
        case .scalar, .dictionary, .reference, .single, .array, .record, .enumeration, .integerEnumeration,
            .union:
            nil
        }
    }

    func fate(of keyword: ShapeKeyword, _ node: Node) -> Fate? {
        switch keyword {
        case .reference, .dynamicReference, .recursiveReference, .identifier, .anchor, .dynamicAnchor,
            .recursiveAnchor:
            .typed
        case .type: typeFate
        case .items, .prefixItems, .additionalItems: isArray ? .typed : rest
        case .required, .requiredInRequests: isPart ? .typed : isDictionary ? limitFate ?? rest : rest
        case .additionalProperties, .unevaluatedProperties, .patternProperties:
            // Nothing is kept anyway beside alternatives.
            takesAdditional || node.scalar == .bool(false) ? .typed : rest
        case .dependentRequired:
            isPart ? .typed : isDictionary ? limitFate ?? .documentation : .documentation
        case .propertyNames: hasNameLimits ? limitFate : .dropped
        case .format: formatFate
        case .contentEncoding: shape.scalar?.facts.encoding != nil ? .typed : .dropped
        case .contentMediaType: .dropped
        case .nullable: node.scalar == .bool(false) ? .typed : nullFate
        case .innerSchemas, .definitions, .enum, .const, .properties, .allOf, .oneOf, .anyOf, .discriminator:
            rest
        }
    }

    func fate(of keyword: LimitKeyword, _ node: Node) -> Fate? {
        switch keyword.facts.form {
        case .flag: node.scalar == .bool(false) ? .typed : limitFate
        case .number, .divisor, .count, .pattern: limitFate
        }
    }

    func fate(of keyword: AnnotationKeyword, _ node: Node) -> Fate? {
        switch keyword {
        // What of these is told, is observed.
        case .description, .externalDocs: .dropped
        case .title: isNamedByTitle ? .typed : .dropped
        case .default: defaultFate
        case .swiftName: .typed
        case .valueNames: isConstant ? .dropped : isListing ? .typed : nil
        case .valueDescriptions: isListing ? .dropped : nil
        case .deprecated:
            node.scalar == .bool(false) || honours.contains(.deprecation) ? .typed : .dropped
        case .readOnly, .writeOnly: node.scalar == .bool(false) ? .typed : accessFate
        case .example, .examples, .xml, .comment, .dialect: rest
        }
    }
}

// MARK: - Single keywords

extension SchemaFacts {
    /// Beside a reference a type only repeats what stands there, or is wrong.
    private var typeFate: Fate? {
        switch shape {
        case .scalar(.json): return .opaque
        case .reference, .single:
            let types = Set(schema.types).subtracting([.null])
            let known = Set(end?.types ?? []).subtracting([.null])
            let isNumeric = types.union(known).isSubset(of: [.integer, .number])
            return known.isEmpty || types == known || isNumeric ? .typed : nil
        case .scalar, .array, .dictionary, .record, .enumeration, .integerEnumeration, .union: return .typed
        }
    }

    /// A property of one value may have it from the start; several that are no type are told.
    var listFate: Fate? {
        if isListing || isConstant { return .typed }
        if honours.contains(.limitsReported) { return .reported }
        return honours.contains(.values) ? .documentation : rest
    }

    private var isConstant: Bool { schema.values.count == 1 && honours.contains(.constant) }

    private var isArray: Bool {
        if case .array = shape { true } else { false }
    }

    var takesAdditional: Bool {
        if case .dictionary = shape { true } else { isPart }
    }

    /// Formats say what a text means. Those without a type in Swift are for readers.
    private var formatFate: Fate? {
        if honours.contains(.format) { return .typed }
        if honours.contains(.secrecy), schema.format?.value == ScalarType.secretFormat { return .typed }
        return shape.scalar.map { !$0.facts.formats.isEmpty } ?? false ? .typed : .dropped
    }

    private var isNamedByTitle: Bool {
        let count = schema.annotations.title?.text.split(separator: " ").count ?? 0
        return honours.contains(.title) && schema.reference == nil && count <= 4
            && schema.annotations.swiftName == nil
    }

    /// A default is what the service takes for a value that is left out.
    private var defaultFate: Fate { honours.contains(.value) ? .typed : .dropped }

    private var accessFate: Fate {
        honours.contains(.access) ? .typed : honours.contains(.accessInWords) ? .documentation : .dropped
    }

    private var nullFate: Fate? {
        if honours.contains(.null) { return .typed }
        if honours.contains(.plainText) { return .dropped }
        return honours.contains(.nullReported) ? .reported : nil
    }

    private var limitFate: Fate? {
        if honours.contains(.limits) { return .typed }
        if honours.contains(.limitsInWords) { return .documentation }
        return honours.contains(.limitsReported) ? .reported : nil
    }
}
