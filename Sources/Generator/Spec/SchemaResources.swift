import APIGenSourceText
import APIGenYAML

/// The schemas of a file that references can name without a pointer: by their `$id`, or by an anchor (JSON Schema
/// 2020-12, section 8.2).
struct SchemaResources {
    /// A scope for anchors: a schema with an `$id`, or a schema in `components`.
    struct Resource {
        let node: Node
        /// The resolved `$id`.
        let uri: String?
        /// The name in `components`.
        let name: String?
        let parent: Int?
    }

    struct Anchor {
        let name: String
        let node: Node
        let resource: Int?
        let isDynamic: Bool
    }

    private(set) var all: [Resource] = []
    private(set) var anchors: [Anchor] = []
    /// The innermost resource around each reference.
    private var owners: [Node.ID: Int] = [:]

    /// The name used for the dynamic anchor of 2019-09, which has none.
    static let recursiveAnchor = ""
    private static let keywords = [
        "$id", "$anchor", "$dynamicAnchor", "$dynamicRef", "$recursiveAnchor", "$recursiveRef",
    ]

    init(root: Node) {
        guard Self.keywords.contains(where: root.isKeyInFile) else { return }
        // A file may be a schema as a whole.
        if root.kind == .mapping, root["$id"] != nil || root["$defs"] != nil {
            add(root, name: nil, in: nil)
            return
        }
        if let schemas = root["components"]?["schemas"], schemas.kind == .mapping {
            for entry in schemas.entries { add(entry.value, name: entry.key.text, in: nil) }
        }
        for entry in root.entries {
            if entry.key.text == "components", entry.value.kind == .mapping {
                for part in entry.value.entries where part.key.text != "schemas" {
                    visit(part.value, in: nil)
                }
            } else {
                visit(entry.value, in: nil)
            }
        }
    }

    func resource(around reference: Node) -> Int? { owners[reference.id] }

    func anchor(_ name: String, from resource: Int?) -> Anchor? {
        var place = resource
        while let index = place {
            if let found = anchors.first(where: { $0.name.isExactly(name) && $0.resource == index }) {
                return found
            }
            place = all[index].parent
        }
        // Without an `$id`, a schema shares its anchors with the whole document.
        let shared = anchors.filter { $0.name.isExactly(name) && $0.resource.flatMap { all[$0].uri } == nil }
        return shared.first ?? anchors.first { $0.name.isExactly(name) }
    }
}

// MARK: - Reading a file

extension SchemaResources {
    private mutating func add(_ node: Node, name: String?, in parent: Int?) {
        let base = parent.flatMap { all[$0].uri }
        let id = node.kind == .mapping ? node["$id"]?.text : nil
        all.append(
            Resource(
                node: node, uri: id.map { URIReference.resolve($0, against: base) }, name: name,
                parent: parent))
        visit(node, in: all.count - 1, isResource: true)
    }

    private mutating func visit(_ node: Node, in resource: Int?, isResource: Bool = false) {
        for element in node.elements { visit(element, in: resource) }
        guard node.kind == .mapping else { return }
        if !isResource, node["$id"]?.text != nil { return add(node, name: nil, in: resource) }
        addAnchors(of: node, in: resource)
        for entry in node.entries {
            switch entry.key.text {
            case "properties", "patternProperties", "$defs", "definitions", "dependentSchemas":
                // The keys are names of properties or schemas, not keywords.
                for named in entry.value.entries { visit(named.value, in: resource) }
            case "$ref", "$dynamicRef", "$recursiveRef": owners[entry.value.id] = resource
            // Values, which are not schemas even if they look like ones.
            case "example", "examples", "default", "enum", "const": continue
            default: visit(entry.value, in: resource)
            }
        }
    }

    private mutating func addAnchors(of node: Node, in resource: Int?) {
        for (keyword, isDynamic) in [("$anchor", false), ("$dynamicAnchor", true)] {
            guard let name = node[keyword]?.text else { continue }
            anchors.append(Anchor(name: name, node: node, resource: resource, isDynamic: isDynamic))
        }
        if node["$recursiveAnchor"]?.scalar == .bool(true) {
            let name = Self.recursiveAnchor
            anchors.append(Anchor(name: name, node: node, resource: resource, isDynamic: true))
        }
    }
}

/// URI references, resolved as in RFC 3986, as far as schemas need it.
enum URIReference {
    /// RFC 3986, section 5.2, without queries.
    static func resolve(_ reference: String, against base: String?) -> String {
        let reference = withoutFragment(reference)
        guard let base, !hasScheme(reference) else { return reference }
        guard !reference.isEmpty else { return base }
        let (origin, path) = split(base)
        if reference.hasPrefix("/") { return origin + normalized(reference) }
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        return origin + normalized((folder + [Substring(reference)]).joined(separator: "/"))
    }

    private static func withoutFragment(_ text: String) -> String { String(text.prefix { $0 != "#" }) }

    private static func hasScheme(_ text: String) -> Bool {
        let scheme = text.prefix { $0.isLetter || $0.isNumber || "+-.".contains($0) }
        return !scheme.isEmpty && text.dropFirst(scheme.count).hasPrefix(":")
    }

    /// The scheme with the authority, and the path.
    private static func split(_ uri: String) -> (origin: String, path: String) {
        guard let colon = uri.firstIndex(of: ":"), hasScheme(uri) else { return ("", uri) }
        let rest = uri[uri.index(after: colon)...]
        guard rest.hasPrefix("//") else { return (String(uri[...colon]), String(rest)) }
        let path = rest.dropFirst(2).drop { $0 != "/" }
        return (String(uri.dropLast(path.count)), String(path))
    }

    /// RFC 3986, section 5.2.4.
    private static func normalized(_ path: String) -> String {
        var segments: [Substring] = []
        for segment in path.split(separator: "/", omittingEmptySubsequences: false) {
            switch segment {
            case ".": continue
            case "..": if segments.count > 1 { segments.removeLast() }
            default: segments.append(segment)
            }
        }
        return segments.joined(separator: "/")
    }
}
