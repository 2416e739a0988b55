import SourceText
import YAML

/// What became of the fields of all objects but schemas.
extension Assessor {
    mutating func object(_ node: Node, as kind: String) {
        if kind == "OAuth flow" { return flow(node) }
        if kind == "header" { return header(node) }
        settle(node, as: Self.kindsForReaders.contains(kind) ? .dropped : .typed)
        for entry in node.entries { field(entry, of: kind) }
    }

    /// Objects that shape nothing, of which something may be told.
    private static let kindsForReaders: Set = ["info", "contact", "license", "external documentation"]

    private mutating func field(_ entry: Node.Entry, of kind: String) {
        if let fate = generalFate(of: entry) { return paint(entry.value, as: fate) }
        switch (kind, entry.key.text ?? "") {
        case ("info", "title"), ("info", "version"), (_, "x-permissions"), ("parameter", "deprecated"):
            paint(entry.value, as: .documentation)
        // What of this is told, is observed.
        case (_, "description"), (_, "summary"), ("info", "termsOfService"), ("contact", _), ("license", _),
            ("external documentation", _), ("security scheme", "bearerFormat"),
            ("security scheme", "openIdConnectUrl"), ("security scheme", "oauth2MetadataUrl"):
            paint(entry.value, as: .dropped)
        case ("path item", _) where ledger.kinds[entry.value.id] == "operation":
            ledger.choices[entry.key.range] == .typed ? value(entry.value) : payload(entry.value)
        case ("components", let name): component(entry.value, named: name)
        case ("OpenAPI document", "servers"): servers(entry.value)
        case ("OpenAPI document", "$self"):
            paint(entry.value, as: ledger.choices[entry.value.range] ?? .dropped)
        case ("operation", "x-speakeasy-name-override"), ("operation", "x-fern-sdk-method-name"):
            paint(entry.value, as: ledger.choices[entry.value.range] ?? .extension)
        case (_, "servers"): ownServers(entry.value)
        case ("OpenAPI document", "tags"): tagDescriptions(entry.value)
        case ("operation", "tags"): tags(entry.value)
        case (_, "content"): choices(entry.value, otherwise: .unreached)
        case ("encoding", "headers"), ("media type", "encoding"): choices(entry.value, otherwise: nil)
        case (_, "security"): requirements(entry.value)
        default: value(entry.value)
        }
    }

    /// Of what the service asks of its callers, only the bodies are of use to a client.
    private mutating func payload(_ operation: Node) {
        settle(operation, as: .typed)
        for entry in operation.entries {
            switch entry.key.text ?? "" {
            case "summary", "description", "x-swift-name": field(entry, of: "operation")
            case "requestBody": payloadBody(entry.value)
            default: paint(entry.value, as: generalFate(of: entry) ?? .unreached)
            }
        }
    }

    private mutating func payloadBody(_ node: Node) {
        guard ledger.kinds[node.id] == "request body" else { return value(node) }
        settle(node, as: .typed)
        for entry in node.entries {
            // What comes is there.
            entry.key.text == "required"
                ? paint(entry.value, as: .unreached) : field(entry, of: "request body")
        }
    }

    /// What holds for a field wherever it stands.
    func generalFate(of entry: Node.Entry) -> Fate? {
        if isFound(Self.mistakenFields, at: entry.key.range) { return .reported }
        return ledger.settled[entry.value.id]
    }

    private mutating func component(_ node: Node, named name: String) {
        guard name == "securitySchemes" else {
            definitions(node)
            return
        }
        choices(node, otherwise: .unreached)
    }

    /// A parameter of a path that each operation replaces is not needed.
    mutating func parameter(_ node: Node) {
        let place = node["name"]?.range ?? node.range
        if ledger.choices[place] == .typed { return object(node, as: "parameter") }
        paint(node, as: isFound(Self.leftOutParameters, at: place) ? .reported : .unreached)
    }

    private static let leftOutParameters: Set<Rule> = [
        .connectionHeader, .duplicateParameter, .ignoredHeader, .invalidHeaderName, .unusedPathParameter,
    ]

    /// The entries of a mapping that lowering chooses among, by their names.
    private mutating func choices(_ node: Node, otherwise: Fate?) {
        settle(node, as: .typed)
        for entry in node.entries {
            switch generalFate(of: entry) ?? ledger.choices[entry.key.range] {
            case .typed?: value(entry.value)
            case .documentation?:
                // The name alone is told.
                settle(entry.value, as: .documentation)
                for child in entry.value.children { paint(child, as: .dropped) }
            case let fate: paint(entry.value, as: fate ?? otherwise)
            }
        }
    }
}

