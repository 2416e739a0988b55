public import Foundation

/// A request as a value, built by one statement for each parameter.
///
///     var request = Request(.get, "/pets/{petId}", operation: "getPet")
///     request.path("petId", petID)
///     request.query("limit", limit, .minimum(1), .maximum(100))
///
/// Building a request never throws. Violations are collected, and ``APIClient`` reports all of them before anything is
/// sent. The description and the mirror of a request show neither values nor bodies.
@_spi(Generated) public struct Request: Sendable {
    /// The HTTP method.
    public let method: HTTPRequest.Method
    /// The path template of the document, with parameter names in braces.
    public let template: String
    /// The `operationId` in the document; it names the request in errors.
    public let operation: String
    /// The security requirements of the operation, or `nil` for ``APIClient/security``.
    public var security: [[String]]?
    /// The `Accept` header. With `nil`, JSON is accepted if the result is decoded, and no header is sent otherwise.
    public internal(set) var accept: String?
    /// The server of this operation (OpenAPI 3.1, section 4.8.10, `servers`), with the defaults of its variables; `nil`
    /// for the client's server. A URL that begins with a slash is relative to the origin of the client's server. See
    /// ``APIClient/documentServers`` for when it is used.
    public var server: BaseURL?
    /// The number of fractional digits of seconds in dates, 3, 6 or 9; the last one is rounded. With `nil`, the fewest
    /// of these that preserve the date.
    public let dateDecimals: Int?

    /// The percent-encoded items of the query, in the order in which they were added.
    public internal(set) var queryItems: [String] = []
    /// The headers set by parameters.
    public internal(set) var headers = HTTPFields()
    /// The body in memory; `nil` if there is none, if it is read while it is sent, or if it is multipart, which is
    /// encoded when it is sent.
    public var body: Data? { content.content as? Data }

    var pathValues: [String: String] = [:]
    var cookies: [String] = []
    var content = RequestBody()
    var rules = ParameterRules()
    var statuses = DeclaredStatuses()
    /// The values that are redacted in errors.
    package var secrets: [String] = []
    var violations = RequestViolations()

    /// Creates a request.
    ///
    /// - Parameters:
    ///   - method: The HTTP method.
    ///   - template: The path template relative to the base URL, such as `/pets/{petId}`.
    ///   - operation: The `operationId` in the document.
    ///   - dateDecimals: See ``dateDecimals``.
    public init(
        _ method: HTTPRequest.Method, _ template: String, operation: String, dateDecimals: Int? = nil,
    ) {
        self.method = method
        self.template = template
        self.operation = operation
        self.dateDecimals = dateDecimals
    }

    /// Creates a request with a method that `HTTPRequest.Method` does not define, such as `QUERY`.
    ///
    /// Violations: a method that is not a token (RFC 9110, section 9.1).
    public init(_ method: String, _ template: String, operation: String, dateDecimals: Int? = nil) {
        let known = HTTPRequest.Method(method)
        self.init(known ?? .get, template, operation: operation, dateDecimals: dateDecimals)
        if known == nil { violations.append(.encoding("method", reason: "is no name of an HTTP method")) }
    }
}

@_spi(Generated) extension Request: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(operation): \(method.rawValue) \(template)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror {
        Mirror(self, children: ["operation": operation, "method": method.rawValue, "template": template])
    }
}
