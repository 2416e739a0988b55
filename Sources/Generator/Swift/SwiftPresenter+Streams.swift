/// Operations whose answers are streams, in Swift.
extension SwiftPresenter {
    /// The type that a method returns.
    func result(of operation: API.Operation) -> String? {
        let result = operation.result
        if let stream = result.stream { return "ResponseStream<\(types.name(of: stream.item))>" }
        return result.choice?.name ?? result.type.map(types.name)
    }

    /// The member of a body by which a service is asked for a stream, where the same operation also brings a value.
    func streamFlag(of content: API.Content?, _ operation: API.Operation) -> String? {
        guard operation.isSecondMethod, let record = record(content?.type) else { return nil }
        let flag = record.properties.first {
            $0.wireName == "stream" && $0.type == .scalar(.boolean) && !$0.isReadOnly
        }
        return flag?.name.escaped
    }

    private func record(_ type: API.TypeReference?) -> API.Record? {
        guard case .named(let id)? = type,
            case .record(let record)? = api.types.first(where: { $0.id == id })?.kind
        else { return nil }
        return record
    }

    /// The statements that ask for a stream in the only content of a body. A body that is left out has to be there for
    /// that, if it needs no more.
    func streamStatements(of operation: API.Operation) -> [String] {
        guard let body = operation.body, body.choiceName == nil, let content = body.contents.first,
            let flag = streamFlag(of: content, operation)
        else { return [] }
        guard !body.isRequired else { return ["var body = body", "body.\(flag) = true"] }
        let properties = record(content.type)?.properties ?? []
        let needsMore = properties.contains { $0.isRequired || $0.isRequiredInRequests }
        return needsMore
            ? ["var body = body", "body?.\(flag) = true"]
            : ["var body = body ?? \(types.name(of: content.type))()", "body.\(flag) = true"]
    }

    /// What the doc comment adds for a stream.
    func streamWords(_ operation: API.Operation) -> String? {
        guard operation.isSecondMethod else { return nil }
        let words = "Brings the answer as a stream."
        let flags = (operation.body?.contents ?? []).compactMap { streamFlag(of: $0, operation) }
        return flags.first.map { "\(words) Sets `\($0)` in the body." } ?? words
    }
}

extension API.Stream.Format {
    /// The argument that says how to take the stream apart.
    var argument: String {
        switch self {
        case .jsonLines: ".jsonLines"
        case .jsonSequence: ".jsonSequence"
        case .eventData: ".eventData"
        case .events(let json): ".events(json: \(json))"
        }
    }
}
