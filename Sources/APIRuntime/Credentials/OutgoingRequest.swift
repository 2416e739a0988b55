public import Foundation

/// A request on its way out: what an ``Authorizer`` sees and completes.
public struct OutgoingRequest: Sendable {
    /// The `operationId` in the document.
    public let operation: String
    /// The HTTP method.
    public let method: HTTPRequest.Method
    /// The path as sent: percent-encoded, with the path of the server in front.
    public let path: String
    /// The headers as far as they are known, without cookies; a transport may add its own.
    public private(set) var headers: HTTPFields
    /// The bytes of the body as sent, or `nil` if there is none.
    public let body: Data?
    /// The time of the attempt, by the clock of the client.
    public let date: Date
    /// What the client stands on, for an authorizer that must ask another server first.
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
        body = request.body
        followsRedirects = request.statuses.followsRedirects
        queryItems = request.queryItems
        // One text may hold several cookies: a header of the caller (RFC 6265, section 4.2.1).
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

    /// The query as sent, without the question mark; empty if there is none.
    public var query: String { queryItems.joined(separator: "&") }

    /// Puts a value where the scheme wants it, encoded as that place asks for.
    ///
    /// - Parameters:
    ///   - value: The value, not encoded.
    ///   - location: Where it goes. It replaces what has that name there, such as a parameter of the operation.
    ///   - isSecret: Whether the value must be kept out of every error.
    public mutating func set(_ value: String, in location: CredentialLocation, isSecret: Bool = true) {
        if isSecret { redact(value) }
        switch location {
        case .query(let name):
            // One text may hold several items: a whole query, or that of a path of the document.
            let items = queryItems.flatMap { $0.split(separator: "&", omittingEmptySubsequences: false) }
            queryItems = Self.items(items.map(String.init), setting: name, to: value)
        case .cookie(let name): cookies = Self.items(cookies, setting: name, to: value)
        case .header(let name): setHeader(name, to: value)
        }
    }

    /// Puts the values of the server's variables into a template, `https://login.{region}/token`.
    public func filling(_ template: String) -> String { BaseURL.fill(template, with: server.variables) }

    /// Keeps a text out of every error of this call.
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

    /// The items without those of a name, and one of that name at their end.
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
        var message = TransportRequest(operation: operation, head: head, body: body, timeout: timeout)
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

/// Where a credential stands in a request, under which name.
public enum CredentialLocation: Hashable, Sendable {
    /// In an item of the query, after those of the operation; percent-encoded.
    case query(String)
    /// In a header, as it is.
    case header(String)
    /// In a cookie, after those of the operation; percent-encoded.
    case cookie(String)
}
