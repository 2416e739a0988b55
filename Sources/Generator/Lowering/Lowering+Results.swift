import SourceText

extension Lowering {
    mutating func lowerResult(of operation: OpenAPI.Operation, _ name: Identifier) -> API.Result {
        let successes = successes(of: operation)
        if successes.isEmpty { diagnostics.report(.noSuccess(operation)) }
        var hasContent = false
        let answers = successes.map { response in
            let word = hasContent ? "\(response.status.word) response" : "response"
            let answer = lower(response, of: operation, NameHint(word: "\(name.text) \(word)", parent: nil))
            hasContent = hasContent || answer.type != nil
            return answer
        }
        var seen: Set<API.TypeReference> = []
        let types = answers.compactMap(\.type).filter { seen.insert($0).inserted }
        let accept = answers.flatMap(\.accept).unique
        let stream = lowerStream(of: successes, operation, name)
        let headers = successes.flatMap(\.headers).map(\.name.value).filter(Self.isOfInterest).unique
        let main = answers.first { $0.type != nil } ?? answers.first
        guard types.count > 1, let place = successes.first else {
            let isSometimesNothing = answers.contains { $0.type == nil && !$0.isStream }
            let type = isSometimesNothing ? types.first?.optional : types.first
            note(main?.schema, .limitsInWords)
            return API.Result(
                type: type, choice: nil, stream: stream, accept: accept, headers: headers,
                description: main?.description,
                limits: main?.schema.map { limits(along: $0) } ?? [])
        }
        let choice = API.ResultChoice(
            name: choiceName(name, "result", at: place.range),
            cases: answers.filter { !$0.isStream }.map(\.asCase))
        return API.Result(
            type: nil, choice: choice, stream: stream, accept: accept, headers: headers, description: nil)
    }

    /// Whether a header is for the caller, and not for what brings the answer.
    private static func isOfInterest(_ header: String) -> Bool {
        let name = header.lowercased()
        let isOfTransport = ["connection", "content-length", "content-type", "transfer-encoding"].contains(
            name)
        return !isOfTransport && !name.hasPrefix("access-control-")
    }

    /// The responses that are successes. A `default` is one where it is the only way to succeed that the document
    /// names: with no 2xx, and no 1xx or 3xx for which the operation could be made.
    private func successes(of operation: OpenAPI.Operation) -> [OpenAPI.Response] {
        let responses = operation.responses
        let listed = responses.filter { $0.status.hundred == 2 }
        let hasOtherOutcome = responses.contains { [1, 3].contains($0.status.hundred) }
        return listed.isEmpty && !hasOtherOutcome ? responses.filter { $0.status == .other } : listed
    }

    /// What a success brings.
    private struct AnswerBody {
        let status: OpenAPI.Response.Status
        let type: API.TypeReference?
        /// The schema of the type, where it has one.
        let schema: OpenAPI.Schema.ID?
        /// Whether it brings a stream and nothing else.
        let isStream: Bool
        let accept: [String]
        let description: String?

        var asCase: API.ResultChoice.Case {
            API.ResultChoice.Case(
                name: Identifier(text: status.caseName), status: status.lowered, type: type,
                description: description)
        }
    }

    private mutating func lower(
        _ response: OpenAPI.Response,
        of operation: OpenAPI.Operation,
        _ hint: NameHint,
    ) -> AnswerBody {
        let isBodiless = response.status == .code(204) || response.status == .code(205)
        if isBodiless, let content = response.content.first {
            diagnostics.report(.contentOfBodilessStatus(content, response.status.word))
        }
        // What HEAD lists is what GET would bring (RFC 9110, section 9.3.2).
        let hasBody = !isBodiless && operation.method != "head"
        let values = response.content.filter { format(of: $0) == nil }
        let chosen: [OpenAPI.MediaType] = hasBody ? readable(values) : []
        for mediaType in chosen { note(mediaType, as: kind(of: mediaType)) }
        return AnswerBody(
            status: response.status,
            type: chosen.first.map { self.type(of: $0, hint) },
            schema: chosen.first.flatMap { kind(of: $0) == .json ? $0.schema : nil },
            isStream: values.isEmpty && !response.content.isEmpty,
            accept: chosen.map(\.name.value),
            description: response.description,
        )
    }

