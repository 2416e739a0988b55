import APIGenSourceText

/// The Swift identifiers of an API, made from the names in the document and unique in their scopes.
struct Identifiers: Sendable {
    /// Diagnostics for names that had to be changed.
    private(set) var clashes: [Diagnostic] = []
    /// The identifiers by the index of their names.
    private var texts: [String]
    private var scopes: [API.NameScope: TakenNames] = [:]
    private let origins: [API.NameOrigin]
    private let service: String
    private let swift: SwiftNames
    /// The number of trailing parts of a dotted name that are used, by the index of the component.
    private var partCounts: [Int: Int] = [:]
    /// The words that the names of most groups start with.
    private var groupPrefix: [String] = []

    init(_ api: API) {
        (origins, service, swift) = (api.names, api.service, api.swiftNames)
        texts = Array(repeating: "", count: origins.count)
        reserve(in: api)
        if api.nameSteps.contains(.namespaces) { partCounts = countParts() }
        if api.nameSteps.contains(.prefixes) { groupPrefix = sharedPrefix(of: origins.filter(\.isGroup)) }
        let used = Set(api.types.map(\.name.index))
        let early = early
        for index in order(early) {
            let clash = identify(index, as: early[index] ?? candidates(for: index))
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
        if !api.webhooks.isEmpty { own.append(api.webhooksType) }
        if !api.callbacks.isEmpty { own.append(api.callbacksType) }
        // Groups and their like have names that are made in other ways than those of models.
        scopes[.module] = TakenNames(foldsCase: true, taken: own + swift.ownTypes.sorted())
    }
}

// MARK: - Order

extension Identifiers {
    /// The order in which names are assigned: the first one keeps its name. In general, that is document order.
    ///
    /// Components whose names need no change precede the others, which follow in alphabetical order, so that their
    /// names depend neither on the order of components nor on their uses. Properties whose names need no change also
    /// precede the others: of `Type` and `type`, the latter becomes `type`.
    private func order(_ early: [Int: [String]]) -> [Int] {
        let kept = Set(early.keys.filter { early[$0]?.first == documented($0) })
        let components = origins.indices.filter { origins[$0].isComponent }
            .map { (index: $0, source: text(of: origins[$0].words[0]), isKept: kept.contains($0)) }
            .sorted { $0.isKept == $1.isKept ? $0.source < $1.source : $0.isKept }.map(\.index)
        let properties = origins.indices.filter { origins[$0].isProperty }
        let others = origins.indices.filter { !origins[$0].isComponent && !origins[$0].isMember }
        let start = others.prefix { origins[$0].role.isOfGroup }
        let rest = others.dropFirst(start.count)
        // A method for a stream yields to an operation of its name.
        let streams = rest.filter { origins[$0].role == .stream }
        let methodsAndTypes = rest.filter { origins[$0].role != .stream }
        let members = origins.indices.filter { origins[$0].isMember && !origins[$0].isProperty }
        let first = start + components
        return first + methodsAndTypes + streams + properties.filter(kept.contains)
            + properties.filter { !kept.contains($0) }
            + members
    }

    /// The candidates for the names whose order depends on them. They depend on no other names.
    private var early: [Int: [String]] {
        let indices = origins.indices.filter { origins[$0].isComponent || origins[$0].isProperty }
        return Dictionary(uniqueKeysWithValues: indices.map { ($0, candidates(for: $0)) })
    }

    private func documented(_ index: Int) -> String {
        origins[index].source ?? text(of: origins[index].words[0])
    }
}

// MARK: - One name

extension Identifiers {
    private mutating func identify(_ index: Int, as candidates: [String]) -> Diagnostic? {
        let origin = origins[index]
        let scope = origin.scope
        // Scopes are changed in place: a copy of one for each of its names would take quadratic time.
        if scopes[scope] == nil { scopes[scope] = Self.taken(in: scope, of: service) }
        let wanted =
            candidates.first { scopes[scope]?.isTaken($0) == false } ?? candidates[candidates.count - 1]
        let source = source(of: origin) ?? wanted
        let claim = scopes[scope]?.claim(wanted, for: source, at: origin.range)
        texts[index] = claim?.name ?? wanted
        if origin.role == .groupType { scopes[.client]?.reserve(texts[index]) }
        return claim?.clash
    }

    private func source(of origin: API.NameOrigin) -> String? {
        if let source = origin.source { return source }
        return origin.role == .type ? text(of: origin.words[0]) : nil
    }

    /// The possible identifiers for a name, the preferred one first.
    private func candidates(for index: Int) -> [String] {
        let origin = origins[index]
        let texts = origin.words.map { text(of: $0) }
        let names = texts.map { identifier($0, of: origin.role, in: origin.scope) }
        switch origin.role {
        case .method: return texts.compactMap(swift.shortMethod) + names
        case .group: return texts.compactMap(withoutPrefix).map(swift.groupMember) + names
        case .groupType:
            let types = texts.compactMap(withoutPrefix).map(swift.group) + names
            // A group with the name of the module would shadow the module.
            return types + types.map { $0.dropLast(3) + "Operations" }
        case .groupProtocol: return texts.compactMap(withoutPrefix).map(swift.groupProtocol) + names
        case .component:
            let last = partCounts[index].map {
                texts[0].split(separator: ".").suffix($0).joined(separator: ".")
            }
            return [last].compactMap(\.self).map(swift.moduleType) + names
        case .property, .parameter, .secret, .server, .serverVariable, .content, .result, .alternatives,
            .enumCase, .integerCase, .unionCase, .pages, .stream, .type, .choice, .header:
            return names
        }
    }

