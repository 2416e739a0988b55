import APIRuntime
import Foundation

/// The values of parameters, read from the texts of a request by the styles of OpenAPI 3.1, section 4.8.12.2.
struct ParameterTexts {
    let files: DocumentFiles
    let request: TransportRequest
    let operation: DocumentOperation

    /// The pairs of the query, percent-encoded.
    private var pairs: [(name: String, text: String)] { Self.pairs(request.query ?? "") }

    static func pairs(_ text: String) -> [(name: String, text: String)] {
        text.split(separator: "&").map { pair in
            let name = pair.prefix { $0 != "=" }
            return (decoded(String(name)), String(pair.dropFirst(name.count + 1)))
        }
    }

    /// A text of the query or of a form, where `+` stands for a space.
    static func decoded(_ text: String) -> String {
        text.replacing("+", with: " ").removingPercentEncoding ?? text
    }

    /// The names of the query that a parameter explains.
    func explainedNames(by parameter: DocumentFiles.Place) -> Set<String> {
        guard let name = parameter.value["name"]?.string, parameter.value["in"]?.string == "query" else {
            return []
        }
        let shape = shape(of: parameter)
        if parameter.value["style"]?.string == "deepObject", shape.isObject || shape.isArray {
            return Set(pairs.map(\.name).filter { $0.hasPrefix("\(name)[") })
        }
        guard shape.isObject, isExploded(parameter), parameter.value["content"] == nil else { return [name] }
        // Any name may be one of an open object's.
        return shape.isOpen ? Set(pairs.map(\.name)) : Set(shape.properties.keys)
    }

    /// The value of a parameter; `nil` if the request has none.
    func value(of parameter: DocumentFiles.Place) -> JSONValue? {
        guard let name = parameter.value["name"]?.string else { return nil }
        let shape = shape(of: parameter)
        switch parameter.value["in"]?.string {
        case "path":
            return operation.pathTexts[name].map { pathValue($0, of: parameter, named: name, shape) }
        case "query": return queryValue(of: parameter, named: name, shape)
        case "header":
            guard let field = HTTPField.Name(name), let text = request.head.headerFields[field] else {
                return nil
            }
            return listed(text, separator: ",", parameter, shape)
        case "cookie":
            return pairedValue(of: parameter, named: name, shape, in: request.cookies)
        default: return nil
        }
    }

    private func queryValue(
        of parameter: DocumentFiles.Place, named name: String, _ shape: Shape,
    ) -> JSONValue? {
        // Of a scalar, the style is not defined.
        guard parameter.value["style"]?.string == "deepObject", shape.isObject || shape.isArray else {
            return pairedValue(of: parameter, named: name, shape, in: pairs)
        }
        let own = pairs.filter { $0.name.hasPrefix("\(name)[") && $0.name.hasSuffix("]") }
        let items = own.map { pair in
            let path = pair.name.dropFirst(name.count + 1).dropLast()
            return (path: path.components(separatedBy: "][")[...], text: Self.decoded(pair.text))
        }
        // Here, `nil` would be the null of JSON.
        guard !items.isEmpty else { return Optional.none }
        return deepValue(items, shape)
    }

    /// The value of a parameter that is one pair or several, in the query or in cookies.
    private func pairedValue(
        of parameter: DocumentFiles.Place, named name: String, _ shape: Shape,
        in pairs: [(name: String, text: String)],
    ) -> JSONValue? {
        let isExploded = isExploded(parameter) && parameter.value["content"] == nil
        if isExploded, shape.isObject {
            let others = otherNames(than: name)
            let own = pairs.filter {
                shape.properties[$0.name] != nil || shape.isOpen && !others.contains($0.name)
            }
            guard !own.isEmpty else { return nil }
            let members = own.map {
                ($0.name, shape.property($0.name, files).value(plain($0.text, of: parameter)))
            }
            return .object(Dictionary(members) { $1 })
        }
        let texts = pairs.filter { $0.name == name }.map(\.text)
        guard let first = texts.first else { return nil }
        if isExploded, shape.isArray {
            return .array(texts.map { shape.element(files).value(plain($0, of: parameter)) })
        }
        let style = parameter.value["style"]?.string ?? "form"
        let separator = ["spaceDelimited": "%20", "pipeDelimited": "%7C"][style] ?? ","
        let text = style == "pipeDelimited" ? first.replacing("|", with: "%7C") : first
        return listed(text, separator: separator, parameter, shape)
    }

