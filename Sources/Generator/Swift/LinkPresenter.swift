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
                name: names[link.name].escaped, doc: doc.lines, isDeprecated: operation.isDeprecated,
                parameters: ["from \(response): \(names.type(link.response))"] + others.map(names.declaration)
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

    /// The value for a parameter. One that is required, and that the response may lack, is an error if it does.
    private func expression(_ argument: API.LinkMethod.Argument) -> ArgumentView {
        let chain = chain(of: argument)
        let value = response + chain.text
        let parameter = argument.parameter
        if !chain.isOptional { return converted(value, for: argument) }
        if parameter.isRequired {
            let details = [
                value, "at: \(SwiftLiteral.string(argument.place))",
                "for: \(SwiftLiteral.string(parameter.wireName))",
                "of: \(SwiftLiteral.string(operation.id))",
            ]
            if argument.isAsItIs { return ArgumentView(text: "ResponseLink.value", details: details) }
            return converted("ResponseLink.value(\(details.joined(separator: ", ")))", for: argument)
        }
        if argument.isAsItIs { return ArgumentView(text: value) }
        let conversion = converted("$0", for: argument)
        return ArgumentView(text: "\(value).map { \(conversion.text)($0) }")
    }

    private func converted(_ value: String, for argument: API.LinkMethod.Argument) -> ArgumentView {
        switch argument.conversion {
        case .none: ArgumentView(text: value)
        case .text: ArgumentView(text: "String", details: [value])
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
        let source = names[link.source].text
        var doc = DocComment(
            "Calls `\(names[operation.name].text)` with what `\(source)` returned: \(Markdown.list(values, with: .and))."
        )
        let isUncertain = link.arguments.contains { $0.parameter.isRequired && chain(of: $0).isOptional }
        if isUncertain {
            doc.addBlankLine()
            doc.addItem("Throws:", text: "`APIError`. It is `invalidRequest` if the response lacks a value.")
        }
        return doc
    }
}

extension API.LinkMethod.Argument {
    fileprivate var isAsItIs: Bool {
        switch conversion {
        case .none: true
        case .text, .alternative: false
        }
    }

    /// The JSON pointer (RFC 6901).
    fileprivate var place: String {
        pointer.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
    }
}
