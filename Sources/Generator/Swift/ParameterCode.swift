/// The parameters of an operation, as those of a method and as statements that send them.
extension TypeNames {
    func declaration(of parameter: API.Parameter) -> String {
        let type = name(of: parameter.type)
        let name = parameter.name.parameter
        return parameter.isRequired ? "\(name): \(type)" : "\(name): \(type)? = nil"
    }
}

extension API.Parameter {
    var call: CallView { CallView("request.\(location.rawValue)", with: arguments) }

    private var arguments: [ArgumentView] {
        let wireName = SwiftLiteral.string(wireName)
        if let form {
            return [wireName, "form: \(name.value)"].map { ArgumentView(text: $0) } + form.map(\.argument)
        }
        var arguments = [wireName, value]
        if let style = serialization.style { arguments.append("style: .\(style)") }
        if let explode = serialization.explode { arguments.append("explode: \(explode)") }
        if serialization.allowsReserved { arguments.append("allowReserved: true") }
        if isSensitive { arguments.append("sensitive: true") }
        return (arguments + limits.map(\.argument)).map { ArgumentView(text: $0) }
    }

    private var value: String {
        guard isJSONText else { return name.value }
        return isRequired ? "JSONText(\(name.value))" : "\(name.value).map { JSONText($0) }"
    }
}

extension API.FieldEncoding {
    var argument: ArgumentView {
        var arguments = [SwiftLiteral.string(wireName)]
        if let contentType { arguments.append("contentType: \(SwiftLiteral.string(contentType))") }
        if !headers.isEmpty {
            let entries = headers.map { (key: $0.name, value: $0.value) }
            arguments.append("headers: \(SwiftLiteral.strings(entries))")
        }
        if let style { arguments.append("style: .\(style)") }
        if let explode { arguments.append("explode: \(explode)") }
        if allowsReserved { arguments.append("allowReserved: true") }
        return ArgumentView(text: "FieldEncoding", details: arguments)
    }
}

extension API.ParameterRule {
    /// The statements that check the rule.
    var calls: [CallView] {
        switch self {
        case .requires(let trigger, let others):
            others.map { CallView("request.require", with: Self.names([$0], with: trigger)) }
        case .excludes(let trigger, let others):
            [CallView("request.exclude", with: Self.names(others, with: trigger))]
        }
    }

    private static func names(_ parameters: [API.Parameter], with trigger: API.Parameter) -> [String] {
        parameters.map { SwiftLiteral.string($0.wireName) }
            + ["with: \(SwiftLiteral.string(trigger.wireName))"]
    }
}
