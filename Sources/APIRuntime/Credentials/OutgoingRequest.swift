public import Foundation

/// A request that an ``Authorizer`` completes before it is sent.
public struct OutgoingRequest: Sendable {
    /// The `operationId` in the document.
    public let operation: String
    /// The HTTP method.
    public let method: HTTPRequest.Method
    /// The path as sent: percent-encoded, with the path of the base URL.
    public let path: String
    /// The headers set so far, without cookies. A transport may add its own.
    public private(set) var headers: HTTPFields
    /// The body as sent, or `nil` if there is none. For an authorizer that signs, it is always in memory, as `Data`.
    public internal(set) var content: (any HTTPBody)?
    /// The time of the attempt, by ``ClientConfiguration/now``.
    public let date: Date
    /// The configuration of the client, for authorizers that send requests of their own.
    public let configuration: ClientConfiguration

    private let server: BaseURL
    private let followsRedirects: Bool
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
        content = request.content.content
        followsRedirects = request.statuses.followsRedirects
        queryItems = request.queryItems
        // A header of the caller may hold several cookies (RFC 6265, section 4.2.1).
        cookies = (headers[values: .cookie] + request.cookies).flatMap { field in
            field.split(separator: ";").map { $0.drop { $0 == " " } }.map(String.init)
        }
        self.server = server
        self.path = path
        self.headers = headers
        self.headers[.cookie] = nil
        self.configuration = configuration
        date = configuration.now()
    }

    /// The body if it is in memory; `nil` if there is none, or if it is read while it is sent.
    public var body: Data? { content as? Data }

    /// The percent-encoded query without the question mark; empty if there is none.
    public var query: String { queryItems.joined(separator: "&") }

    /// Sets a value in a location, encoded as that location requires.
    ///
    /// - Parameters:
    ///   - value: The value, without encoding.
    ///   - location: Where the value is set. It replaces a value of the same name, such as a parameter of the
    ///     operation.
    ///   - isSecret: Whether the value is redacted in errors.
    public mutating func set(_ value: String, in location: CredentialLocation, isSecret: Bool = true) {
        if isSecret { redact(value) }
        switch location {
        case .query(let name):
            // An item may hold a whole query, such as that of a path in the document.
            let items = queryItems.flatMap { $0.split(separator: "&", omittingEmptySubsequences: false) }
            queryItems = Self.items(items.map(String.init), setting: name, to: value)
        case .cookie(let name): cookies = Self.items(cookies, setting: name, to: value)
        case .header(let name): setHeader(name, to: value)
        }
    }

    /// Substitutes the variables of the server in a template, such as `https://login.{region}/token`.
    public func filling(_ template: String) -> String { BaseURL.fill(template, with: server.variables) }

    /// Redacts a text in all errors of this call.
    public mutating func redact(_ secret: String) { secrets.append(secret) }

    private mutating func setHeader(_ name: String, to value: String) {
        guard let field = HTTPField.Name(name), !field.isOfConnection else {
            violations.append(.encoding(scheme, reason: "names a header that is not valid"))
            return
        }
        guard value.isSafeInHeader else {
            violations.append(.encoding(scheme, reason: String.unsafeInHeader))
            return
        }
        headers[field] = value
    }

    /// Returns the items with those of a name removed, and a new one appended.
    private static func items(_ items: [String], setting name: String, to value: String) -> [String] {
        let key = PercentEncoding.encode(name)
        return items.filter { $0.prefix { $0 != "=" } != key } + ["\(key)=\(PercentEncoding.encode(value))"]
    }

    func message(timeout: Duration?) -> TransportRequest {
        var head = HTTPRequest(
            method: method, scheme: server.scheme, authority: server.authority,
            path: query.isEmpty ? path : "\(path)?\(query)", headerFields: headers)
        // One field for all cookies (RFC 6265, section 5.4).
        if !cookies.isEmpty {
            head.headerFields.append(HTTPField(name: .cookie, value: cookies.joined(separator: "; ")))
        }
        var message = TransportRequest(operation: operation, head: head, timeout: timeout)
        message.content = content
        message.followsRedirects = followsRedirects
        return message
    }
}

extension OutgoingRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(operation): \(method.rawValue)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror {
        Mirror(self, children: ["operation": operation, "method": method.rawValue])
    }
}

/// The location of a credential in a request, with its name.
public enum CredentialLocation: Hashable, Sendable {
    /// A query item, after those of the operation; percent-encoded.
    case query(String)
    /// A header, without escaping.
    case header(String)
    /// A cookie, after those of the operation; percent-encoded.
    case cookie(String)
}
