/// What an operation sends and brings, in Swift.
extension SwiftPresenter {
    /// The parameters of the method that stand for the body.
    func bodyDeclarations(_ operation: API.Operation) -> [String] {
        guard let body = operation.body else { return [] }
        let name = body.choiceName ?? body.contents.first.map { types.name(of: $0.type) } ?? "Data"
        let declaration = body.isRequired ? "body: \(name)" : "body: \(name)? = nil"
        guard body.takesMediaType, let content = body.contents.first else { return [declaration] }
        return [declaration, "contentType: String" + Self.defaultValue(content.mediaType)]
    }

    private static func defaultValue(_ mediaType: String?) -> String {
        mediaType.map { " = \(SwiftLiteral.string($0))" } ?? ""
    }

    /// The call that sets a body of one content.
    func bodyCalls(_ operation: API.Operation) -> [CallView] {
        guard let body = operation.body, body.choiceName == nil, let content = body.contents.first else {
            return []
        }
        return [bodyCall(content, value: "body", indent: 8)]
    }

    /// The statement that sets one of several contents.
    func bodySwitch(_ operation: API.Operation) -> BodySwitchView? {
        guard let body = operation.body, body.choiceName != nil else { return nil }
        let arms = body.contents.map { content in
            let flag = streamFlag(of: content, operation)
            let body = flag == nil ? "let body" : "var body"
            let bindings = content.takesMediaType ? "(\(body), let contentType)" : "(\(body))"
            return BodyArmView(
                pattern: ".\(content.name.escaped)\(bindings)",
                streamFlag: flag,
                call: bodyCall(content, value: "body", indent: 12),
            )
        }
        return BodySwitchView(arms: arms, isOptional: !body.isRequired)
    }

    private func bodyCall(_ content: API.Content, value: String, indent: Int) -> CallView {
        let literal = content.mediaType.map(SwiftLiteral.string) ?? "contentType"
        let mediaType = "contentType: \(content.takesMediaType ? "contentType" : literal)"
        let limits = content.limits.map(\.argument)
        return switch content.form {
        case .json:
            CallView(
                "request.body",
                [value] + (content.mediaType == "application/json" ? [] : ["as: \(literal)"]) + limits,
                indent: indent)
        case .form(let encodings):
            CallView("request.form", [value] + fields(encodings, indent), indent: indent)
        case .multipart(let encodings):
            CallView("request.multipart", [value] + fields(encodings, indent), indent: indent)
        case .text: CallView("request.body", ["text: \(value)", mediaType] + limits, indent: indent)
        case .bytes: CallView("request.body", [value, mediaType], indent: indent)
        }
    }

    func fields(_ encodings: [API.FieldEncoding], _ indent: Int) -> [String] {
        encodings.map { $0.argument(indent: indent + 4) }
    }

    /// The call that asks for anything but JSON.
    func acceptCalls(_ operation: API.Operation) -> [CallView] {
        let accept = operation.result.stream.map { [$0.mediaType] } ?? operation.result.accept
        // Of JSON alone no call is needed, but for bytes, which would be the body itself.
        let isWritten = operation.result.type?.optional == .nullable(.scalar(.data))
        guard !accept.isEmpty, accept != ["application/json"] || isWritten else { return [] }
        return [CallView("request.accept", accept.map(SwiftLiteral.string), indent: 8)]
    }

    /// The call that leads the operation to its own server.
    func serverCalls(_ operation: API.Operation) -> [CallView] {
        guard let server = operation.server else { return [] }
        let url = SwiftLiteral.string(server.url)
        let variables = server.variables.map {
            "\(SwiftLiteral.string($0.name)): \(SwiftLiteral.string($0.value))"
        }
        let arguments =
            variables.isEmpty
            ? [url] : ["template: \(url)", "variables: [\(variables.joined(separator: ", "))]"]
        return [CallView("request.server = BaseURL", arguments, indent: 8)]
    }
}

// MARK: - Enums

extension SwiftPresenter {
    func choices(of operation: API.Operation) -> [ChoiceView] {
        let body = operation.isSecondMethod ? nil : operation.body
        let content = body.flatMap { body in
            body.choiceName.map { contentChoice($0, body.contents, operation) }
        }
        return [content, operation.result.choice.map { resultChoice($0, operation) }].compactMap(\.self)
    }

