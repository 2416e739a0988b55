/// The parameters of an operation, as parameters of the method and as calls that add them to the request.
extension Names {
    func declaration(of parameter: API.Parameter) -> String {
        let type = type(parameter.type)
        let name = self[parameter.name].parameter
        return parameter.isRequired ? "\(name): \(type)" : "\(name): \(type)? = nil"
    }

    func call(of parameter: API.Parameter) -> CallView {
        CallView("request.\(parameter.location.rawValue)", with: arguments(of: parameter))
    }

    private func arguments(of parameter: API.Parameter) -> [ArgumentView] {
        let limits = limits(of: parameter.checked)
        let wireName = SwiftLiteral.string(parameter.wireName)
        if let form = parameter.form {
            return [wireName, "form: \(self[parameter.name].value)"].map { ArgumentView(text: $0) }
                + form.map(\.argument) + limits.labelled
        }
        var arguments = [wireName, value(of: parameter)]
        let serialization = parameter.serialization
        if let style = serialization.style { arguments.append("style: .\(style)") }
        if let explode = serialization.explode { arguments.append("explode: \(explode)") }
        if serialization.allowsReserved { arguments.append("allowReserved: true") }
        if parameter.isSensitive { arguments.append("sensitive: true") }
        return (arguments + limits).map { ArgumentView(text: $0) }
    }

    private func value(of parameter: API.Parameter) -> String {
        let name = self[parameter.name].value
        // A type of the user conforms to no protocol of the runtime.
        let wrapper: String? =
            parameter.isJSONText ? "JSONText" : parameter.type.own == nil ? nil : "EncodedParameter"
        guard let wrapper else { return name }
        return parameter.isRequired ? "\(wrapper)(\(name))" : "\(name).map { \(wrapper)($0) }"
    }
}

extension [String] {
    /// The limits as one argument, after others of any number.
    var labelled: [ArgumentView] {
        isEmpty ? [] : [ArgumentView(text: "limits: \(SwiftLiteral.array(self))")]
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
