import SourceText
import YAML

extension SpecDecoder {
    /// Reads a config. What is wrong in it is reported, and left out.
    mutating func config(at path: String) -> Config {
        guard let root = documents.root(of: path, from: nil, diagnostics: &diagnostics),
            var object = object(root, "config")
        else { return Config() }
        defer { finish(object) }
        return Config(
            levels: levels(object["rules"]),
            undeclaredProperties: choice(object["undeclaredProperties"], "a value of 'undeclaredProperties'")
                ?? .keep,
            referenceFolders: list(object["referenceFolders"], "folders") { decoder, node in
                decoder.locatedText(node).map { decoder.documents.resolve($0.value, from: $0.range.file) }
            },
            stringFormats: list(object["stringFormats"], "formats") {
                $0.choice($1, "a format of 'stringFormats'")
            },
            waivers: list(object["waive"], "waivers") { $0.waiver($1) },
            overlays: list(object["overlays"], "overlays") { decoder, node in
                decoder.locatedText(node).map { path in
                    let file = decoder.documents.resolve(path.value, from: node.range.file)
                    return OpenAPI.Located(value: file, range: path.range)
                }
            },
        )
    }

    private mutating func levels(_ node: Node?) -> [Rule: Rules.Level] {
        let levels = entries(node, "rules") { decoder, entry in
            let level: Rules.Level? = decoder.choice(entry.value, "a level")
            return decoder.rule(entry.name).flatMap { rule in level.map { (rule, $0) } }
        }
        return Dictionary(levels) { first, _ in first }
    }

    private mutating func rule(_ node: Node) -> Rule? {
        guard let name = text(node) else { return nil }
        let rule = Rule(rawValue: name)
        if rule == nil { diagnostics.report(.unknownRule(node, name)) }
        return rule
    }

    /// One of several words.
    private mutating func choice<Choice>(_ node: Node?, _ kind: String) -> Choice?
    where Choice: RawRepresentable<String> & CaseIterable {
        guard let node, let name = text(node) else { return nil }
        let choice = Choice(rawValue: name)
        let known = Choice.allCases.map(\.rawValue)
        if choice == nil { diagnostics.report(.unknownValue(node, name, kind, among: known)) }
        return choice
    }

    private mutating func waiver(_ node: Node) -> Config.Waiver? {
        guard var object = object(node, "waiver") else { return nil }
        defer { finish(object) }
        let place = required("at", in: &object).flatMap { self.place($0) }
        let reason = text(required("because", in: &object))
        guard let place, let path = place.path, let reason else { return nil }
        let file = documents.resolve(path, from: place.node.range.file)
        return Config.Waiver(file: file, pointer: place.tokens, reason: reason, reference: place)
    }

    /// A place in a document, as `openapi.yaml#/paths/~1orders`. Unlike a reference it names its file.
    private mutating func place(_ node: Node) -> Reference? {
        guard let text = text(node) else { return nil }
        let place = Reference(node: node, text: text, otherwise: "nothing is waived")
        guard place.path != nil, text.contains("#/") else {
            diagnostics.report(.notAPlace(node, text))
            return nil
        }
        return place
    }
}

extension SpecDecoder {
    /// The parts of the document that are given up, each with the place of the waiver. Waivers that name none are
    /// reported, once all of the document was read.
    mutating func waived(by waivers: [Config.Waiver]) -> [(node: Node, place: SourceRange)] {
        let rules = diagnostics.rules
        diagnostics.rules = .strict
        defer { diagnostics.rules = rules }
        return waivers.compactMap { waiver in
            guard let root = documents.knownRoot(of: waiver.file) else {
                diagnostics.report(.waiverBeyondDocument(waiver, files: documents.knownPaths))
                return nil
            }
            return target(of: waiver.reference, in: root).map { ($0, waiver.reference.node.range) }
        }
    }
}
