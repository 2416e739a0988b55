import SourceText
import YAML

/// Finds out what became of each node of a document, after lowering: it goes through the trees, and asks the ledger.
/// Whatever it comes to no conclusion about is unaccounted for.
struct Assessor {
    let lowering: Lowering
    let ledger: Ledger
    /// The rules that were broken, by the places of the diagnostics.
    private let findings: [SourceRange: Set<Rule>]
    /// What was made of each schema; one that is missing here was not needed.
    private(set) var honours: [Node.ID: Honours] = [:]
    /// The schemas of each node: one that is read in several ways is several.
    private(set) var schemas: [Node.ID: [OpenAPI.Schema.ID]] = [:]
    /// The schemas of properties that some type leaves out, since they go the other way only.
    private(set) var leftOut: Set<Node.ID> = []
    var fates: [Node.ID: Fate] = [:]
    /// The places of waivers below whose nodes nothing is given up.
    private(set) var idleWaivers: [SourceRange] = []

    init(_ lowering: Lowering, ledger: Ledger) {
        self.lowering = lowering
        self.ledger = ledger
        findings = lowering.builder.diagnostics.found.reduce(into: [:]) { findings, diagnostic in
            guard let range = diagnostic.range, let rule = diagnostic.rule else { return }
            findings[range, default: []].insert(rule)
        }
        for use in ledger.uses { honour(use) }
    }

    mutating func assess(_ roots: [Node]) {
        for root in roots { definitions(root) }
        for (copy, original) in ledger.copies.reversed() { mirror(original, in: copy) }
        for root in roots { reportMistakes(in: root) }
        for root in roots { tell(root) }
        for (node, place) in ledger.waived where !waive(node) { idleWaivers.append(place) }
    }

    func isFound(_ rules: Set<Rule>, at range: SourceRange) -> Bool {
        findings[range].map { !$0.isDisjoint(with: rules) } ?? false
    }
}

// MARK: - Schemas that were used

extension Assessor {
    /// A part of a declaration counts if the declaration is written, and travels as the part does.
    private mutating func honour(_ use: SchemaUse) {
        var honours = use.honours
        // What is optional takes null for nothing, except in a change.
        if use.isOptional,
            use.owner.map({ !lowering.builder.table[$0].direction.contains(.changed) }) ?? true
                || use.isReadOnly
        {
            honours.remove(.null)
            honours.insert(.plainText)
        }
        if let owner = use.owner {
            let direction = lowering.builder.table[owner].direction
            let isSent = direction.contains(.sent) && !use.isReadOnly
            let isReceived = direction.contains(.received) && !use.isWriteOnly
            guard isSent || isReceived else {
                if !direction.isEmpty { leftOut.formUnion(lowering.graph.path(from: use.schema).map(\.node)) }
                return
            }
            if honours.contains(.limitsInWords), isSent { honours.insert(.limits) }
            if !isSent { honours.remove(.constant) }
            // Of a type that travels one way only, `readOnly` says nothing new. An optional property that is
            // write-only may be absent from responses anyway, so that the comment tells it.
            let isTold = direction.isBothWays && use.isWriteOnly && use.isOptional
            if isTold || !direction.isBothWays { honours.remove(.access) }
            if isTold { honours.insert(.accessInWords) }
        }
        honour(use.schema, as: honours)
    }

    private mutating func honour(_ id: OpenAPI.Schema.ID, as more: Honours) {
        let path = lowering.graph.path(from: id)
        guard path.contains(where: { !isKnown($0, as: more) }) else { return }
        for schema in path where !isKnown(schema, as: more) {
            honours[schema.node, default: []].formUnion(more)
            if schemas[schema.node]?.contains(schema) != true {
                schemas[schema.node, default: []].append(schema)
            }
        }
        for schema in path { honourMembers(of: schema, more) }
        switch lowering.graph.shape(of: path.last ?? id) {
        case .array(let element?), .dictionary(let element?): honour(element, as: more.ofElements)
        case .array(nil), .dictionary(nil), .reference, .single, .scalar, .record, .enumeration,
            .integerEnumeration, .union:
            break
        }
    }

