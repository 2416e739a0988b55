import APIRuntime
import Foundation

extension RecordedExchanges.Exchange {
    init(_ request: TransportRequest, _ response: TransportResponse) {
        let redaction = Redaction(secrets: request.secrets)
        operation = request.operation
        self.request = RecordedExchanges.RequestKey(request)
        status = response.head.status.code
        headers = response.head.headerFields.map { RecordedExchanges.Header($0, redaction) }
        let type = response.head.headerFields[.contentType] ?? ""
        text = String(utf8: response.body).map { redaction.recorded($0, type: type) }
        bytes = text == nil ? response.body : nil
    }

    /// The response that was recorded.
    var response: TransportResponse {
        var fields = HTTPFields()
        for header in headers {
            guard let name = HTTPField.Name(header.name) else { continue }
            fields.append(HTTPField(name: name, value: header.value))
        }
        let body = text.map { Data($0.utf8) } ?? bytes ?? Data()
        return TransportResponse(
            head: HTTPResponse(status: HTTPResponse.Status(code: status), headerFields: fields), body: body)
    }
}

extension RecordedExchanges.Header {
    private static let secretNames = ["authorization", "cookie", "proxy-authorization", "set-cookie"]

    fileprivate init(_ field: HTTPField, _ redaction: Redaction) {
        name = field.name.rawName
        let isSecret =
            Self.secretNames.contains(field.name.canonicalName)
            || Redaction.isSecret(name: field.name.rawName)
        value = isSecret ? "[redacted]" : redaction.redacted(field.value)
    }
}

extension RecordedExchanges.RequestKey {
    init(_ request: TransportRequest) {
        let redaction = Redaction(secrets: request.secrets)
        method = request.head.method.rawValue
        path = redaction.redacted(request.path)
        query = redaction.redacted(request.query ?? "")
        bodyHash = request.body.map { body in
            let text = String(utf8: body).map { Data(redaction.redacted($0).utf8) }
            return Self.hash(text ?? body)
        }
    }

    /// FNV-1a.
    private static func hash(_ bytes: Data) -> String {
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}

extension Redaction {
    /// The text of a body. Names of members are heeded where a redacted value leaves the syntax intact.
    fileprivate func recorded(_ text: String, type: String) -> String {
        if let json = redacted(json: Data(text.utf8)) { return String(decoding: json, as: UTF8.self) }
        return type.hasPrefix("application/x-www-form-urlencoded") ? redacted(text) : withoutKnownValues(text)
    }
}
