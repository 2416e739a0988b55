extension HTTPFields {
    /// The name that the service gave the request, to be quoted to its support.
    ///
    /// There is no standard header for it; these are the common ones.
    var requestID: String? {
        let names = [
            "X-Request-ID", "Request-ID", "X-Correlation-ID", "ININ-Correlation-Id", "X-Amzn-RequestId",
        ]
        return names.lazy.compactMap { HTTPField.Name($0) }.compactMap { self[$0] }.first
    }
}

extension TransportResponse {
    /// The status with its phrase, and the name of the request, as far as the service sent them.
    func summary(_ redaction: Redaction) -> String {
        let phrase = redaction.quoted(head.status.reasonPhrase)
        let request = head.headerFields.requestID.map { ", request \(redaction.quoted($0))" } ?? ""
        return (phrase.isEmpty ? "\(head.status.code)" : "\(head.status.code) \(phrase)") + request
    }
}
