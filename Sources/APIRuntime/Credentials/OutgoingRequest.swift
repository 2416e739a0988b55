public import Foundation

/// A request on its way out: what an ``Authorizer`` sees and completes.
public struct OutgoingRequest: Sendable {
    /// The `operationId` in the document.
    public let operation: String
    /// The HTTP method.
    public let method: HTTPRequest.Method
    /// The path as sent: percent-encoded, with the path of the server in front.
    public let path: String
    /// The headers as far as they are known; a transport may add its own.
    public private(set) var headers: HTTPFields
    /// The bytes of the body as sent, or `nil` if there is none.
    public let body: Data?
    /// The time of the attempt, by the clock of the client.
    public let date: Date
    /// What the client stands on, for an authorizer that must ask another server first.
    public let configuration: ClientConfiguration

    private let server: BaseURL
    private var queryItems: [String]
    private var cookies: [String]
    private(set) var secrets: [String] = []
    private(set) var violations: [Violation] = []
    /// The security scheme that is being applied.
    var scheme = ""

    init(
        _ request: Request, server: BaseURL, path: String, headers: HTTPFields,
        configuration: ClientConfiguration,
    ) {
        operation = request.operation
        method = request.method
        body = request.body
        queryItems = request.queryItems
        cookies = request.cookies
        self.server = server
        self.path = path
        self.headers = headers
        self.configuration = configuration
        date = configuration.now()
    }

    /// The query as sent, without the question mark; empty if there is none.
    public var query: String { queryItems.joined(separator: "&") }

    /// Puts a value where the scheme wants it, encoded as that place asks for.
    ///
    /// - Parameters:
    ///   - value: The value, not encoded.
    ///   - location: Where it goes. A header of that name is replaced.
    ///   - isSecret: Whether the value must be kept out of every error.
    public mutating func set(_ value: String, in location: CredentialLocation, isSecret: Bool = true) {
        if isSecret { redact(value) }
        switch location {
        case .query(let name): queryItems.append(Self.item(name, value))
        case .cookie(let name): cookies.append(Self.item(name, value))
        case .header(let name): setHeader(name, value)
        }
    }

    /// Puts the values of the server's variables into a template, `https://login.{region}/token`.
    public func filling(_ template: String) -> String { BaseURL.fill(template, with: server.variables) }

    /// Keeps a text out of every error of this call.
    public mutating func redact(_ secret: String) { secrets.append(secret) }

    private mutating func setHeader(_ name: String, _ value: String) {
        guard let field = HTTPField.Name(name) else {
            violations.append(.encoding(scheme, "names a header that is not valid"))
            return
        }
        guard value.isSafeInHeader else {
            violations.append(.encoding(scheme, String.unsafeInHeader))
            return
        }
        headers[field] = value
    }

    private static func item(_ name: String, _ value: String) -> String {
        "\(PercentEncoding.encode(name))=\(PercentEncoding.encode(value))"
    }

    func message(timeout: Duration?) -> TransportRequest {
        var head = HTTPRequest(
            method: method, scheme: server.scheme, authority: server.authority,
            path: query.isEmpty ? path : "\(path)?\(query)", headerFields: headers)
        if !cookies.isEmpty { head.headerFields[.cookie] = cookies.joined(separator: "; ") }
        return TransportRequest(operation: operation, head: head, body: body, timeout: timeout)
    }
}

extension OutgoingRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(operation): \(method.rawValue)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror {
        Mirror(self, children: ["operation": operation, "method": method.rawValue])
    }
}

/// Where a credential stands in a request, under which name.
public enum CredentialLocation: Hashable, Sendable {
    /// In an item of the query, after those of the operation; percent-encoded.
    case query(String)
    /// In a header, as it is.
    case header(String)
    /// In a cookie, after those of the operation; percent-encoded.
    case cookie(String)
}