    /// The media types to ask for: JSON where there is some, else what has the type of the first. Another is reported
    /// unless it only words the same in another way.
    private mutating func readable(_ content: [OpenAPI.MediaType]) -> [OpenAPI.MediaType] {
        guard let first = content.first(where: { kind(of: $0) == .json }) ?? content.first else { return [] }
        let isJSON = kind(of: first) == .json
        var readable: [OpenAPI.MediaType] = []
        for mediaType in content {
            let isSame = mediaType.schema.map { canonical($0) } == first.schema.map { canonical($0) }
            let kind = kind(of: mediaType)
            let isRead = isJSON ? kind == .json && isSame : isText(mediaType) == isText(first)
            if isRead {
                readable.append(mediaType)
            } else if kind != .xml, !isSame || kind == .text {
                diagnostics.report(.unreadMediaType(mediaType, instead: first.name.value))
            }
        }
        return readable
    }

    private func isText(_ mediaType: OpenAPI.MediaType) -> Bool { kind(of: mediaType) == .text }

    private mutating func type(of mediaType: OpenAPI.MediaType, _ hint: NameHint) -> API.TypeReference {
        switch kind(of: mediaType) {
        case .json:
            guard let schema = mediaType.schema else { return .scalar(.json) }
            let resolved = resolve(schema, hint: hint)
            return resolved.isNullable ? resolved.type.optional : resolved.type
        case .text: return .scalar(.string)
        case .sequence:
            diagnostics.report(.sequenceAsBytes(mediaType))
            return .scalar(.data)
        case .form, .multipart, .xml, .bytes: return .scalar(.data)
        }
    }
}

// MARK: - Failures

extension Lowering {
    /// The bodies of failures that are JSON; others stay reachable as bytes.
    mutating func lowerFailures(of operation: OpenAPI.Operation, _ name: Identifier) -> [API.Failure] {
        operation.responses.filter { $0.status.hundred != 2 }.compactMap { response in
            let json = response.content.first { kind(of: $0) == .json }
            for mediaType in response.content { ledger?.note(mediaType.name.range, .opaque) }
            guard let schema = json?.schema else { return nil }
            let word = "\(name.text) \(response.status.word) error"
            json.map { ledger?.note($0.name.range, .typed) }
            note(schema, .plainText)
            let type = resolve(schema, hint: NameHint(word: word, parent: nil)).type
            return API.Failure(status: response.status.lowered, type: type)
        }
    }
}

extension OpenAPI.Response.Status {
    /// The first digit; `nil` for what is not listed.
    fileprivate var hundred: Int? {
        switch self {
        case .code(let code): code / 100
        case .range(let hundred): hundred
        case .other: nil
        }
    }

    var word: String {
        switch self {
        case .code(let code): "\(code)"
        case .range(let hundred): "\(hundred)XX"
        case .other: "default"
        }
    }

    fileprivate var lowered: API.Failure.Status {
        switch self {
        case .code(let code): .code(code)
        case .range(let hundred): .range(hundred)
        case .other: .other
        }
    }

    /// As RFC 9110, section 15.3, names the statuses.
    fileprivate var caseName: String {
        switch self {
        case .code(let code): Self.names[code] ?? "status\(code)"
        case .range: "success"
        case .other: "other"
        }
    }

    private static let names = [
        200: "ok", 201: "created", 202: "accepted", 203: "nonAuthoritative", 204: "noContent",
        205: "resetContent", 206: "partialContent", 207: "multiStatus",
    ]
}

extension API.TypeReference {
    var optional: API.TypeReference {
        if case .nullable = self { self } else { .nullable(self) }
    }
}

extension [String] {
    fileprivate var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
