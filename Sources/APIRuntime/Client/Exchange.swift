import Foundation

/// A request and its answer.
struct Exchange: Sendable {
    let request: Request
    /// The request as it went out, with its credentials.
    let outgoing: OutgoingRequest
    /// The answer; of a stream, its head alone.
    let response: TransportResponse
    /// What follows the head of a stream.
    var rest: TransportStream.Body?
    /// What is read of an answer that differs from the document.
    var reading = AnswerReading.lenient
    /// When the call ends, be its answer decoded or not.
    var deadline = Deadline.none

    /// Whether the status is 2xx, or another one that the operation lists as a success.
    var isSuccess: Bool {
        let status = response.head.status
        return status.kind == .successful || request.statuses.isSuccess(status.code)
    }

    var redaction: Redaction { Redaction(secrets: request.secrets + outgoing.secrets) }

    /// The value of the body.
    func value<Value: Decodable>(_ type: Value.Type = Value.self) throws(APIError) -> Value {
        let isAbsent = response.body.isEmpty && type is any OptionalValue.Type
        if !isAbsent, let body = response.body as? Value { return base64 as? Value ?? body }
        let isString = !isAbsent && "" is Value
        if isString, isText, let text = try text() as? Value { return text }
        do {
            let body = isAbsent ? Data("null".utf8) : response.body
            return try JSONCoding.decode(
                type, from: body, reading: isString ? reading.withoutPlaceholders : reading,
                deadline: deadline,
                report: { report($1, in: $0) })
        } catch {
            // What is too small to be cut off was not, whatever the time is.
            if response.body.count > JSONDocument.nodesBetweenLooks, let end = deadline.end {
                throw APIError(end, operation: request.operation, redaction)
            }
            if isString, let text = try text() as? Value { return text }
            throw undecodable(Mismatch(error, in: response.body, redaction: redaction))
        }
    }

    /// The bytes that a text in JSON stands for, if JSON was asked for, and came.
    private var base64: Data? {
        let isJSON = response.head.headerFields[.contentType].map(MediaType.isJSON) ?? true
        guard request.accept != nil, acceptsJSON, isJSON else { return nil }
        return try? JSONCoding.decode(
            Data.self, from: response.body, reading: reading.withoutPlaceholders,
            report: { report($1, in: $0) })
    }

    /// Tells where an answer differs from the document and was read all the same.
    ///
    /// - Parameter item: The number of the item of a stream, counted from 1.
    func report(_ departures: [Departure], in document: JSONDocument, item: Int? = nil) {
        guard let onDeparture = outgoing.configuration.onDeparture else { return }
        for departure in AnswerDeparture.all(departures, in: document, redaction, of: request.operation, item)
        {
            onDeparture(departure)
        }
    }

    /// The error of an answer that is not what the document says.
    ///
    /// - Parameter item: The bytes of an item of a stream that is not.
    func undecodable(_ mismatch: Mismatch, item: Data? = nil) -> APIError {
        let response = TransportResponse(head: response.head, body: item ?? response.body)
        return .undecodable(
            UndecodableResponse(
                operation: request.operation, response: response, names: headerNames, mismatch: mismatch,
                redaction))
    }

    /// The names of response headers that are the service's own.
    private var headerNames: ClientConfiguration.ResponseHeaders { outgoing.configuration.responseHeaders }

    /// Whether a `String` is the body itself instead of a string in JSON.
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

/// Tells the types that can be absent from those that cannot.
private protocol OptionalValue {}
extension Optional: OptionalValue {}
