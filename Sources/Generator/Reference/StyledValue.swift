/// A value as a request has it, by the styles of OpenAPI 3.1, section 4.8.12.2, and 3.2.
struct StyledValue {
    fileprivate enum Style: String {
        case simple, label, matrix, form, spaceDelimited, pipeDelimited, deepObject, cookie
    }

    private enum Form {
        case style(Style, isExploded: Bool)
        /// One text of JSON.
        case json
        /// A field of a form without a style: a list has a pair for each item, and an object is JSON.
        case plain
    }

    private let name: String
    private let value: JSONExample
    private let form: Form
    /// Where reserved characters are allowed.
    private let place: PercentEncoding.Place?

    init(_ parameter: API.Parameter, _ value: JSONExample) {
        (name, self.value) = (parameter.wireName, value)
        let serialization = parameter.serialization
        let isPair = [.query, .cookie].contains(parameter.location)
        let style = serialization.style.flatMap(Style.init) ?? (isPair ? .form : .simple)
        form =
            parameter.isJSONText
            ? .json : .style(style, isExploded: serialization.explode ?? style.explodesByDefault)
        place = serialization.allowsReserved ? parameter.location.place : nil
    }

    /// A field of a form.
    init(field name: String, _ value: JSONExample, encoding: API.FieldEncoding?) {
        (self.name, self.value) = (name, value)
        let style = encoding?.style.flatMap(Style.init)
        let allowsReserved = encoding?.allowsReserved ?? false
        let isJSON = encoding?.contentType?.lowercased().contains("json") ?? false
        if style != nil || encoding?.explode != nil || allowsReserved {
            let style = style ?? .form
            form = .style(style, isExploded: encoding?.explode ?? style.explodesByDefault)
        } else {
            form = isJSON ? .json : .plain
        }
        place = allowsReserved ? .query : nil
    }

    /// What stands in place of the name in braces of a path.
    var pathText: String {
        guard case .style(let style, let isExploded) = form else { return encode(value.line) }
        let texts = texts(isExploded: isExploded, encode)
        switch style {
        case .label: return "." + texts.joined(separator: isExploded ? "." : ",")
        case .matrix:
            guard isExploded else { return ";\(key)=\(texts.joined(separator: ","))" }
            let isObject = !value.members.isEmpty
            return texts.map { ";" + (isObject ? $0 : "\(key)=\($0)") }.joined()
        case .simple, .form, .spaceDelimited, .pipeDelimited, .deepObject, .cookie:
            return texts.joined(separator: ",")
        }
    }

    /// The value of a header.
    var headerText: String {
        guard case .style(_, let isExploded) = form else { return value.line }
        return texts(isExploded: isExploded) { String($0) }.joined(separator: ",")
    }

    /// The pairs of a query, a form or a cookie.
    var pairs: [String] {
        switch form {
        case .json: return ["\(key)=\(encode(value.line))"]
        case .plain:
            let items = if case .array(let items) = value { items } else { [value] }
            return items.map { "\(key)=\(encode($0.text))" }
        case .style(.deepObject, _): return deepPairs(key, value)
        case .style(let style, let isExploded):
            let texts = texts(isExploded: isExploded, style == .cookie ? { String($0) } : encode)
            if case .object = value, isExploded { return texts }
            if case .array = value, isExploded { return texts.map { "\(key)=\($0)" } }
            return texts.isEmpty ? [] : ["\(key)=\(texts.joined(separator: style.separator))"]
        }
    }

    private var key: String { PercentEncoding.encoded(name) }

    private func encode(_ text: String) -> String {
        place.map { PercentEncoding.encoded(text, allowingReservedIn: $0) } ?? PercentEncoding.encoded(text)
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

extension StyledValue.Style {
    fileprivate var explodesByDefault: Bool {
        switch self {
        case .form, .deepObject, .cookie: true
        case .simple, .label, .matrix, .spaceDelimited, .pipeDelimited: false
        }
    }

    fileprivate var separator: String {
        switch self {
        case .spaceDelimited: "%20"
        case .pipeDelimited: "%7C"
        case .simple, .label, .matrix, .form, .deepObject, .cookie: ","
        }
    }
}

extension API.ParameterLocation {
    fileprivate var place: PercentEncoding.Place {
        switch self {
        case .path: .path
        case .query, .querystring, .header: .query
        case .cookie: .cookie
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