// MARK: - Headers

extension Assessor {
    /// The type of a header is told, unless it is one of those that only bring the answer.
    private mutating func header(_ node: Node) {
        let isTold = [node["schema"], node["description"]].compactMap(\.self).contains {
            honours[$0.id] != nil || ledger.told.contains($0.id)
        }
        settle(node, as: isTold ? .documentation : .dropped)
        for entry in node.entries {
            let name = entry.key.text ?? ""
            if name == "schema", honours[entry.value.id] != nil {
                schema(entry.value)
            } else {
                let fate: Fate = name == "required" && isTold ? .documentation : .dropped
                paint(entry.value, as: generalFate(of: entry) ?? fate)
            }
        }
    }
}

// MARK: - Servers and tags

extension Assessor {
    /// A short description makes a name.
    private mutating func servers(_ node: Node) {
        value(node)
        for (server, decoded) in zip(node.elements, lowering.builder.document.servers) {
            if decoded.swiftName != nil, let name = server["name"] { fates[name.id] = .dropped }
            let isNamed = decoded.swiftName == nil && decoded.name == nil
            if isNamed, lowering.servers.describedName(of: decoded) != nil,
                let description = server["description"]
            {
                settle(description, as: .typed)
            }
        }
    }

    /// The servers of a path or an operation, of which one counts.
    private mutating func ownServers(_ node: Node) {
        settle(node, as: .typed)
        for server in node.elements {
            let place = server["url"]?.range ?? server.range
            if isFound(Self.mistakenValues, at: place) {
                paint(server, as: .reported)
            } else {
                ledger.choices[place] == .typed ? ownServer(server) : paint(server, as: .unreached)
            }
        }
    }

    /// The server of an operation has no name in Swift, and its variables have their defaults.
    private mutating func ownServer(_ node: Node) {
        settle(node, as: .typed)
        for entry in node.entries {
            switch entry.key.text ?? "" {
            case "url": value(entry.value)
            case "variables":
                settle(entry.value, as: .typed)
                for variable in entry.value.children { ownVariable(variable) }
            default: paint(entry.value, as: generalFate(of: entry) ?? .dropped)
            }
        }
    }

    private mutating func ownVariable(_ node: Node) {
        settle(node, as: .typed)
        for entry in node.entries {
            let fate: Fate = entry.key.text == "default" ? .typed : .dropped
            paint(entry.value, as: generalFate(of: entry) ?? fate)
        }
    }

    /// A tag that groups nothing, or has no name of its own in Swift, is only read.
    private mutating func tagDescriptions(_ node: Node) {
        settle(node, as: .typed)
        let used = lowering.operations.tagsInUse.map(\.value).exact
        for tag in node.elements {
            let isUsed = tag["name"]?.text.map { used.contains($0.exact) } ?? false
            if isUsed, tag["x-swift-name"] != nil {
                object(tag, as: "tag")
            } else {
                paint(tag, as: isUsed ? .dropped : .unreached)
                let texts = [tag["description"], tag["summary"], tag["externalDocs"]?["url"]]
                let isTold = texts.compactMap(\.self).contains { ledger.told.contains($0.id) }
                if isTold, let name = tag["name"] { settle(name, as: .documentation) }
            }
        }
    }

    /// The first tag is the group of the operation.
    private mutating func tags(_ node: Node) {
        settle(node, as: .typed)
        for (index, tag) in node.elements.enumerated() { settle(tag, as: index == 0 ? .typed : .dropped) }
    }
}

// MARK: - Security

extension Assessor {
    /// Where a template stands for the URLs of all servers, the URL of one of them is only read.
    private mutating func flow(_ node: Node) {
        settle(node, as: .typed)
        for entry in node.entries {
            let name = entry.key.text ?? ""
            if let fate = generalFate(of: entry) {
                paint(entry.value, as: fate)
            } else if name == "scopes" || node["x-url-templates"]?[name] != nil {
                paint(entry.value, as: .dropped)
            } else {
                value(entry.value)
            }
        }
    }

    /// The schemes count; the scopes that they need are told.
    private mutating func requirements(_ node: Node) {
        settle(node, as: .typed)
        for requirement in node.elements {
            settle(requirement, as: .typed)
            for entry in requirement.entries {
                let isUnknown = isFound(Self.mistakenFields, at: entry.key.range)
                settle(entry.value, as: isUnknown ? .reported : .typed)
                for scope in entry.value.elements { settle(scope, as: isUnknown ? .reported : .dropped) }
            }
        }
    }
}
