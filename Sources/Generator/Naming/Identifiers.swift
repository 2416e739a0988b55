import SourceText

/// The Swift identifiers of an API, made from the names in the document and unique in their scopes.
struct Identifiers: Sendable {
    /// Diagnostics for names that had to be changed.
    private(set) var clashes: [Diagnostic] = []
    /// The identifiers by the index of their names.
    private var texts: [String]
    private var scopes: [API.NameScope: TakenNames] = [:]
    private let origins: [API.NameOrigin]
    private let service: String

    init(_ api: API) {
        (origins, service) = (api.names, api.service)
        texts = Array(repeating: "", count: origins.count)
        reserve(in: api)
        let used = Set(api.types.map(\.name.index))
        for index in order {
            let clash = identify(index)
            let isTold =
                origins[index].role.isPublicWord && (!origins[index].isComponent || used.contains(index))
            if isTold, let clash { clashes.append(clash) }
        }
    }

    subscript(name: API.Name) -> Identifier { Identifier(text: texts[name.index]) }

    /// Reserves names of the module and the client that do not come from the document.
    private mutating func reserve(in api: API) {
        var own = [service, SwiftNames.client(of: service)]
        scopes[.client] = TakenNames(taken: SwiftNames.clientMembers + own)
        if !api.webhooks.isEmpty { own.append(SwiftNames.webhooks) }
        if !api.callbacks.isEmpty { own.append(SwiftNames.callbacks) }
        scopes[.module] = TakenNames(foldsCase: true, taken: own)
    }
}

// MARK: - Order

extension Identifiers {
    /// The order in which names are assigned: the first one keeps its name. In general, that is document order.
    ///
    /// Components whose names need no change precede the others, which follow in alphabetical order, so that their
    /// names depend neither on the order of components nor on their uses. Properties whose names need no change also
    /// precede the others: of `Type` and `type`, the latter becomes `type`.
    private var order: [Int] {
        let components = origins.indices.filter { origins[$0].isComponent }
            .map { (index: $0, source: text(of: origins[$0].words[0]), isKept: keepsName($0)) }
            .sorted { $0.isKept == $1.isKept ? $0.source < $1.source : $0.isKept }.map(\.index)
        let properties = origins.indices.filter { origins[$0].isProperty }
        let kept = Set(properties.filter(keepsName))
        let others = origins.indices.filter { !origins[$0].isComponent && !origins[$0].isMember }
        let start = others.prefix { origins[$0].role.isOfGroup }
        return start + components + others.dropFirst(start.count) + properties.filter(kept.contains)
            + properties.filter { !kept.contains($0) }
            + origins.indices.filter { origins[$0].isMember && !origins[$0].isProperty }
    }

    private func keepsName(_ index: Int) -> Bool {
        candidates(for: origins[index])[0] == (origins[index].source ?? text(of: origins[index].words[0]))
    }
}

// MARK: - One name

extension Identifiers {
    private mutating func identify(_ index: Int) -> Diagnostic? {
        let origin = origins[index]
        let candidates = candidates(for: origin)
        var taken = scopes[origin.scope] ?? self.taken(in: origin.scope)
        let wanted = candidates.first { !taken.isTaken($0) } ?? candidates[candidates.count - 1]
        let (name, clash) = taken.claim(wanted, for: source(of: origin) ?? wanted, at: origin.range)
        scopes[origin.scope] = taken
        texts[index] = name
        if case .groupType = origin.role { scopes[.client]?.reserve(name) }
        return clash
    }

    private func source(of origin: API.NameOrigin) -> String? {
        if let source = origin.source { return source }
        if case .type = origin.role { return text(of: origin.words[0]) }
        return nil
    }

    /// The possible identifiers for a name, the preferred one first.
    private func candidates(for origin: API.NameOrigin) -> [String] {
        let names = origin.words.map { identifier(text(of: $0), of: origin.role, in: origin.scope) }
        guard case .groupType = origin.role else { return names }
        // A group with the name of the module would shadow the module.
        return names + names.map { $0.dropLast(3) + "Operations" }
    }

    private func identifier(_ text: String, of role: API.NameRole, in scope: API.NameScope) -> String {
        switch role {
        case .property, .parameter, .secret, .server, .serverVariable, .content, .result, .alternatives:
            SwiftNames.member(text).text
        case .enumCase, .unionCase: SwiftNames.enumCase(text).text
        case .integerCase: SwiftNames.integerCase(text).text
        case .group: SwiftNames.groupMember(text)
        case .groupType: SwiftNames.group(text)
        case .method: SwiftNames.method(text).text
        case .pages, .stream: SwiftNames.secondMethod(text)
        case .type: scope == .module ? SwiftNames.moduleType(text) : SwiftNames.type(text)
        case .component: SwiftNames.moduleType(text)
        case .choice: SwiftNames.type(text)
        }
    }

    private func text(of words: API.NameWords) -> String {
        words.parts.map { part in
            switch part {
            case .text(let text): text
            case .member(let text): SwiftNames.member(text).text
            case .name(let name): texts[name.index]
            }
        }.joined(separator: " ")
    }
}

// MARK: - Reserved names

extension Identifiers {
    private func taken(in scope: API.NameScope) -> TakenNames {
        switch scope {
        case .module, .webhooks, .callbacks: TakenNames(foldsCase: true)
        // A nested type must not shadow the module.
        case .type: TakenNames(taken: [service])
        case .client, .servers: TakenNames()
        case .secrets: TakenNames(taken: SwiftNames.clientParameters)
        case .methods: TakenNames(taken: ["api"])
        case .members(.properties, _): TakenNames(taken: ["additionalProperties"])
        case .members(.parameters(let hasBody, let takesMediaType), _):
            TakenNames(
                taken: (hasBody ? ["body"] : []) + (takesMediaType ? ["contentType"] : [])
                    + Identifier.renamed)
        case .members(.unionCases, _): TakenNames(taken: ["other"])
        case .members(.enumCases, _), .members(.results, _), .members(.contents, _),
            .members(.variables, _):
            TakenNames()
        }
    }
}

extension API.NameOrigin {
    fileprivate var isComponent: Bool { if case .component = role { true } else { false } }
    fileprivate var isProperty: Bool { if case .property = role { true } else { false } }
    /// Whether the name belongs to a property or an embedded union of a record, on which no other names depend.
    fileprivate var isMember: Bool { if case .members(.properties, _) = scope { true } else { false } }
}

extension API.NameRole {
    fileprivate var isOfGroup: Bool {
        switch self {
        case .group, .groupType: true
        case .property, .parameter, .secret, .server, .serverVariable, .content, .result, .alternatives,
            .enumCase, .integerCase, .unionCase, .method, .pages, .stream, .type, .component, .choice:
            false
        }
    }

    /// Whether the name comes from the document. The generator may change its own names without a diagnostic.
    fileprivate var isPublicWord: Bool {
        switch self {
        case .content, .result: false
        case .property, .parameter, .secret, .server, .serverVariable, .alternatives, .enumCase,
            .integerCase, .unionCase, .group, .groupType, .method, .pages, .stream, .type, .component,
            .choice:
            true
        }
    }
}
