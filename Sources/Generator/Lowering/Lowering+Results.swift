import APIGenSourceText

/// Lowers the responses of operations.
struct ResultLowering: LoweringPass {
    let lowering: Lowering

    func lowerResult(of operation: OpenAPI.Operation, _ name: API.Name) -> API.Result {
        for response in operation.responses {
            note(response.node, by: "headers", "content")
            for mediaType in response.content { note(mediaType.node, as: .unreached) }
        }
        let successes = successes(of: operation)
        if successes.isEmpty { report(.noSuccess(operation)) }
        let answers = answers(of: successes, to: operation, named: name)
        var seen: Set<API.TypeReference> = []
        let types = answers.compactMap(\.type).filter { seen.insert($0).inserted }
        let main = answers.first { $0.type != nil } ?? answers.first
        var result = API.Result(
            stream: lowering.streams.lowerStream(of: successes, operation: operation, named: name),
            accept: answers.flatMap(\.accept).withoutDuplicates,
            headers: headers(of: successes),
            statuses: successes.map(\.status.lowered),
            redirects: successes.filter(\.isRedirect).map(\.status.lowered))
        guard types.count > 1, let place = successes.first else {
            let isSometimesNothing = answers.contains { $0.type == nil && !$0.isStream }
            result.type = isSometimesNothing ? types.first?.optional : types.first
            if let main { note(main.reading, as: .limitsInWords) }
            result.description = main?.description
            (result.limits, result.rules) = (main?.limits ?? [], main?.rules ?? [])
            result.examples = main?.examples ?? API.Examples()
            result.isJSONText =
                main?.schema != nil && types.first?.optional == .nullable(.scalar(.string))
            return result
        }
        for answer in answers { note(answer.reading, as: .limitsInWords) }
        result.choice = API.ResultChoice(
            name: lowering.bodies.choiceName(of: name, word: "result", at: place.range),
            cases: cases(of: answers.filter { !$0.isStream }, at: place.range))
        return result
    }

    private func answers(
        of successes: [OpenAPI.Response],
        to operation: OpenAPI.Operation,
        named name: API.Name,
    ) -> [AnswerBody] {
        var hasContent = false
        return successes.flatMap { response in
            let word = hasContent ? "\(response.status.word) response" : "response"
            let answers = lower(response, of: operation, words: API.NameWords(name, word))
            hasContent = hasContent || answers.contains { $0.type != nil }
            return answers
        }
    }

    /// The successful responses: 2xx, or redirects if there is no 2xx. `default` is a success if there are no 1xx, 2xx
    /// and 3xx responses.
    func successes(of operation: OpenAPI.Operation) -> [OpenAPI.Response] {
        let responses = operation.responses
        for hundred in [2, 3] {
            let listed = responses.filter { $0.status.hundred == hundred }
            if !listed.isEmpty { return listed }
        }
        let hasOtherOutcome = responses.contains { $0.status.hundred == 1 }
        return hasOtherOutcome ? [] : responses.filter { $0.status == .other }
    }

    /// The body of a success response, or one of several that are distinguished by media type.
    private struct AnswerBody {
        let status: OpenAPI.Response.Status
        /// The name among bodies of the same status; `nil` if there is only one.
        var word: String?
        var type: API.TypeReference?
        /// The schema of the type, if it has one.
        var schema: OpenAPI.Schema.ID?
        /// Whether the response is only a stream.
        var isStream = false
        var accept: [String] = []
        /// The media types that distinguish the body from others of the same status; empty for the fallback.
        var mediaTypes: [String] = []
        let description: Prose?
        var limits: [API.Limit] = []
        var rules: [API.Rule] = []
        var examples = API.Examples()
        var reading = SchemaReading()

        /// How permissive decoding is, regardless of the content type.
        var breadth: Int {
            if accept.contains("*/*") { return 4 }
            switch word {
            case "bytes": return 3
            case "text": return 2
            default: return accept.contains("application/json") ? 1 : 0
            }
        }
    }

