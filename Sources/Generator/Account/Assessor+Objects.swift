import SourceText
import YAML

/// What became of the fields of all objects but schemas.
extension Assessor {
    mutating func object(_ node: Node, _ kind: String) {
        if kind == "OAuth flow" { return flow(node) }
        settle(node, .typed)
        for entry in node.entries { field(entry, of: kind) }
    }

    private mutating func field(_ entry: Node.Entry, of kind: String) {
        if let fate = generalFate(of: entry) { return paint(entry.value, fate) }
        switch (kind, entry.key.text ?? "") {
        case (_, "description"), (_, "summary"), (_, "info"), (_, "x-permissions"),
            ("parameter", "deprecated"):
            paint(entry.value, .documentation)
        case ("path item", _) where ledger.kinds[entry.value.id] == "operation":
            ledger.choices[entry.key.range] == .typed ? value(entry.value) : payload(entry.value)
        case ("components", let name): component(entry.value, name)
        case ("OpenAPI document", "servers"): servers(entry.value)
        case (_, "servers"): ownServers(entry.value)
        case ("OpenAPI document", "tags"): tagDescriptions(entry.value)
        case ("operation", "tags"): tags(entry.value)
        case (_, "content"): choices(entry.value, otherwise: .unreached)
        case ("response", "headers"), ("header", _): paint(entry.value, .opaque)
        case ("encoding", "headers"), ("media type", "encoding"): choices(entry.value, otherwise: nil)
        case (_, "security"): requirements(entry.value)
        default: value(entry.value)
        }
    }

    /// Of what the service asks of its callers, only the bodies are of use to a client.
    private mutating func payload(_ operation: Node) {
        settle(operation, .typed)
        for entry in operation.entries {
            switch entry.key.text ?? "" {
            case "summary", "description", "x-swift-name": field(entry, of: "operation")
            case "requestBody": payloadBody(entry.value)
            default: paint(entry.value, generalFate(of: entry) ?? .unreached)
            }
        }
    }

    private mutating func payloadBody(_ node: Node) {
        guard ledger.kinds[node.id] == "request body" else { return value(node) }
        settle(node, .typed)
        for entry in node.entries {
            // What comes is there.
            entry.key.text == "required" ? paint(entry.value, .unreached) : field(entry, of: "request body")
        }
    }

    /// What holds for a field wherever it stands.
    func generalFate(of entry: Node.Entry) -> Fate? {
        if isFound(Self.mistakenFields, at: entry.key.range) { return .reported }
        return ledger.settled[entry.value.id]
    }

    private mutating func component(_ node: Node, _ name: String) {
        guard name == "securitySchemes" else {
            definitions(node)
            return
        }
        choices(node, otherwise: .unreached)
    }

    /// A parameter of a path that each operation replaces is not needed.
    mutating func parameter(_ node: Node) {
        let place = node["name"]?.range ?? node.range
        if ledger.choices[place] == .typed { return object(node, "parameter") }
        paint(node, isFound(Self.leftOutParameters, at: place) ? .reported : .unreached)
    }

    private static let leftOutParameters: Set<Rule> = [
        .connectionHeader, .duplicateParameter, .ignoredHeader, .unusedPathParameter,
    ]

    /// The entries of a mapping that lowering chooses among, by their names.
    private mutating func choices(_ node: Node, otherwise: Fate?) {
        settle(node, .typed)
        for entry in node.entries {
            switch generalFate(of: entry) ?? ledger.choices[entry.key.range] {
            case .typed?: value(entry.value)
            case let fate: paint(entry.value, fate ?? otherwise)
            }
        }
    }
}

// MARK: - Servers and tags

extension Assessor {
    /// A short description makes a name.
    private mutating func servers(_ node: Node) {
        value(node)
        for (server, decoded) in zip(node.elements, lowering.document.servers) {
            let isNamed = decoded.swiftName == nil && decoded.name == nil
            if isNamed, lowering.describedName(of: decoded) != nil, let description = server["description"] {
                settle(description, .typed)
            }
        }
    }

    /// The servers of a path or an operation, of which one counts.
    private mutating func ownServers(_ node: Node) {
        settle(node, .typed)
        for server in node.elements {
            let place = server["url"]?.range ?? server.range
            if isFound(Self.mistakenValues, at: place) {
                paint(server, .reported)
            } else {
                ledger.choices[place] == .typed ? value(server) : paint(server, .unreached)
            }
        }
    }

    /// A tag that groups nothing, or has no name of its own in Swift, is only read.
    private mutating func tagDescriptions(_ node: Node) {
        settle(node, .typed)
        let used = lowering.tagsInUse.map(\.value)
        for tag in node.elements {
            let isUsed = tag["name"]?.text.map(used.contains) ?? false
            isUsed && tag["x-swift-name"] != nil ? object(tag, "tag") : paint(tag, .documentation)
        }
    }

    /// The first tag is the group of the operation.
    private mutating func tags(_ node: Node) {
        settle(node, .typed)
        for (index, tag) in node.elements.enumerated() { settle(tag, index == 0 ? .typed : .documentation) }
    }
}

// MARK: - Security

extension Assessor {
    /// Where a template stands for the URLs of all servers, the URL of one of them is only read.
    private mutating func flow(_ node: Node) {
        settle(node, .typed)
        for entry in node.entries {
            let name = entry.key.text ?? ""
            if let fate = generalFate(of: entry) {
                paint(entry.value, fate)
            } else if name == "scopes" || node["x-url-templates"]?[name] != nil {
                paint(entry.value, .documentation)
            } else {
                value(entry.value)
            }
        }
    }

    /// The schemes count; the scopes that they need are told.
    private mutating func requirements(_ node: Node) {
        settle(node, .typed)
        for requirement in node.elements {
            settle(requirement, .typed)
            for entry in requirement.entries {
                let isUnknown = isFound(Self.mistakenFields, at: entry.key.range)
                settle(entry.value, isUnknown ? .reported : .typed)
                for scope in entry.value.elements { settle(scope, isUnknown ? .reported : .documentation) }
            }
        }
    }
}
