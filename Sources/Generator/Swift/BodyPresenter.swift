/// Presents the request body of an operation in Swift.
struct BodyPresenter {
    let operation: API.Operation
    let names: Names
    let streams: StreamPresenter

    /// The parameters of the method for the body.
    var declarations: [String] {
        guard let body = operation.body, let content = body.contents.first else { return [] }
        let name = body.choiceName.map { names[$0].text } ?? names.type(of: content)
        let optional = content.isWritten || body.choiceName != nil ? "\(name)?" : "(\(name))?"
        let declaration = body.isRequired ? "body: \(name)" : "body: \(optional) = nil"
        return body.takesMediaType ? [declaration, content.mediaTypeDeclaration] : [declaration]
    }

    /// The call that sets a body of one content.
    var calls: [CallView] {
        guard let body = operation.body, body.choiceName == nil, let content = body.contents.first else {
            return []
        }
        return [call(of: content)]
    }

    /// The `switch` that sets a body with several contents.
    var selection: BodySwitchView? {
        guard let body = operation.body, body.choiceName != nil else { return nil }
        let arms = body.contents.map { content in
            let flag = streams.flag(of: content)
            let body = flag == nil ? "let body" : "var body"
            let bindings = content.takesMediaType ? "(\(body), let contentType)" : "(\(body))"
            return BodyArmView(
                pattern: ".\(names[content.name].escaped)\(bindings)", streamFlag: flag,
                call: call(of: content))
        }
        return BodySwitchView(arms: arms, isOptional: !body.isRequired)
    }

    /// The statement that makes `body` the body of the request.
    private func call(of content: API.Content) -> CallView {
        let literal = content.mediaType.map(SwiftLiteral.string) ?? "contentType"
        let mediaType = "contentType: \(content.takesMediaType ? "contentType" : literal)"
        let limits = names.limits(of: content.checked)
        return switch content.form {
        case .json:
            CallView(
                "request.body",
                with: ["body"] + (content.mediaType == "application/json" ? [] : ["as: \(literal)"]) + limits)
        case .form(let encodings): call("request.form", with: encodings, limits)
        case .multipart(let encodings): call("request.multipart", with: encodings, limits)
        case .text: CallView("request.body", with: ["text: body", mediaType] + limits)
        case .bytes: CallView("request.body", with: ["body", mediaType])
        }
    }

    private func call(
        _ callee: String, with encodings: [API.FieldEncoding], _ limits: [String],
    ) -> CallView {
        CallView(callee, with: [ArgumentView(text: "body")] + encodings.map(\.argument) + limits.labelled)
    }
}

extension Names {
    /// The type of the value to send.
    func type(of content: API.Content) -> String {
        content.isWritten ? type(content.type) : "any HTTPBody"
    }
}

extension API.Content {
    /// The parameter for the media type of the body.
    var mediaTypeDeclaration: String {
        "contentType: String" + (mediaType.map { " = \(SwiftLiteral.string($0))" } ?? "")
    }
}
