/// A successful response as an example.
struct ResponseExample {
    struct Body {
        enum Content {
            case json(JSONExample)
            /// Values in a stream, framed by its format.
            case items
            case text
            case bytes
        }

        let text: String
        let mediaType: String
        let content: Content
    }

    let status: Int
    /// `nil` for a response without a body.
    let body: Body?

    /// - Returns: `nil` if there is no example of a body that is required.
    init?(to operation: API.Operation, by snippets: SnippetPresenter) {
        let result = operation.result
        body = Self.body(of: result, by: snippets)
        let codes = result.statuses.map(\.code)
        // Some statuses have no body (RFC 9110, section 6.4.1).
        status = (body == nil ? codes.first : codes.first { ![204, 205, 304].contains($0) }) ?? 200
        if body == nil, !result.isEmpty { return nil }
    }

    private static func body(of result: API.Result, by snippets: SnippetPresenter) -> Body? {
        let first = result.choice?.cases.first
        guard let type = result.stream?.item ?? result.type ?? first?.type else { return nil }
        let accept = first?.accept ?? result.accept
        let mediaType = result.stream?.mediaType ?? accept.first { !$0.contains("*") } ?? "application/json"
        let isJSON = accept.contains { $0.contains("json") || $0 == "*/*" } || accept.isEmpty
        switch type.required {
        case .scalar(.data), .scalar(.file):
            return Body(text: "content", mediaType: mediaType, content: .bytes)
        case .scalar(.string) where !isJSON, .scalar(.serverSentEvent):
            return Body(
                text: result.stream == nil ? "text" : "data: text\n\n", mediaType: mediaType, content: .text)
        case .scalar, .array, .dictionary, .named, .nullable, .own:
            let demands = first?.demands ?? result.demands
            let example = snippets.example(of: type, by: demands, .complete, travelling: [.received])
            return example.map { example in
                let json = example.json(of: snippets.api.types)
                guard let stream = result.stream else {
                    return Body(text: json.line, mediaType: mediaType, content: .json(json))
                }
                return Body(text: stream.format.framed(json.line), mediaType: mediaType, content: .items)
            }
        }
    }
}

extension API.Result {
    /// Whether a response may have no body.
    fileprivate var isEmpty: Bool {
        if case .nullable? = type { return true }
        return type == nil && choice == nil && stream == nil
    }
}

extension API.Stream.Format {
    /// An item as a stream has it.
    fileprivate func framed(_ json: String) -> String {
        switch self {
        case .jsonLines: json + "\n"
        case .jsonSequence: "\u{1E}" + json + "\n"
        case .eventData, .events: "data: \(json)\n\n"
        case .bytes: json
        }
    }
}

extension API.Failure.Status {
    /// A code that the status stands for.
    fileprivate var code: Int {
        switch self {
        case .code(let code): code
        case .range(let hundred): hundred * 100
        case .other: 200
        }
    }
}