    private func lower(
        _ response: OpenAPI.Response,
        of operation: OpenAPI.Operation,
        words: API.NameWords,
    ) -> [AnswerBody] {
        let isBodiless = [204, 205, 304].contains { response.status == .code($0) }
        if isBodiless, let content = response.content.first {
            report(.contentOfBodilessStatus(content, status: response.status.word))
        }
        // The content of HEAD describes the body of GET (RFC 9110, section 9.3.2).
        let hasBody = !isBodiless && operation.method != "head"
        let values = response.content.filter { lowering.streams.format(of: $0) == nil }
        var nothing = AnswerBody(status: response.status, description: response.description)
        nothing.isStream = values.isEmpty && !response.content.isEmpty
        let groups: [[OpenAPI.MediaType]] = hasBody ? readable(values) : []
        var answers = groups.enumerated().map { index, group in
            for mediaType in group { note(mediaType, as: lowering.bodies.kind(of: mediaType)) }
            let own = index == 0 ? words : words.after(lowering.bodies.contentWord(of: group[0]))
            var answer = nothing
            answer.word = self.word(for: group, among: groups)
            let resolved = self.resolved(group[0], hint: NameHint(words: own, parent: nil))
            answer.type = resolved.isNullable ? resolved.type.optional : resolved.type
            (answer.limits, answer.rules) = (resolved.limits, resolved.rules)
            answer.examples = resolved.examples
            answer.schema = lowering.bodies.kind(of: group[0]) == .json ? group[0].schema : nil
            answer.reading = resolved.reading
            note(resolved.reading, as: .null)
            for other in group.dropFirst() where answer.schema != nil {
                note(repeated: other.schema, as: .null)
            }
            answer.accept = group.map(\.name.value)
            return answer
        }
        answers = withoutRepeatedTypes(answers)
        return answers.isEmpty ? [nothing] : toldApart(answers)
    }

    /// The name of a body among others: its kind, or the subtype of JSON other than `application/json` if there are
    /// several.
    private func word(for group: [OpenAPI.MediaType], among groups: [[OpenAPI.MediaType]]) -> String {
        let isPlain = group.contains { ["application/json", "*/*"].contains($0.plainName) }
        let hasOthers = groups.filter { lowering.bodies.kind(of: $0[0]) == .json }.count > 1
        guard lowering.bodies.kind(of: group[0]) == .json, hasOthers, !isPlain else {
            return lowering.bodies.contentWord(of: group[0])
        }
        return group[0].plainName.split(separator: "/").last.map { String($0) } ?? "json"
    }

    /// Merges bodies of the same Swift type, whatever their media types are.
    private func withoutRepeatedTypes(_ answers: [AnswerBody]) -> [AnswerBody] {
        answers.reduce(into: []) { distinct, answer in
            if let known = distinct.firstIndex(where: { $0.type == answer.type }) {
                distinct[known].accept += answer.accept
            } else {
                distinct.append(answer)
            }
        }
    }

    /// Assigns the media types that distinguish the bodies. The fallback is `*/*`, or else bytes, or text.
    private func toldApart(_ answers: [AnswerBody]) -> [AnswerBody] {
        guard answers.count > 1 else {
            return answers.map { answer in
                var answer = answer
                answer.word = nil
                return answer
            }
        }
        let ranks = answers.map(\.breadth)
        let rest = ranks.firstIndex(of: ranks.max() ?? 0)
        return answers.enumerated().map { index, answer in
            var answer = answer
            let names = answer.accept.map { String($0.prefix { $0 != ";" }).lowercased() }.withoutDuplicates
            answer.mediaTypes = index == rest ? [] : answer.word == "text" ? ["text/*"] : names
            return answer
        }
    }

    /// The cases of an enum, by status and, if a status has several bodies, by media type.
    private func cases(of answers: [AnswerBody], at range: SourceRange) -> [API.ResultChoice.Case] {
        let isOneStatus = Set(answers.map(\.status)).count == 1
        let scope = builder.scope(of: .results)
        return answers.map { answer in
            let status = answer.status.caseName
            let word = answer.word.map { isOneStatus ? $0 : "\(status) \($0)" } ?? status
            return API.ResultChoice.Case(
                name: name(.result, API.NameWords(word), in: scope, at: range),
                status: answer.status.lowered, type: answer.type,
                mediaTypes: answer.mediaTypes, accept: answer.accept, sharesStatus: answer.word != nil,
                description: answer.description, limits: answer.limits, rules: answer.rules,
                examples: answer.examples)
        }
    }

