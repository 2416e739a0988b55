/// Descriptions of the parameters and the body of an operation.
extension Words {
    /// - Parameter rules: The rules between the parameters of the operation.
    func parameter(_ parameter: API.Parameter, rules: [API.ParameterRule]) -> String {
        let description = told(parameter.description) ?? introduction(of: parameter.type)
        let demands = demands(
            parameter.limits, rules: parameter.rules, values: parameter.values, of: parameter.type)
        let last =
            rules.compactMap { words(of: $0, for: parameter) }
            + (parameter.isDeprecated ? ["Deprecated."] : [])
        let value = [defaultValue(parameter.defaultValue)].compactMap(\.self)
        return Markdown.joined([description].compactMap(\.self) + demands + value + last)
    }

    func body(_ body: API.Body) -> String {
        var sentences = [told(body.description)].compactMap(\.self)
        if body.choiceName == nil, let content = body.contents.first {
            if sentences.isEmpty { sentences = [introduction(of: content.type)].compactMap(\.self) }
            sentences += demands(content.limits, rules: content.rules)
        }
        if !body.others.isEmpty, let sent = body.contents.first?.mediaTypeWords {
            let others = Markdown.list(body.others.map(Markdown.code), with: .and)
            sentences.append("Sent as \(sent); the service also accepts \(others).")
        }
        return Markdown.joined(sentences)
    }

    /// The description of one content of a body.
    func content(_ content: API.Content) -> String {
        Markdown.joined(["As \(content.mediaTypeWords)."] + demands(content.limits, rules: content.rules))
    }

    func contentType(of body: API.Body) -> String {
        "The media type of the body: \(body.contents.first?.mediaTypeWords ?? "")."
    }
}

extension API.Operation {
    /// The method as the standard spells it, such as `GET`.
    var verb: String {
        HTTPMethods.standard.contains(method) || method == "query" ? method.uppercased() : method
    }
}

extension API.Parameter {
    /// A sentence for a parameter of which nothing else is known.
    var place: String {
        switch location {
        case .path, .query, .header, .cookie:
            "The \(location.rawValue) parameter \(Markdown.code(wireName))."
        case .querystring: "The query string."
        }
    }
}

extension API.Content {
    /// The media types that are sent, in words.
    var mediaTypeWords: String {
        switch form {
        case .form: return "`application/x-www-form-urlencoded`"
        case .multipart: return "`multipart/form-data`"
        case .json, .text, .bytes: return Markdown.list(mediaTypes.map(Markdown.code), with: .or)
        }
    }
}

extension Words {
    private func words(of rule: API.ParameterRule, for parameter: API.Parameter) -> String? {
        switch rule {
        case .requires(let trigger, let others) where trigger.wireName == parameter.wireName:
            "Requires \(Markdown.names(others.map { spelling($0.name) }))."
        case .excludes(let trigger, let others) where trigger.wireName == parameter.wireName:
            "Excludes \(Markdown.names(others.map { spelling($0.name) }))."
        case .requires, .excludes: nil
        }
    }
}
