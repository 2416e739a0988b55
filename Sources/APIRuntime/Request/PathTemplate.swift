/// A path template with parameter names in braces (OpenAPI 3.1, path templating).
struct PathTemplate {
    let text: String

    /// Returns the path with its values substituted, and the names that have no value.
    func filled(with values: [String: String]) -> (path: String, missing: [String]) {
        var path = ""
        var missing: [String] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            path += rest[..<open] + (values[name] ?? "")
            if values[name] == nil { missing.append(name) }
            rest = rest[rest.index(after: close)...]
        }
        return (path + rest, missing)
    }
}
