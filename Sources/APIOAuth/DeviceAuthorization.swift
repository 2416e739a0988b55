public import APIRuntime
public import Foundation

/// Authorization of a device without a browser, such as a television or a command line: the user approves it on another
/// device (RFC 8628).
///
///     let device = try await DeviceAuthorization.request(
///         clientID: id, endpoints: PetsClient.oauthEndpoints, server: server)
///     print("Open \(device.verificationURI) and enter \(device.userCode)")
///     let client = PetsClient(oauth: try await device.waitForApproval(), server: server)
///
/// The description and the mirror show no secrets.
public struct DeviceAuthorization: Sendable {
    /// The code that the user enters (section 3.2, `user_code`).
    public let userCode: String
    /// Where the user enters the code, on any device (`verification_uri`).
    public let verificationURI: URL
    /// The verification URI with the user code, for a QR code or a link; `nil` if the service has none
    /// (`verification_uri_complete`).
    public let verificationURIComplete: URL?
    /// When the codes expire, by `ClientConfiguration.now` (`expires_in`).
    public let expiryDate: Date
    /// The minimum time between two token requests: 5 seconds unless the service says otherwise, and at least one
    /// (`interval`).
    public let interval: Duration

    let deviceCode: String
    let client: RegisteredClient
    let endpoint: TokenEndpoint

    init(
        _ response: DeviceAuthorizationResponse, at date: Date, of client: RegisteredClient,
        polling endpoint: TokenEndpoint,
    ) {
        userCode = response.userCode
        verificationURI = response.verificationURI
        verificationURIComplete = response.verificationURIComplete
        expiryDate = date + response.expiresIn
        interval = response.interval
        deviceCode = response.deviceCode
        self.client = client
        self.endpoint = endpoint
    }
}

extension DeviceAuthorization {
    /// Requests codes from the device authorization endpoint of a generated client (section 3.1).
    ///
    /// - Parameters:
    ///   - clientID: The client ID that the service assigned.
    ///   - clientSecret: The secret of the client, or `nil` for a public client (RFC 6749, section 2.1).
    ///   - authentication: How the ID and the secret are sent (RFC 6749, section 2.3.1).
    ///   - scopes: The requested scopes; if empty, the service decides.
    ///   - endpoints: The `oauthEndpoints` of the client.
    ///   - server: The server of the client, whose variables the URLs may contain.
    ///   - configuration: The transport and the clock.
    /// - Throws: `AuthorizationError` if the service refuses, or with the reason `misconfigured` if the document declares
    ///   no device authorization URL, or the server has no value for one of its variables, and those of discovery; `TransportError` if there
    ///   is no response, and `CancellationError`.
    public static func request<Client>(
        clientID: String, clientSecret: String? = nil, authentication: ClientAuthentication = .basic,
        scopes: [String] = [], endpoints: OAuthEndpoints, server: APIServer<Client>,
        configuration: ClientConfiguration = ClientConfiguration(),
    ) async throws -> DeviceAuthorization {
        let client = RegisteredClient(
            id: clientID, secret: clientSecret, authentication: authentication, tokenURL: nil)
        let endpoint = TokenEndpoint(endpoints, configuration: configuration) {
            BaseURL.fill($0, with: server.baseURL.variables)
        }
        return try await request(by: client, scopes: scopes, to: endpoint)
    }

    /// Requests codes (section 3.1).
    ///
    /// - Parameters:
    ///   - clientID: The client ID that the service assigned.
    ///   - clientSecret: The secret of the client, or `nil` for a public client (RFC 6749, section 2.1).
    ///   - authentication: How the ID and the secret are sent (RFC 6749, section 2.3.1).
    ///   - scopes: The requested scopes; if empty, the service decides.
    ///   - deviceAuthorizationURL: The device authorization endpoint.
    ///   - tokenURL: The token endpoint (RFC 6749, section 3.2).
    ///   - configuration: The transport and the clock.
    /// - Throws: `AuthorizationError` if the service refuses, or with the reason `misconfigured` if a URL is unusable;
    ///   `TransportError` if there is no response, and `CancellationError`.
    public static func request(
        clientID: String, clientSecret: String? = nil, authentication: ClientAuthentication = .basic,
        scopes: [String] = [], deviceAuthorizationURL: String, tokenURL: String,
        configuration: ClientConfiguration = ClientConfiguration(),
    ) async throws -> DeviceAuthorization {
        let client = RegisteredClient(
            id: clientID, secret: clientSecret, authentication: authentication, tokenURL: tokenURL)
        let endpoint = TokenEndpoint(
            OAuthEndpoints(deviceAuthorization: deviceAuthorizationURL), configuration: configuration)
        return try await request(by: client, scopes: scopes, to: endpoint)
    }

    private static func request(
        by client: RegisteredClient, scopes: [String], to endpoint: TokenEndpoint,
    ) async throws -> DeviceAuthorization {
        var form = ClientForm(to: .deviceAuthorization, from: client)
        form.add(scopes: scopes)
        do {
            let url = try await endpoint.deviceAuthorizationURL()
            let date = endpoint.configuration.now()
            let (response, client): (DeviceAuthorizationResponse, _) = try await form.send(
                to: url, with: endpoint.configuration)
            return DeviceAuthorization(response, at: date, of: client, polling: endpoint)
        } catch {
            try Task.checkCancellation()
            throw error
        }
    }
}

extension DeviceAuthorization: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "DeviceAuthorization(redacted)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
