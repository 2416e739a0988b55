@_spi(Generated) import APIRuntime
import Foundation

/// An access token request (RFC 6749, section 3.2).
struct TokenRequest {
    private var client: RegisteredClient
    /// The form fields, in order.
    var fields: [(name: String, value: String)]
    /// The values that are redacted in errors.
    private var secrets: [String]
    private let renews: Bool

    init(grantType: String, client: RegisteredClient) {
        self.client = client
        renews = grantType == "refresh_token"
        fields = [("grant_type", grantType)] + client.fields
        secrets = client.secrets
    }

    mutating func addSecret(_ name: String, _ value: String) {
        fields.append((name, value))
        secrets.append(value)
    }

    /// Sends the request.
    ///
    /// - Throws: `AuthorizationError` if no token is granted, and `TransportError` if there is no response.
    func send(to endpoint: TokenEndpoint) async throws -> GrantedToken {
        let url = try endpoint.url(for: client, renewing: renews)
        let (origin, path) = Self.parts(of: url)
        // Taken before the request, so that the lifetime of the token is never overestimated.
        let date = endpoint.configuration.now()
        do throws(APIError) {
            let api = api(origin, endpoint.configuration)
            return GrantedToken(try await api.send(request(path)), to: client, at: date)
        } catch {
            guard error.status == .unauthorized, let client = client.withoutEncoding else {
                throw error.ofTokenRequest(hiding: secrets)
            }
            return try await authenticated(as: client).send(to: endpoint)
        }
    }

    private func authenticated(as client: RegisteredClient) -> TokenRequest {
        var request = self
        request.client = client
        request.secrets += client.secrets
        return request
    }

    /// The origin of a URL, and its path with the query, if any (section 3.2).
    private static func parts(of url: String) -> (origin: String, path: String) {
        let start = url.firstRange(of: "://")?.upperBound ?? url.startIndex
        let path = url[start...].firstIndex(of: "/") ?? url.endIndex
        return (String(url[..<path]), path == url.endIndex ? "/" : String(url[path...]))
    }

    private func request(_ path: String) -> Request {
        var request = Request(.post, path, operation: "requestToken")
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
