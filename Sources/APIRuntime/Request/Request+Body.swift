public import Foundation

extension Request {
    /// Sets a JSON body; `nil` sends no bytes and no Content-Type.
    ///
    /// The bytes are the same for equal values: members are sorted by name, slashes are not escaped.
    /// Limits that the value's own members break are violations, too.
    public mutating func body<Value: Encodable>(_ value: Value?, _ limits: Limit...) {
        guard let value else { return }
        names.insert("body")
        violations += Limit.violations(of: limits, by: value, at: "body")
        let log = ViolationLog()
        do {
            body = try JSONCoding.encode(value, log: log)
            contentType = "application/json"
        } catch {
            violations.append(.encoding(Self.path(of: error), "cannot be written as JSON"))
        }
        violations += log.all
    }

    /// Sets a body of any content type; `nil` sends no bytes and no Content-Type.
    public mutating func body(_ bytes: Data?, contentType: String) {
        guard let bytes else { return }
        names.insert("body")
        body = bytes
        self.contentType = contentType
    }

    private static func path(of error: any Error) -> String {
        if case EncodingError.invalidValue(_, let context)? = error as? EncodingError {
            JSONPath(context.codingPath).description
        } else {
            "body"
        }
    }
}
