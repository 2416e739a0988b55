/// Operations whose answers are streams, in Swift.
extension SwiftPresenter {
    /// The type that a method returns.
    func result(of operation: API.Operation) -> String? {
        let result = operation.result
        if let stream = result.stream { return "ResponseStream<\(types.name(of: stream.item))>" }
        return result.choice?.name ?? result.type.map(types.name)
    }

    /// The member of the body by which a service is asked for a stream, where the same operation also brings a value.
    func streamFlag(of operation: API.Operation) -> String? {
        guard operation.isSecondMethod, let body = operation.body, body.isRequired, body.choiceName == nil,
            case .named(let id)? = body.contents.first?.type,
            case .record(let record)? = api.types.first(where: { $0.id == id })?.kind
        else { return nil }
        let flag = record.properties.first { $0.wireName == "stream" && $0.type.scalar == .boolean }
        return flag?.name.escaped
    }

    /// What the doc comment adds for a stream.
    func streamWords(_ operation: API.Operation) -> String? {
        guard operation.isSecondMethod else { return nil }
        let words = "Brings the answer as a stream."
        return streamFlag(of: operation).map { "\(words) Sets `\($0)` in the body." } ?? words
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
