import APIRuntime

extension PercentEncoding {
    /// Names and values as `application/x-www-form-urlencoded` (RFC 6749, appendix B), with `%20` for a
    /// space: unlike `+`, every decoder reads it.
    static func form(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\(encode($0.name))=\(encode($0.value))" }.joined(separator: "&")
    }
}
