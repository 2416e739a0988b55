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
        if parameter.value["style"]?.string == "deepObject" {
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
            return listed(text, separator: ",", parameter, shape, isEncoded: false)
        case "cookie":
            guard let field = request.head.headerFields[.cookie] else { return nil }
            let cookies = field.split(separator: ";").map { $0.drop { $0 == " " } }
            let text = cookies.first { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.count + 1)) }
            return text.map { listed($0, separator: ",", parameter, shape) }
        default: return nil
        }
    }

    private func queryValue(
        of parameter: DocumentFiles.Place, named name: String, _ shape: Shape,
    ) -> JSONValue? {
        let pairs = pairs
        let style = parameter.value["style"]?.string ?? "form"
        if style == "deepObject" { return deepValue(named: name, shape, pairs) }
        if shape.isObject, isExploded(parameter), parameter.value["content"] == nil {
            let others = otherNames(than: name)
            let own = pairs.filter {
                shape.properties[$0.name] != nil || shape.isOpen && !others.contains($0.name)
            }
            guard !own.isEmpty else { return nil }
            return .object(
                Dictionary(own.map { ($0.name, shape.property($0.name, files).value(Self.decoded($0.text))) })
                { $1 })
        }
        let texts = pairs.filter { $0.name == name }.map(\.text)
        guard let first = texts.first else { return nil }
        if shape.isArray, isExploded(parameter), parameter.value["content"] == nil {
            return .array(texts.map { shape.element(files).value(Self.decoded($0)) })
        }
        let separator = ["spaceDelimited": "%20", "pipeDelimited": "%7C"][style] ?? ","
        let text = style == "pipeDelimited" ? first.replacing("|", with: "%7C") : first
        return listed(text, separator: separator, parameter, shape)
    }

    /// The names of the other parameters.
    private func otherNames(than name: String) -> Set<String> {
        Set(operation.parameters.compactMap { $0.value["name"]?.string }).subtracting([name])
    }

    private func deepValue(
        named name: String, _ shape: Shape, _ pairs: [(name: String, text: String)],
    ) -> JSONValue? {
        let own = pairs.filter { $0.name.hasPrefix("\(name)[") && $0.name.hasSuffix("]") }
        guard !own.isEmpty else { return nil }
        return .object(
            Dictionary(
                own.map { pair in
                    let key = String(pair.name.dropFirst(name.count + 1).dropLast())
                    return (key, shape.property(key, files).value(Self.decoded(pair.text)))
                }
            ) { $1 })
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
        isEncoded: Bool = true,
    ) -> JSONValue {
        let isQuery = parameter.value["in"]?.string == "query"
        func plain(_ text: String) -> String {
            isQuery ? Self.decoded(text) : isEncoded ? text.removingPercentEncoding ?? text : text
        }
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