    /// The names of the other parameters.
    private func otherNames(than name: String) -> Set<String> {
        Set(operation.parameters.compactMap { $0.value["name"]?.string }).subtracting([name])
    }

    /// A value of the style `deepObject`, by the names in brackets. An array has empty ones.
    private func deepValue(
        _ items: [(path: ArraySlice<String>, text: String)], _ shape: Shape,
    ) -> JSONValue {
        let rest = items.map { (path: $0.path.dropFirst(), text: $0.text) }
        guard let first = items.first, let name = first.path.first else {
            return shape.value(items.first?.text ?? "")
        }
        if name.isEmpty { return .array(rest.map { deepValue([$0], shape.element(files)) }) }
        let groups = Dictionary(grouping: items) { $0.path.first ?? "" }
        return .object(
            Dictionary(
                uniqueKeysWithValues: groups.map { name, items in
                    let inner = items.map { (path: $0.path.dropFirst(), text: $0.text) }
                    return (name, deepValue(inner, shape.property(name, files)))
                }))
    }

    private func pathValue(
        _ text: String, of parameter: DocumentFiles.Place, named name: String, _ shape: Shape,
    ) -> JSONValue {
        switch parameter.value["style"]?.string {
        case "label":
            let separator = isExploded(parameter) ? "." : ","
            return listed(String(text.dropFirst()), separator: separator, parameter, shape)
        case "matrix":
            let parts = text.split(separator: ";").map(String.init)
            if isExploded(parameter), shape.isObject {
                return listed(parts.joined(separator: ","), separator: ",", parameter, shape)
            }
            let values = parts.map { String($0.dropFirst(name.count + 1)) }
            return listed(values.joined(separator: ","), separator: ",", parameter, shape)
        default: return listed(text, separator: ",", parameter, shape)
        }
    }

    /// A value whose parts stand in one text.
    private func listed(
        _ text: String, separator: String, _ parameter: DocumentFiles.Place, _ shape: Shape,
    ) -> JSONValue {
        func plain(_ text: String) -> String { self.plain(text, of: parameter) }
        if parameter.value["content"] != nil {
            return (try? JSONDecoder().decode(JSONValue.self, from: Data(plain(text).utf8)))
                ?? .string(plain(text))
        }
        guard shape.isArray || shape.isObject else { return shape.value(plain(text)) }
        let parts = text.components(separatedBy: separator).map { $0.trimmingCharacters(in: .whitespaces) }
        if shape.isArray { return .array(parts.map { shape.element(files).value(plain($0)) }) }
        let isExploded = isExploded(parameter)
        var members: [String: JSONValue] = [:]
        for index in stride(from: 0, to: parts.count, by: isExploded ? 1 : 2) {
            let pair =
                isExploded
                ? parts[index].split(separator: "=", maxSplits: 1).map(String.init)
                : Array(parts[index..<min(index + 2, parts.count)])
            guard pair.count == 2 else { continue }
            members[plain(pair[0])] = shape.property(plain(pair[0]), files).value(plain(pair[1]))
        }
        return .object(members)
    }

    /// A text without the encoding of its place.
    private func plain(_ text: String, of parameter: DocumentFiles.Place) -> String {
        switch parameter.value["in"]?.string {
        case "query": Self.decoded(text)
        case "header": text
        default: text.removingPercentEncoding ?? text
        }
    }

    private func isExploded(_ parameter: DocumentFiles.Place) -> Bool {
        let style = parameter.value["style"]?.string
        let isForm =
            style == "form" || style == nil && ["query", "cookie"].contains(parameter.value["in"]?.string)
        return parameter.value["explode"]?.bool ?? isForm
    }

    private func shape(of parameter: DocumentFiles.Place) -> Shape {
        Shape(of: parameter["schema"] ?? parameter["content"]?.members.first?.place["schema"], in: files)
    }
}

extension TransportRequest {
    /// The pairs of the header `Cookie`.
    var cookies: [(name: String, text: String)] {
        (head.headerFields[.cookie] ?? "").split(separator: ";").map { $0.drop { $0 == " " } }.map { cookie in
            let name = cookie.prefix { $0 != "=" }
            return (name: String(name), text: String(cookie.dropFirst(name.count + 1)))
        }
    }
}
