/// Presents an operation with a streamed response in Swift.
struct StreamPresenter {
    let operation: API.Operation
    let api: API
    let names: Names

    /// The property of the body that requests a stream, if the operation also has a method without a stream.
    func flag(of content: API.Content?) -> String? {
        operation.isSecondMethod ? flag(of: content?.type)?.escaped : nil
    }

    private func flag(of type: API.TypeReference?) -> Identifier? {
        record(type)?.properties.first {
            $0.wireName == "stream" && $0.type == .scalar(.boolean) && !$0.isReadOnly
        }.map { names[$0.name] }
    }

    /// The property that requests a stream in a case of a union. The caller sets it, as the caller chooses the case.
    private func flagOfAlternatives(_ type: API.TypeReference) -> Identifier? {
        guard case .named(let id) = type, case .union(let union) = api.types[id.index].kind else {
            return nil
        }
        return union.cases.lazy.compactMap { self.flag(of: $0.type) }.first
    }

    private func record(_ type: API.TypeReference?) -> API.Record? {
        guard case .named(let id)? = type,
            case .record(let record) = api.types[id.index].kind
        else { return nil }
        return record
    }

    /// The statements that request a stream in a body with a single content. An optional body is created if it has no
    /// required properties.
    var statements: [String] {
        guard let body = operation.body, body.choiceName == nil, let content = body.contents.first,
            let flag = flag(of: content)
        else { return [] }
        guard !body.isRequired else { return ["var body = body", "body.\(flag) = true"] }
        let properties = record(content.type)?.properties ?? []
        let needsMore = properties.contains { $0.isRequired || $0.isRequiredInRequests }
        return needsMore
            ? ["var body = body", "body?.\(flag) = true"]
            : ["var body = body ?? \(names.type( content.type))()", "body.\(flag) = true"]
    }

    /// The sentences that the doc comment adds for a stream.
    var words: String? {
        guard operation.isSecondMethod else { return nil }
        if operation.result.stream?.format == .bytes {
            let isOneOfSeveral = operation.result.statuses.count > 1
            return isOneOfSeveral
                ? "The body of any success is streamed; `status` of the result tells which." : nil
        }
        let words = "Streams the response."
        let contents = operation.body?.contents ?? []
        if let flag = contents.lazy.compactMap({ self.flag(of: $0) }).first {
            return "\(words) Sets `\(flag)` in the body."
        }
        let flag = contents.lazy.compactMap { self.flagOfAlternatives($0.type) }.first
        return flag.map { "\(words) Set `\($0.text)` in the body." } ?? words
    }
}

extension API.Stream.Format {
    /// The argument for the format of the stream.
    var argument: String {
        switch self {
        case .jsonLines: ".jsonLines"
        case .jsonSequence: ".jsonSequence"
        case .eventData: ".eventData"
        case .events(let json): ".events(json: \(json))"
        case .bytes: ".bytes"
        }
    }
}
