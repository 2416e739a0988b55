/// A value as a request has it, by the styles of OpenAPI 3.1, section 4.8.12.2.
struct StyledValue {
    let name: String
    let value: JSONExample
    /// `nil` for the default of the place.
    var style: String?
    var explode: Bool?
    var allowsReserved = false
    /// Whether the value is one text of JSON.
    var isJSONText = false

    init(_ parameter: API.Parameter, _ value: JSONExample) {
        (name, self.value) = (parameter.wireName, value)
        style = parameter.serialization.style
        explode = parameter.serialization.explode
        allowsReserved = parameter.serialization.allowsReserved
        isJSONText = parameter.isJSONText
    }

    /// A field of a form.
    init(field name: String, _ value: JSONExample, encoding: API.FieldEncoding?) {
        (self.name, self.value) = (name, value)
        style = encoding?.style
        explode = encoding?.explode
        allowsReserved = encoding?.allowsReserved ?? false
        isJSONText = style != "deepObject" && value.isNested
    }

    /// What stands in place of the name in braces of a path.
    var pathText: String {
        let texts = texts(isExploded: explode ?? false, encode)
        switch style {
        case "label": return "." + texts.joined(separator: explode ?? false ? "." : ",")
        case "matrix":
            guard explode ?? false else { return ";\(key)=\(texts.joined(separator: ","))" }
            let isObject = !value.members.isEmpty
            return texts.map { ";" + (isObject ? $0 : "\(key)=\($0)") }.joined()
        default: return texts.joined(separator: ",")
        }
    }

    /// The value of a header.
    var headerText: String {
        isJSONText
            ? value.line : texts(isExploded: explode ?? false) { String($0) }.joined(separator: ",")
    }

    /// The pairs of a query, a form or a cookie.
    var pairs: [String] {
        if isJSONText { return ["\(key)=\(encode(value.line))"] }
        if style == "deepObject" { return deepPairs(key, value) }
        let isExploded = explode ?? (style ?? "form" == "form")
        let texts = texts(isExploded: isExploded, encode)
        if case .object = value, isExploded { return texts }
        if case .array = value, isExploded { return texts.map { "\(key)=\($0)" } }
        let separator = ["spaceDelimited": "%20", "pipeDelimited": "%7C"][style ?? ""] ?? ","
        return texts.isEmpty ? [] : ["\(key)=\(texts.joined(separator: separator))"]
    }

    private var key: String { PercentEncoding.encoded(name) }

    private func encode(_ text: String) -> String {
        PercentEncoding.encoded(text, allowingReserved: allowsReserved)
    }

    /// The scalars of a list, or the names and values of an object.
    private func texts(isExploded: Bool, _ encode: (String) -> String) -> [String] {
        switch value {
        case .null, .constant: [encode(value.text)]
        case .array(let items): items.map { encode($0.text) }
        case .object(let members):
            isExploded
                ? members.map { "\(encode($0.name))=\(encode($0.value.text))" }
                : members.flatMap { [encode($0.name), encode($0.value.text)] }
        }
    }

    private func deepPairs(_ key: String, _ value: JSONExample) -> [String] {
        switch value {
        case .null, .constant: ["\(key)=\(encode(value.text))"]
        case .array(let items): items.flatMap { deepPairs("\(key)%5B%5D", $0) }
        case .object(let members):
            members.flatMap { deepPairs("\(key)%5B\(PercentEncoding.encoded($0.name))%5D", $0.value) }
        }
    }
}

extension JSONExample {
    /// A scalar without quotation marks, or JSON.
    var text: String {
        switch self {
        case .constant(.text(let text)): text
        case .null, .constant(.number), .constant(.boolean), .array, .object: line
        }
    }
}
