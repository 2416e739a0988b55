import APIRuntime
import Foundation

/// An operation of a document, with the values that a request has in the places of its path.
struct DocumentOperation: Sendable {
    let place: DocumentFiles.Place
    /// The parameters of the operation and its path.
    let parameters: [DocumentFiles.Place]
    /// The texts in the path, by the names in its template.
    let pathTexts: [String: String]
    /// The names in a query that the template has.
    let queryNames: Set<String>

    /// The operations that a request may be for: of the templates that match, those with the most fixed characters.
    static func operations(for request: TransportRequest, in files: DocumentFiles) -> [DocumentOperation] {
        let method = request.head.method.rawValue.lowercased()
        var best: (count: Int, operations: [DocumentOperation]) = (0, [])
        let path = path(of: request, in: files)
        for (key, item) in files.document["paths"]?.members ?? [] {
            let item = files.resolved(item)
            // Some documents write queries and fragments into paths, which several operations then share.
            let template = String(key.prefix { !"?#".contains($0) })
            let query = key.dropFirst(template.count).prefix { $0 != "#" }.dropFirst()
            let own = item[method] ?? item["additionalOperations"]?[request.head.method.rawValue]
            guard let place = own.map(files.resolved), let texts = texts(of: template, in: path) else {
                continue
            }
            let fixed = template.replacing(/\{[^}]*\}/, with: "").count
            let all = ((place["parameters"]?.elements ?? []) + (item["parameters"]?.elements ?? []))
                .map(files.resolved)
            let operation = DocumentOperation(
                place: place, parameters: distinct(all), pathTexts: texts,
                queryNames: Set(ParameterTexts.pairs(String(query)).map(\.name)))
            if fixed > best.count { best = (fixed, []) }
            if fixed == best.count { best.operations.append(operation) }
        }
        return best.operations
    }

    /// The path without that of the server, if it is one of the document.
    private static func path(of request: TransportRequest, in files: DocumentFiles) -> String {
        let servers = (files.document["servers"]?.elements ?? []).compactMap { $0.value["url"]?.string }
        let bases = servers.map { url in
            let rest = url.components(separatedBy: "://").last ?? url
            return String(rest.drop { $0 != "/" }.reversed().drop { $0 == "/" }.reversed())
        }
        let base = bases.filter { !$0.isEmpty && request.path.hasPrefix($0 + "/") }.max {
            $0.count < $1.count
        }
        return String(request.path.dropFirst(base?.count ?? 0))
    }

    /// The parameters of the operation replace those of the path.
    private static func distinct(_ parameters: [DocumentFiles.Place]) -> [DocumentFiles.Place] {
        var seen: Set<[JSONValue?]> = []
        return parameters.filter { seen.insert([$0.value["name"], $0.value["in"]]).inserted }
    }

    /// The texts in the places of a template; `nil` if the end of the path has another form.
    private static func texts(of template: String, in path: String) -> [String: String]? {
        var (pattern, names) = ("", [String]())
        var rest = template[...]
        while let first = rest.first {
            if first == "{", let end = rest.firstIndex(of: "}") {
                names.append(String(rest[..<end].dropFirst()))
                pattern += "([^/]*)"
                rest = rest[rest.index(after: end)...]
            } else {
                pattern += NSRegularExpression.escapedPattern(for: String(first))
                rest.removeFirst()
            }
        }
        guard let expression = try? NSRegularExpression(pattern: pattern + "$"),
            let match = expression.firstMatch(in: path, range: NSRange(path.startIndex..., in: path))
        else { return nil }
        let texts = (1..<match.numberOfRanges).compactMap { Range(match.range(at: $0), in: path) }.map {
            String(path[$0])
        }
        return Dictionary(zip(names, texts)) { first, _ in first }
    }
}
