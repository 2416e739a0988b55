import Foundation

/// A request and its response.
struct Exchange: Sendable {
    let request: Request
    /// The request as sent, with its credentials.
    let outgoing: OutgoingRequest
    /// The response; its body is empty if it is read as a stream.
    let response: TransportResponse
    /// The body that is still to be read; `nil` if ``response`` is complete.
    var rest: TransportStream.Body?
    /// How strictly the response is checked against the document.
    var reading = AnswerReading.lenient
    /// Which constraints of the document the response is checked against.
    var validation: ValidationOptions?
    /// The deadline of the call, which decoding has to meet, too.
    var deadline = Deadline.none

    /// Whether the status is 2xx, or another one that the operation lists as a success.
    var isSuccess: Bool {
        let status = response.head.status
        return status.kind == .successful || request.statuses.isSuccess(status.code)
    }

    var redaction: Redaction { Redaction(secrets: request.secrets + outgoing.secrets) }

    /// Decodes the body.
    ///
    /// - Throws: ``APIError/undecodable(_:)`` if it does not match the type or its charset, and the error of the
    ///   deadline if decoding was cut off.
    func value<Value: Decodable>(_ type: Value.Type = Value.self) throws(APIError) -> Value {
        let isAbsent = response.body.isEmpty && type is any OptionalValue.Type
        // `Value` may be optional data, to which nil can be cast.
        if !isAbsent, response.body is Value, let bytes = (base64 ?? response.body) as? Value { return bytes }
        let isString = !isAbsent && "" is Value
        if isString, isText, let text = try text() as? Value { return text }
        do {
            let body = isAbsent ? Data("null".utf8) : response.body
            return try JSONCoding.decode(
                type, from: body, reading: isString ? reading.withoutPlaceholders : reading,
                deadline: deadline,
                report: { report($1, of: type, in: $0) })
        } catch {
            // Decoding checks the deadline only every so many nodes, so that a smaller body was never cut off.
            if response.body.count > JSONDocument.nodesBetweenLooks, let end = deadline.end {
                throw APIError(end, operation: request.operation, redaction)
            }
            if isString, let text = try text() as? Value { return text }
            throw undecodable(Mismatch(error, in: response.body, redaction: redaction))
        }
    }

    /// The bytes of a Base64 string in JSON, if the request accepts JSON and the response is JSON.
    private var base64: Data? {
        let isJSON = response.head.headerFields[.contentType].map(MediaType.isJSON) ?? true
        guard request.accept != nil, acceptsJSON, isJSON else { return nil }
        return try? JSONCoding.decode(
            Data.self, from: response.body, reading: reading.withoutPlaceholders,
            report: { report($1, of: Data.self, in: $0) })
    }

    /// Reports where a response that was decoded differs from the document.
    ///
    /// - Parameter item: The number of the stream item, counted from 1.
    func report(
        _ departures: [Departure], of type: Any.Type, in document: JSONDocument, item: Int? = nil,
    ) {
        guard let onDeparture = outgoing.configuration.onDeparture else { return }
        let violations = validation.map { options in
            [Limit].ofResponse(type).violations(
                by: EncodedValue(document, at: 0), at: "$", options: options, isRequest: false)
        }
        let all =
            AnswerDeparture.all(departures, in: document, redaction, of: request.operation, item)
            + (violations ?? []).map {
                AnswerDeparture($0, redaction, of: request.operation, item)
            }
        for departure in all { onDeparture(departure) }
    }

    /// The error for a response that does not match the document.
    ///
    /// - Parameter item: The bytes of the stream item that does not match.
    func undecodable(_ mismatch: Mismatch, item: Data? = nil) -> APIError {
        let response = TransportResponse(head: response.head, body: item ?? response.body)
        return .undecodable(
            UndecodableResponse(
                operation: request.operation, response: response, names: headerNames, mismatch: mismatch,
                redaction))
    }

    /// The service's own header names for the request ID and the rate limit.
    private var headerNames: ClientConfiguration.ResponseHeaders { outgoing.configuration.responseHeaders }

    /// Whether a `String` is the text of the body, not a JSON string.
    private var isText: Bool {
        if let contentType = response.head.headerFields[.contentType] {
            return MediaType.isText(contentType) || !acceptsJSON && !MediaType.isJSON(contentType)
        }
        return !acceptsJSON
    }

    private var acceptsJSON: Bool {
        guard let accept = request.accept else { return true }
        return accept.split(separator: ",").contains { MediaType.isJSON(String($0)) }
    }

    private func text() throws(APIError) -> String {
        let charset = Charset(contentType: response.head.headerFields[.contentType])
        if let text = charset.text(response.body) { return text }
        throw undecodable(
            Mismatch(path: "$", expected: "text in \(charset.name)", found: "other bytes", excerpt: ""))
    }

    var statusFailure: APIError {
        let declared = request.statuses.failureType(for: response.head.status.code)
        return .status(
            StatusFailure(
                operation: request.operation, response: response, names: headerNames, declared: declared,
                reading: reading, redaction))
    }
}

/// Marks optional types.
private protocol OptionalValue {}
extension Optional: OptionalValue {}