    private func isKnown(_ schema: OpenAPI.Schema.ID, as more: Honours) -> Bool {
        schemas[schema.node]?.contains(schema) == true && honours[schema.node]?.isSuperset(of: more) == true
    }

    /// The types of alternatives count, null among them, even if they come down to one. So does what stands beside the
    /// one part that tells a type.
    private mutating func honourMembers(of id: OpenAPI.Schema.ID, _ more: Honours) {
        guard let schema = lowering.graph.schemas[id] else { return }
        if case .single(let member) = lowering.graph.shape(of: id) {
            for remark in lowering.graph.conjunctions.remarks(of: schema, beside: member) {
                honour(remark, as: more.union(formatHonours(of: remark)))
            }
        }
        if lowering.graph.shape(of: id).isRecord {
            let restricting = lowering.graph.restrictions.parts(of: schema)
            for part in schema.composition.allOf {
                let limits: Honours = restricting.contains(part) ? [.limits, .limitsInWords] : []
                honour(part, as: more.intersection(limits.union([.null, .plainText])))
            }
        } else if lowering.graph.restrictions.areAllParts(of: schema) {
            for part in schema.composition.allOf { honour(part, as: more.union(formatHonours(of: part))) }
        }
        let isTold = isFound([.uncheckedAlternatives], at: schema.range)
        let shape = lowering.graph.shape(of: id)
        // Only numbers are in need of names.
        let listing: Honours =
            shape.isIntegerEnumeration ? [.value, .title] : shape.isEnumeration ? .value : []
        if shape.isEnumeration {
            for part in schema.composition.allOf { honour(part, as: listing) }
        }
        let rest = more.intersection([.null, .plainText]).union(isTold ? .limitsReported : []).union(listing)
        let (oneOf, anyOf) = (schema.composition.oneOf, schema.composition.anyOf)
        let chosen = lowering.graph.alternatives(of: schema)
        for members in [oneOf, anyOf] where chosen.isEmpty || members.contains(where: chosen.contains) {
            for member in members where chosen.contains(member) || lowering.graph.isNull(member) {
                honour(member, as: rest)
            }
        }
    }
}

extension Assessor {
    /// Whether the format of a part that has no type makes one.
    private func formatHonours(of part: OpenAPI.Schema.ID) -> Honours {
        guard let schema = lowering.graph.schemas[lowering.graph.end(of: part)], schema.types.isEmpty,
            schema.tellsFormat
        else { return [] }
        let makesNumber = [.integer, .number].contains { type in
            schema.format.flatMap { API.Scalar(format: $0.value, of: type) } != nil
        }
        return makesNumber || lowering.graph.stringScalar(schema) != .string ? .format : []
    }
}

// MARK: - Trees

extension Assessor {
    mutating func settle(_ node: Node, as fate: Fate) {
        fates[node.id] = fate.joined(with: fates[node.id])
    }

    /// What holds things under names that others refer to. Tells whether any of them was needed.
    @discardableResult
    mutating func definitions(_ node: Node) -> Bool {
        if let kind = ledger.kinds[node.id], honours[node.id] != nil || !Self.schemaKinds.contains(kind) {
            value(node)
            return true
        }
        var isNeeded = false
        for child in node.children { isNeeded = definitions(child) || isNeeded }
        settle(node, as: isNeeded ? .typed : .unreached)
        return isNeeded
    }

    /// Objects that are decoded whether they are needed or not.
    private static let schemaKinds: Set = ["schema", "discriminator"]

    /// A value that is what its kind says, as far as each object of it was needed.
    mutating func value(_ node: Node) {
        if isFound(Self.mistakenValues, at: node.range) { return paint(node, as: .reported) }
        switch ledger.kinds[node.id] {
        case "parameter": parameter(node)
        case "schema": honours[node.id] == nil ? paint(node, as: nil) : schema(node)
        case let kind?: object(node, as: kind)
        case nil:
            settle(node, as: .typed)
            for element in node.elements { value(element) }
            for entry in node.entries {
                generalFate(of: entry).map { paint(entry.value, as: $0) } ?? value(entry.value)
            }
        }
    }

