extension HTTPFields {
    /// The ID that the service assigned to the request, to be quoted to its support.
    ///
    /// No standard defines the header: the service's own name takes precedence over the common ones.
    package func requestID(by names: ClientConfiguration.ResponseHeaders) -> String? {
        let common = ["X-Request-ID", "Request-ID", "X-Correlation-ID"].map { HTTPField.Name($0) }
        return ([names.requestID] + common).lazy.compactMap(\.self).compactMap { self[$0] }.first
    }
}

extension TransportResponse {
    /// The status, its reason phrase and the request ID, as far as the service sent them.
    func summary(requestID: String?, _ redaction: Redaction) -> String {
        let phrase = redaction.quoted(head.status.reasonPhrase)
        let request = requestID.map { ", request \(redaction.quoted($0))" } ?? ""
        return (phrase.isEmpty ? "\(head.status.code)" : "\(head.status.code) \(phrase)") + request
    }
}