    private func identifier(_ text: String, of role: API.NameRole, in scope: API.NameScope) -> String {
        switch role {
        case .property, .parameter, .secret, .server, .serverVariable, .content, .result, .alternatives,
            .header:
            swift.member(text).text
        case .enumCase, .unionCase: swift.enumCase(text).text
        case .integerCase: swift.integerCase(text).text
        case .group: swift.groupMember(text)
        case .groupType: swift.group(text)
        case .groupProtocol: swift.groupProtocol(text)
        case .method: swift.method(text).text
        case .pages, .stream: swift.secondMethod(text)
        case .type: scope == .module ? swift.moduleType(text) : swift.type(text)
        case .component: swift.moduleType(text)
        case .choice: swift.type(text)
        }
    }

    private func text(of words: API.NameWords) -> String {
        words.parts.map { part in
            switch part {
            case .text(let text): text
            case .member(let text): swift.member(text).text
            case .name(let name): texts[name.index]
            }
        }.joined(separator: " ")
    }
}

// MARK: - Common parts of names

extension Identifiers {
    /// Reduces dotted names to their last part: `io.k8s.api.core.v1.Pod` becomes `Pod`. If several names would be the
    /// same, each of them also takes the preceding part, regardless of their order.
    private func countParts() -> [Int: Int] {
        let components = origins.indices.filter { origins[$0].isComponent }
        let parts = components.map { text(of: origins[$0].words[0]).split(separator: ".") }
        var counts = parts.map { $0.count > 2 ? 1 : $0.count }
        while true {
            let names = zip(parts, counts).map {
                swift.moduleType($0.suffix($1).joined(separator: ".")).caseFolded
            }
            let uses = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
            let longer = counts.indices.filter {
                uses[names[$0], default: 0] > 1 && counts[$0] < parts[$0].count
            }
            if longer.isEmpty { break }
            for index in longer { counts[index] += 1 }
        }
        let cut = components.indices.filter { counts[$0] < parts[$0].count }
        return Dictionary(uniqueKeysWithValues: cut.map { (components[$0], counts[$0]) })
    }

    /// The words that at least three quarters of the names, and at least three of them, start with.
    private func sharedPrefix(of names: [API.NameOrigin]) -> [String] {
        let words = names.map { text(of: $0.words[0]).nameWords }
        var prefix: [String] = []
        while true {
            let count = prefix.count
            let next = words.filter { $0.count > count + 1 && $0.starts(with: prefix) }.map { $0[count] }
            let uses = Dictionary(next.map { ($0, 1) }, uniquingKeysWith: +)
            guard let word = uses.first(where: { $0.value >= 3 && 4 * $0.value >= 3 * words.count })?.key
            else {
                return prefix
            }
            prefix.append(word)
        }
    }

    private func withoutPrefix(_ text: String) -> String? {
        let words = text.nameWords
        guard !groupPrefix.isEmpty, words.count > groupPrefix.count, words.starts(with: groupPrefix) else {
            return nil
        }
        return words.dropFirst(groupPrefix.count).joined(separator: " ")
    }
}

// MARK: - Reserved names

extension Identifiers {
    private static func taken(in scope: API.NameScope, of service: String) -> TakenNames {
        switch scope {
        case .module, .webhooks, .callbacks: TakenNames(foldsCase: true)
        // A nested type must not shadow the module.
        case .type: TakenNames(taken: [service])
        case .client, .servers: TakenNames()
        case .secrets: TakenNames(taken: SwiftNames.clientParameters)
        case .methods, .links: TakenNames(taken: ["api"])
        case .members(.properties, _): TakenNames(taken: ["additionalProperties"])
        case .members(.parameters(let hasBody, let takesMediaType), _):
            TakenNames(
                taken: (hasBody ? ["body"] : []) + (takesMediaType ? ["contentType"] : [])
                    + Identifier.renamed)
        case .members(.unionCases, _): TakenNames(taken: ["other"])
        case .members(.enumCases, _), .members(.results, _), .members(.contents, _),
            .members(.variables, _), .members(.headers, _):
            TakenNames()
        }
    }
}

extension API.NameOrigin {
    fileprivate var isComponent: Bool { role == .component }
    fileprivate var isGroup: Bool { role == .group }
    fileprivate var isProperty: Bool { role == .property }
    /// Whether the name belongs to a property or an embedded union of a record, on which no other names depend.
    fileprivate var isMember: Bool { if case .members(.properties, _) = scope { true } else { false } }
}

extension API.NameRole {
    fileprivate var isOfGroup: Bool {
        switch self {
        case .group, .groupType, .groupProtocol: true
        case .property, .parameter, .secret, .server, .serverVariable, .content, .result, .alternatives,
            .enumCase, .integerCase, .unionCase, .method, .pages, .stream, .type, .component, .choice,
            .header:
            false
        }
    }

    /// Whether the name comes from the document. The generator may change its own names without a diagnostic.
    fileprivate var isPublicWord: Bool {
        switch self {
        case .content, .result, .header: false
        case .property, .parameter, .secret, .server, .serverVariable, .alternatives, .enumCase,
            .integerCase, .unionCase, .group, .groupType, .groupProtocol, .method, .pages, .stream, .type,
            .component,
            .choice:
            true
        }
    }
}

extension API {
    /// How names are made for this API.
    var swiftNames: SwiftNames {
        let own = ownTypes.map { TypeName($0.name).start }
        return SwiftNames(steps: nameSteps, typePrefix: typePrefix, ownTypes: Set(own))
    }
}