    /// Gives everything below a node one fate, but schemas that were needed on their own.
    mutating func paint(_ node: Node, as fate: Fate?) {
        if honours[node.id] != nil { return schema(node) }
        if let fate { settle(node, as: fate) }
        // What is handed over untouched has a shape; what else is said of it reaches nobody.
        func inner(_ child: Node, _ name: String) -> Fate? {
            guard fate == .opaque, child.kind == .scalar, !["type", "$ref"].contains(name) else {
                return fate
            }
            return ledger.choices[child.range] ?? ledger.settled[child.id] ?? .dropped
        }
        for element in node.elements { paint(element, as: inner(element, "")) }
        for entry in node.entries { paint(entry.value, as: inner(entry.value, entry.key.text ?? "")) }
    }

    /// Gives one fate to everything below a node that has none yet.
    mutating func fill(_ node: Node, as fate: Fate) {
        if fates[node.id] == nil { fates[node.id] = fate }
        for child in node.children { fill(child, as: fate) }
    }

    /// What stands below a value that was left out with a diagnostic goes with it.
    private mutating func reportMistakes(in node: Node) {
        if isFound(Self.mistakenValues, at: node.range) { return fill(node, as: .reported) }
        for child in node.children { reportMistakes(in: child) }
    }

    /// What becomes of a schema becomes of another that says the same.
    private mutating func mirror(_ original: Node, in copy: Node) {
        if let fate = fates[original.id] { settle(copy, as: fate) }
        for entry in copy.entries {
            guard let key = entry.key.text, let other = original[key] else { continue }
            mirror(other, in: entry.value)
        }
        for (element, other) in zip(copy.elements, original.elements) { mirror(other, in: element) }
    }

    /// What was told is documentation, and so is what holds it and is nothing more. Tells whether there is anything.
    @discardableResult
    private mutating func tell(_ node: Node) -> Bool {
        if ledger.told.contains(node.id) {
            paint(node, as: .documentation)
            return true
        }
        let isTold = node.children.reduce(fates[node.id] == .documentation) { tell($1) || $0 }
        if isTold, fates[node.id] == .dropped { fates[node.id] = .documentation }
        return isTold
    }

    /// Takes all that is lost below a node for given up on purpose, and tells whether there is anything.
    private mutating func waive(_ node: Node) -> Bool {
        let isLost = [nil, .reported].contains(fates[node.id])
        if isLost { fates[node.id] = .waived }
        return node.children.reduce(isLost) { waive($1) || $0 }
    }

    /// Diagnostics that stand at a value and say that it was left out.
    static let mistakenValues: Set<Rule> = [
        .circularReference, .duplicateEnumValue, .exampleAgainstFormat, .furtherEndpoint, .furtherServer,
        .invalidHeaderName, .mappingToNothing,
        .misplacedStyle, .missingFile, .referenceBeyondFolder,
        .objectPartAsJSON, .referenceKind, .remoteReference, .requiredWithoutProperty, .unknownValue,
        .uncheckedPattern, .unresolvedReference, .unusableServer, .wrongKind,
    ]

    /// Diagnostics that stand at the name of a field and say that the field was left out.
    static let mistakenFields: Set<Rule> = [
        .contentOfBodilessStatus, .duplicateStatus, .invalidMediaType, .invalidStatus, .mappingBeyondUnion,
        .objectAsJSONPatch,
        .openPartHeader, .pointlessKeyword, .unappliedEncoding,
        .unknownEncodedProperty, .unknownExtension, .unknownField, .unknownSecurityScheme, .unreadMediaType,
        .unsupportedField,
    ]
}

extension Node {
    /// The nodes right below this one, but keys.
    var children: [Node] {
        kind == .mapping ? entries.map(\.value) : Array(elements)
    }
}