    /// The media types to accept, grouped by the value that they represent: all JSON of one schema, all text and all
    /// bytes. Other representations of the same value are omitted, which is reported for text.
    private func readable(_ content: [OpenAPI.MediaType]) -> [[OpenAPI.MediaType]] {
        let json = content.filter { lowering.bodies.kind(of: $0) == .json }
        var groups: [[OpenAPI.MediaType]] = []
        for mediaType in json + content.filter({ lowering.bodies.kind(of: $0) != .json }) {
            let kind = lowering.bodies.kind(of: mediaType)
            if kind == .xml, !json.isEmpty { continue }
            if let known = groups.firstIndex(where: { brings(mediaType, as: $0[0]) }) {
                groups[known].append(mediaType)
            } else if let other = groups.first(where: { isSameSchema($0[0], mediaType) }) {
                // YAML represents the same value, like XML.
                if mediaType.plainName.hasPrefix("text/"), kind == .text {
                    report(.unreadMediaType(mediaType, instead: other[0].name.value))
                }
            } else if let other = groups.first(where: { $0.contains { $0.plainName == mediaType.plainName } })
            {
                report(.unreadMediaType(mediaType, instead: other[0].name.value))
            } else {
                groups.append([mediaType])
            }
        }
        return groups
    }

    /// Whether two media types represent the same: JSON of one schema, or both text, or both bytes.
    private func brings(_ mediaType: OpenAPI.MediaType, as other: OpenAPI.MediaType) -> Bool {
        guard lowering.bodies.kind(of: mediaType) == .json || lowering.bodies.kind(of: other) == .json else {
            return isText(mediaType) == isText(other)
        }
        let areBothOpen = mediaType.schema == nil && other.schema == nil
        return lowering.bodies.kind(of: mediaType) == lowering.bodies.kind(of: other)
            && (areBothOpen || isSameSchema(mediaType, other))
    }

    private func isSameSchema(_ first: OpenAPI.MediaType, _ second: OpenAPI.MediaType) -> Bool {
        guard let one = first.schema, let other = second.schema else { return false }
        return graph.end(of: one) == graph.end(of: other)
    }

    private func isText(_ mediaType: OpenAPI.MediaType) -> Bool {
        lowering.bodies.kind(of: mediaType) == .text
    }

    private func resolved(_ mediaType: OpenAPI.MediaType, hint: NameHint) -> ResolvedSchema {
        switch lowering.bodies.kind(of: mediaType) {
        case .json:
            return mediaType.schema.map { lowering.types.resolve($0, hint: hint) }
                ?? ResolvedSchema(type: .scalar(.json))
        case .text: return ResolvedSchema(type: .scalar(.string))
        case .sequence:
            report(.sequenceAsBytes(mediaType))
            return ResolvedSchema(type: .scalar(.data))
        case .form, .multipart, .xml, .bytes: return ResolvedSchema(type: .scalar(.data))
        }
    }
}

// MARK: - Failures

extension ResultLowering {
    /// The error bodies that are JSON; others are available as bytes.
    func lowerFailures(of operation: OpenAPI.Operation, _ name: API.Name) -> [API.Failure] {
        let successes = successes(of: operation).map(\.status)
        let failures = operation.responses.filter { $0.status == .other || !successes.contains($0.status) }
        return failures.compactMap { response in
            let json = response.content.first { lowering.bodies.kind(of: $0) == .json }
            for mediaType in response.content { note(mediaType.node, as: .opaque) }
            guard let schema = json?.schema else { return nil }
            let words = API.NameWords(name, "\(response.status.word) error")
            note(json?.node, as: .typed)
            let resolved = lowering.types.resolve(schema, hint: NameHint(words: words, parent: nil))
            note(resolved.reading, as: .plainText)
            return API.Failure(status: response.status.lowered, type: resolved.type)
        }
    }
}

extension OpenAPI.Response {
    var isRedirect: Bool { status.hundred == 3 }
}

extension OpenAPI.Response.Status {
    /// The first digit; `nil` for `default`.
    fileprivate var hundred: Int? {
        switch self {
        case .code(let code): code / 100
        case .range(let hundred): hundred
        case .other: nil
        }
    }

    var lowered: API.Failure.Status {
        switch self {
        case .code(let code): .code(code)
        case .range(let hundred): .range(hundred)
        case .other: .other
        }
    }

    /// The name of the status in RFC 9110, sections 15.3 and 15.4.
    fileprivate var caseName: String {
        switch self {
        case .code(let code): Self.names[code] ?? "status\(code)"
        case .range(let hundred): hundred == 3 ? "redirection" : "success"
        case .other: "other"
        }
    }

    private static let names = [
        200: "ok", 201: "created", 202: "accepted", 203: "nonAuthoritative", 204: "noContent",
        205: "resetContent", 206: "partialContent", 207: "multiStatus", 300: "multipleChoices",
        301: "movedPermanently", 302: "found", 303: "seeOther", 304: "notModified",
        307: "temporaryRedirect", 308: "permanentRedirect",
    ]
}

extension API.TypeReference {
    var optional: API.TypeReference {
        if case .nullable = self { self } else { .nullable(self) }
    }
}
