@_spi(Generated) import APIRuntime
import Foundation

/// A form that a client sends to an endpoint, with its authentication (RFC 6749, section 2.3.1).
struct ClientForm: Sendable {
    let endpoint: EndpointKind
    /// The fields, in order.
    var fields: [(name: String, value: String)]
    /// The values that are redacted in errors.
    private(set) var secrets: [String]
    private var client: RegisteredClient

    init(to endpoint: EndpointKind, from client: RegisteredClient, _ fields: [(String, String)] = []) {
        self.endpoint = endpoint
        self.client = client
        self.fields = fields + client.fields
        secrets = client.secrets
    }

    mutating func addSecret(_ name: String, _ value: String) {
        fields.append((name, value))
        secrets.append(value)
    }

    /// Adds the requested scopes (section 3.3), if any.
    mutating func add(scopes: [String]) {
        if !scopes.isEmpty { fields.append(("scope", scopes.joined(separator: " "))) }
    }

    /// Sends the form.
    ///
    /// - Returns: The response, and the client with the authentication that the service accepted.
    /// - Throws: `AuthorizationError` if the service refuses, and `TransportError` if there is no response.
    func send<Response: Decodable>(
        to url: String, with configuration: ClientConfiguration,
    ) async throws -> (response: Response, client: RegisteredClient) {
        let (origin, path) = Self.parts(of: url)
        do throws(APIError) {
            return (try await api(origin, configuration).send(request(path)), client)
        } catch {
            guard error.status == .unauthorized, let client = client.withoutEncoding else {
                throw error.ofRequest(to: endpoint, hiding: secrets)
            }
            return try await authenticated(as: client).send(to: url, with: configuration)
        }
    }

    private func authenticated(as client: RegisteredClient) -> ClientForm {
        var form = self
        form.client = client
        form.secrets += client.secrets
        return form
    }

    /// The origin of a URL, and its path with the query, if any (section 3.2).
    private static func parts(of url: String) -> (origin: String, path: String) {
        let start = url.firstRange(of: "://")?.upperBound ?? url.startIndex
        let path = url[start...].firstIndex(of: "/") ?? url.endIndex
        return (String(url[..<path]), path == url.endIndex ? "/" : String(url[path...]))
    }

    private func request(_ path: String) -> Request {
        var request = Request(.post, path, operation: endpoint.operation)
        let form = Data(PercentEncoding.form(fields).utf8)
        request.body(form, contentType: "application/x-www-form-urlencoded")
        request.secrets += secrets
        return request
    }

    private func api(_ origin: String, _ configuration: ClientConfiguration) -> APIClient {
        var api = APIClient(baseURL: BaseURL(origin), configuration: configuration)
        // Headers for all operations are meant for the service, not for its authorization server.
        api.options.headers = HTTPFields()
        // The call that needs the token retries, and requests the token again.
        api.options.retries = .never
        api.options.idempotencyKey = nil
        if let login = client.login {
            api.credentials["client"] = .basic(username: login.username, password: login.password)
            api.security = [["client"]]
        }
        return api
    }
}
