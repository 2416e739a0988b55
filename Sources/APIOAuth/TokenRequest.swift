@_spi(Generated) import APIRuntime
import Foundation

/// A request for an access token (RFC 6749, section 3.2).
struct TokenRequest {
    let client: RegisteredClient
    /// The form, in order.
    var fields: [(name: String, value: String)]
    /// What no error may show.
    private var secrets: [String]
    private let renews: Bool

    init(grantType: String, client: RegisteredClient) {
        self.client = client
        renews = grantType == "refresh_token"
        fields = [("grant_type", grantType)]
        if client.secret == nil { fields.append(("client_id", client.id)) }
        secrets = client.secrets
    }

    mutating func addSecret(_ name: String, _ value: String) {
        fields.append((name, value))
        secrets.append(value)
    }

    /// - Throws: `AuthorizationError` if there is no token to be had, `TransportError` if there is no answer.
    func send(to endpoint: TokenEndpoint) async throws -> GrantedToken {
        let url = try endpoint.url(for: client, renewing: renews)
        let (origin, path) = Self.parts(of: url)
        // Counted from before the request, so that no token seems to live longer than it does.
        let date = endpoint.configuration.now()
        do throws(APIError) {
            let api = api(origin, endpoint.configuration)
            return GrantedToken(try await api.send(request(path)), at: date)
        } catch {
            throw error.ofTokenRequest(hiding: secrets)
        }
    }

    /// The origin of a URL, and its path with the query that it may have (section 3.2).
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
        // Headers that go with every call are meant for the service, not for who hands out its tokens.
        api.options.headers = HTTPFields()
        // The call that needs the token repeats the request, and asks for the token again.
        api.options.retries = .never
        api.options.idempotencyKey = nil
        if let login = client.login {
            api.credentials["client"] = .basic(username: login.username, password: login.password)
            api.security = [["client"]]
        }
        return api
    }
}
