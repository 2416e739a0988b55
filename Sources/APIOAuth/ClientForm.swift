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
        let endpointURL = EndpointURL(url)
        do throws(APIError) {
            let api = api(endpointURL, configuration)
            return (try await api.send(request(endpointURL.path)), client)
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

    private func request(_ path: String) -> Request {
        var request = Request(.post, path, operation: endpoint.operation)
        let form = Data(PercentEncoding.form(fields).utf8)
        request.body(form, contentType: "application/x-www-form-urlencoded")
        request.secrets += secrets
        return request
    }

    private func api(_ url: EndpointURL, _ configuration: ClientConfiguration) -> APIClient {
        var api = url.api(configuration)
        if let login = client.login {
            api.credentials["client"] = .basic(username: login.username, password: login.password)
            api.security = [["client"]]
        }
        return api
    }
}
