import APIGenSourceText
import APIGenYAML

extension Config {
    /// Decodes a config. Invalid parts are reported and skipped.
    init(at path: String, by decoder: inout SettingsDecoder) {
        guard let root = decoder.root(of: path, from: nil), var object = decoder.object(root, as: "config")
        else {
            self.init()
            return
        }
        defer { decoder.finish(object) }
        self.init(in: &object, by: &decoder)
    }

    /// Decodes the fields of a config, which are those of ``ConfigSchema``.
    init(in object: inout ObjectFields, by decoder: inout SettingsDecoder) {
        let undeclared = "a value of 'undeclaredProperties'"
        self.init(
            invocation: Invocation(in: &object, by: &decoder),
            operations: OperationFilter(
                including: object["include"], excluding: object["exclude"], by: &decoder),
            typePrefix: Self.typePrefix(object["typePrefix"], by: &decoder),
            access: decoder.choice(object["access"], as: "a value of 'access'") ?? .public,
            header: decoder.text(object["header"]) ?? "",
            levels: Self.levels(object["rules"], by: &decoder),
            models: decoder.choice(object["models"], as: "a value of 'models'") ?? .codable,
            pages: decoder.choice(object["pages"], as: "a value of 'pages'") ?? .found,
            undeclaredProperties: decoder.choice(object["undeclaredProperties"], as: undeclared) ?? .keep,
            hasProtocols: decoder.boolean(object["protocols"]) ?? false,
            documentation: Set(
                decoder.list(object["documentation"], of: "kinds of documentation") {
                    $0.choice($1, as: "a kind of documentation")
                }),
            nameSteps: Self.nameSteps(object["names"], by: &decoder),
            referenceFolders: decoder.list(object["referenceFolders"], of: "folders") { decoder, node in
                decoder.locatedText(node).map { decoder.documents.resolve($0).value }
            },
            stringFormats: decoder.list(object["stringFormats"], of: "formats") {
                $0.choice($1, as: "a format of 'stringFormats'")
            },
            ownTypes: OwnTypes(ofSchemas: object["types"], ofFormats: object["formats"], by: &decoder),
            optionalProperties: object["optional"].map { OptionalProperties($0, by: &decoder) },
            waivers: decoder.list(object["waive"], of: "waivers") { Waiver($1, by: &$0) },
            overlays: decoder.list(object["overlays"], of: "overlays") { decoder, node in
                decoder.locatedText(node).map { decoder.documents.resolve($0) }
            },
        )
    }

    private static func typePrefix(_ node: Node?, by decoder: inout SettingsDecoder) -> String {
        guard let node, let text = decoder.text(node) else { return "" }
        guard text.utf8.allSatisfy(\.isIdentifierCharacter), text.first?.isUppercase ?? false else {
            decoder.diagnostics.report(.unusablePrefix(text, at: node))
            return ""
        }
        return text
    }

    private static func levels(_ node: Node?, by decoder: inout SettingsDecoder) -> [Rule: Rules.Level] {
        let levels = decoder.entries(node, of: "rules") { decoder, entry in
            let level = decoder.choice(entry.value, of: Rules.Level.self, as: "a level")
            return rule(entry.name, by: &decoder).flatMap { rule in level.map { (rule, $0) } }
        }
        return Dictionary(levels) { first, _ in first }
    }

    /// All steps but those that are switched off.
    private static func nameSteps(_ node: Node?, by decoder: inout SettingsDecoder) -> Set<API.NameStep> {
        let steps = decoder.entries(node, of: "names") { decoder, entry in
            let step = decoder.choice(entry.name, of: API.NameStep.self, as: "a step of 'names'")
            return step.flatMap { step in decoder.boolean(entry.value).map { (step, $0) } }
        }
        return Set(API.NameStep.allCases).subtracting(steps.filter { !$0.1 }.map(\.0))
    }

    private static func rule(_ node: Node, by decoder: inout SettingsDecoder) -> Rule? {
        guard let name = decoder.text(node) else { return nil }
        let rule = Rule(rawValue: name)
        if rule == nil { decoder.diagnostics.report(.unknownRule(name, at: node)) }
        return rule
    }
}

extension OptionalProperties {
    fileprivate init(_ node: Node, by decoder: inout SettingsDecoder) {
        let entries = decoder.entries(node, of: "optional properties") { decoder, entry in
            let properties = decoder.list(entry.value, of: "names of properties") { decoder, name in
                decoder.text(name).map { _ in name }
            }
            return Entry(schema: entry.name, properties: properties)
        }
        self.init(file: node.range.file, entries: entries)
    }
}

extension Config.Waiver {
    fileprivate init?(_ node: Node, by decoder: inout SettingsDecoder) {
        guard var object = decoder.object(node, as: "waiver") else { return nil }
        defer { decoder.finish(object) }
        let place = decoder.required("at", in: &object).flatMap { Reference(toPlace: $0, by: &decoder) }
        let reason = decoder.text(decoder.required("because", in: &object))
        guard let place, let path = place.path, let reason else { return nil }
        let file = decoder.documents.resolve(path, from: place.node.range.file)
        self.init(file: file, pointer: place.tokens, reason: reason, reference: place)
    }
}

extension Reference {
    /// A reference to a part of a document, such as `openapi.yaml#/paths/~1orders`, which must include the file.
    fileprivate init?(toPlace node: Node, by decoder: inout SettingsDecoder) {
        guard let text = decoder.text(node) else { return nil }
        self.init(node: node, text: text, otherwise: "nothing is waived")
        guard path != nil, text.contains("#/") else {
            decoder.diagnostics.report(.notAPlace(text, at: node))
            return nil
        }
    }
}

extension SpecDecoder {
    /// The parts of the document that are waived, with the source ranges of the waivers. Waivers that cannot be
    /// resolved are reported, so all files must have been read before.
    mutating func waived(by waivers: [Config.Waiver]) -> [(node: Node, place: SourceRange)] {
        let rules = diagnostics.rules
        diagnostics.rules = .strict
        defer { diagnostics.rules = rules }
        return waivers.compactMap { waiver in
            let documents = references.documents
            guard let root = documents.knownRoot(of: waiver.file) else {
                diagnostics.report(.waiverBeyondDocument(waiver, files: documents.knownPaths))
                return nil
            }
            return references.target(of: waiver.reference, in: root, diagnostics: &diagnostics)
                .map { ($0, waiver.reference.node.range) }
        }
    }
}
