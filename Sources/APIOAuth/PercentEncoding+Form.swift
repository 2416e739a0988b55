import APIRuntime

extension PercentEncoding {
    /// Encodes `application/x-www-form-urlencoded` (RFC 6749, appendix B), with `%20` for a space, which unlike `+`
    /// every decoder understands.
    static func form(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\(encode($0.name))=\(encode($0.value))" }.joined(separator: "&")
    }
}