    private func contentChoice(
        _ name: String,
        _ contents: [API.Content],
        _ operation: API.Operation,
    ) -> ChoiceView {
        ChoiceView(
            name: name,
            doc: DocComment("What ``\(typeName(of: operation))`` can send.", indent: 0).comment,
            cases: contents.map { content in
                let mediaType = ", contentType: String" + Self.defaultValue(content.mediaType)
                let payload = types.name(of: content.type) + (content.takesMediaType ? mediaType : "")
                return ChoiceCaseView(
                    doc: DocComment(
                        DocComment.joined(["As \(content.mediaTypeWords)."] + words(content)), indent: 4
                    ).comment,
                    declaration: "\(content.name.escaped)(\(payload))",
                )
            },
            arms: [],
        )
    }

    private func words(_ value: API.ResultChoice.Case) -> String {
        let text = told(value.description) ?? ""
        let types = DocComment.list(value.accept.map { "`\($0)`" }, "or")
        let key = "Status \(value.status.words)" + (types.isEmpty ? "" : " as \(types)")
        let status = key + (text.isEmpty ? "." : ": \(text)")
        let demands = [API.Limit.sentence(value.limits), sentence(value.rules)].compactMap(\.self)
        return DocComment.joined([status] + demands)
    }

    private func typeName(of operation: API.Operation) -> String { operation.name.text }

    private func resultChoice(_ choice: API.ResultChoice, _ operation: API.Operation) -> ChoiceView {
        ChoiceView(
            name: choice.name,
            doc: DocComment("What ``\(typeName(of: operation))`` can bring.", indent: 0).comment,
            cases: choice.cases.map { value in
                ChoiceCaseView(
                    doc: DocComment(words(value), indent: 4).comment,
                    declaration: value.name.escaped + (value.type.map { "(\(types.name(of: $0)))" } ?? ""),
                )
            },
            arms: arms(choice),
        )
    }

    /// Exact statuses first, then what is left; of one status what its media type tells, then what is left.
    private func arms(_ choice: API.ResultChoice) -> [ResponseArmView] {
        var arms: [ResponseArmView] = []
        var rest: String?
        for value in choice.cases.sorted(by: { $0.rank.lexicographicallyPrecedes($1.rank) }) {
            let payload = value.type == nil ? "" : "(try response.value())"
            let statement = "self = .\(value.name.escaped)\(payload)"
            if let pattern = value.pattern {
                arms.append(ResponseArmView(pattern: pattern, statement: statement))
            } else {
                rest = rest ?? statement
            }
        }
        let statuses = choice.cases.map(\.status.words).withoutDuplicates
        let expected = SwiftLiteral.string(DocComment.list(statuses, "or"))
        let otherwise = "throw response.unexpectedStatus(expected: \(expected))"
        return arms + [ResponseArmView(pattern: "default", statement: rest ?? otherwise)]
    }
}

extension API.ResultChoice.Case {
    /// The lower, the more exact. `application/json` stands for JSON under other names, too.
    fileprivate var rank: [Int] {
        let ofType = mediaTypes.isEmpty ? 2 : mediaTypes.contains("application/json") ? 1 : 0
        return switch status {
        case .code: [0, ofType]
        case .range: [1, ofType]
        case .other: [2, ofType]
        }
    }

    /// The pattern of a `switch` over the status; `nil` for what takes all that is left.
    fileprivate var pattern: String? {
        let names = mediaTypes.map(SwiftLiteral.string).joined(separator: ", ")
        let condition = names.isEmpty ? "" : " where response.hasMediaType(\(names))"
        switch status {
        case .code(let code): return "case \(code)\(condition)"
        case .range(let hundred):
            return names.isEmpty ? nil : "case \(hundred)00...\(hundred)99\(condition)"
        case .other: return names.isEmpty ? nil : "case _\(condition)"
        }
    }
}

extension API.Content {
    /// The media types that go out, in words.
    var mediaTypeWords: String {
        switch form {
        case .form: return "`application/x-www-form-urlencoded`"
        case .multipart: return "`multipart/form-data`"
        case .json, .text, .bytes: return DocComment.list(mediaTypes.map { "`\($0)`" }, "or")
        }
    }
}

extension API.FieldEncoding {
    fileprivate func argument(indent: Int) -> String {
        var arguments = [SwiftLiteral.string(wireName)]
        if let contentType { arguments.append("contentType: \(SwiftLiteral.string(contentType))") }
        if !headers.isEmpty {
            let pairs = headers.map { "\(SwiftLiteral.string($0.name)): \(SwiftLiteral.string($0.value))" }
            arguments.append("headers: [\(pairs.joined(separator: ", "))]")
        }
        if let style { arguments.append("style: .\(style)") }
        if let explode { arguments.append("explode: \(explode)") }
        if allowsReserved { arguments.append("allowReserved: true") }
        return SwiftLiteral.call("FieldEncoding", arguments, indent: indent)
    }
}
