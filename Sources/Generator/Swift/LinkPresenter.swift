/// Presents a method that calls an operation with what a response of another one contains.
struct LinkPresenter {
    let link: API.LinkMethod
    let operation: API.Operation
    /// The parameters of the method for the body.
    let bodyDeclarations: [String]
    let result: String?
    let api: API
    let names: Names
    let words: Words

    private var response: String { names[link.responseName].value }

    var view: WrapperView {
        let others = operation.parameters.filter { argument(for: $0) == nil }
        return WrapperView(
            method: MethodView(
                name: names[link.name].escaped, doc: doc.lines,
                isDeprecated: operation.isDeprecated || usesDeprecated,
                parameters: ["_ \(response): \(names.type(link.response))"] + others.map(names.declaration)
                    + bodyDeclarations,
                result: result),
            call: CallView(
                "try await self.\(names[operation.name].escaped)",
                with: operation.parameters.map(value)
                    + bodyDeclarations.map { $0.prefix { $0 != ":" } }.map {
                        ArgumentView(text: "\($0): \($0)")
                    }))
    }

    private func value(for parameter: API.Parameter) -> ArgumentView {
        let name = names[parameter.name]
        guard let argument = argument(for: parameter) else {
            return ArgumentView(text: "\(name.label): \(name.value)")
        }
        let value = expression(argument)
        return ArgumentView(text: "\(name.label): \(value.text)", details: value.details)
    }

    private func argument(for parameter: API.Parameter) -> API.LinkMethod.Argument? {
        link.arguments.first { $0.parameter.name == parameter.name }
    }

    private func chain(of argument: API.LinkMethod.Argument) -> PropertyChain {
        PropertyChain(argument.path, from: link.response, api: api, names: names, words: words)
    }

    /// Whether the code names something deprecated, which only what is deprecated itself does without a warning.
    private var usesDeprecated: Bool {
        link.arguments.flatMap(\.path.properties).contains { property in
            property.isDeprecated
                || property.type.declaration.map { api.types[$0.index].isDeprecated } ?? false
        }
    }

    /// The value for a parameter. One that is required, and that the response may lack, is an error if it does.
    private func expression(_ argument: API.LinkMethod.Argument) -> ArgumentView {
        let chain = chain(of: argument)
        let value = response + chain.text
        if !chain.isOptional { return converted(value, for: argument) }
        if isDemanded(argument) {
            let details = [
                value, "at: \(SwiftLiteral.string(argument.place))",
                "for: \(SwiftLiteral.string(argument.parameter.wireName))",
                "of: \(SwiftLiteral.string(operation.id))",
            ]
            if case .none = argument.conversion {
                return ArgumentView(text: "ResponseLink.value", details: details)
            }
            return converted("ResponseLink.value(\(details.joined(separator: ", ")))", for: argument)
        }
        if case .none = argument.conversion { return ArgumentView(text: value) }
        return ArgumentView(text: "\(value).map { \(converted("$0", for: argument).line) }")
    }

    /// Whether the parameter takes nothing in place of the value.
    private func isDemanded(_ argument: API.LinkMethod.Argument) -> Bool {
        if case .nullable = argument.parameter.type { return false }
        return argument.parameter.isRequired
    }

    private func converted(_ value: String, for argument: API.LinkMethod.Argument) -> ArgumentView {
        switch argument.conversion {
        case .none: ArgumentView(text: value)
        case .integerText: ArgumentView(text: "String", details: [value])
        case .rawText: ArgumentView(text: "\(value).rawValue")
        case .formattedText: ArgumentView(text: "ResponseLink.text", details: [value])
        case .alternative(let name): ArgumentView(text: ".\(names[name].escaped)", details: [value])
        }
    }

    private var doc: DocComment {
        let values = link.arguments.map { argument in
            let chain = chain(of: argument)
            let value =
                chain.text.isEmpty
                ? "its value" : Markdown.code(String(chain.text.dropFirst()).replacing("?", with: ""))
            return "\(value) as `\(names[argument.parameter.name].text)`"
        }
        let sources = Markdown.list(link.sources.map { "`\(names[$0].text)`" }, with: .or)
        var doc = DocComment(
            "Calls `\(names[operation.name].text)` with what \(sources) returned: \(Markdown.list(values, with: .and))."
        )
        let isUncertain = link.arguments.contains { isDemanded($0) && chain(of: $0).isOptional }
        doc.addBlankLine()
        doc.addItem(
            "Throws:",
            text: "`APIError`."
                + (isUncertain ? " It is `invalidRequest` if the response lacks a value." : ""))
        return doc
    }
}

extension ArgumentView {
    /// The argument on one line.
    fileprivate var line: String { text + (details.map { "(\($0.joined(separator: ", ")))" } ?? "") }
}

extension API.LinkMethod.Argument {
    /// The JSON pointer (RFC 6901).
    fileprivate var place: String {
        pointer.map { "/" + $0.asPointerToken }.joined()
    }
}
