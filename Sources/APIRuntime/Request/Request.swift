public import Foundation

/// A request as a value, built by one statement for each parameter.
///
///     var request = Request(.get, "/pets/{petId}", operation: "getPet")
///     request.path("petId", petID)
///     request.query("limit", limit, .minimum(1), .maximum(100))
///
/// Building never throws. Whatever is wrong is kept, and ``APIClient`` reports all of it together before
/// anything is sent. Describing or dumping a request shows neither values nor bodies.
@_spi(Generated) public struct Request: Sendable {
    /// The HTTP method.
    public let method: HTTPRequest.Method
    /// The path as in the document, with the names of its parameters in braces.
    public let template: String
    /// The `operationId` in the document; it names the request in errors.
    public let operation: String
    /// The alternatives of schemes that allow the request, or `nil` for those of the client. See
    /// ``APIClient/security``.
    public var security: [[String]]?
    /// The media types that the caller can read. Without it, a call for a decodable value asks for JSON and
    /// any other call for nothing.
    public internal(set) var accept: String?
    /// The server of this operation alone (OpenAPI 3.1, section 4.8.10, `servers`), with the defaults of its
    /// variables; `nil` for that of the client. A URL that begins with a slash is on the host of the client's.
    /// See ``APIClient/documentServers`` for when it is used.
    public var server: BaseURL?
    /// How many decimals of a second dates have in parameters and in bodies, the last one rounded: 3, 6 or 9. Without
    /// it, as few of these as give the same date back when they are read.
    public let dateDecimals: Int?

    /// The items of the query as on the wire, in the order of their statements.
    public internal(set) var queryItems: [String] = []
    /// The headers set by parameters.
    public internal(set) var headers = HTTPFields()
    /// The bytes of the body, or `nil` if there is none.
    public var body: Data? { content.bytes }

    /// The header with the key by which the service knows a repeated request again.
    var idempotencyHeader: HTTPField.Name?
    var pathValues: [String: String] = [:]
    var cookies: [String] = []
    var content = RequestBody()
    var rules = ParameterRules()
    var statuses = DeclaredStatuses()
    /// What errors must not show.
    package var secrets: [String] = []
    var violations: [Violation] = []

    /// Starts a request.
    ///
    /// - Parameters:
    ///   - method: The HTTP method.
    ///   - template: The path below the server's, such as `/pets/{petId}`.
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

    /// Starts a request of a method that has no name in Swift, such as `QUERY`.
    ///
    /// Violations: a method that is no token (RFC 9110, section 9.1).
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
