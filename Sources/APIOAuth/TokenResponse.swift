@_spi(Generated) import APIRuntime
import Foundation

/// A successful token response (RFC 6749, section 5.1).
struct TokenResponse: Decodable {
    let accessToken: String
    let refreshToken: String?
    /// The lifetime of the access token in seconds.
    let expiresIn: Double?

    init(from decoder: any Decoder) throws {
        var fields = try decoder.fields()
        accessToken = try fields.required("access_token")
        refreshToken = fields.optional("refresh_token")
        expiresIn = fields.seconds("expires_in")
        // A client must not use a token whose type it does not understand (section 7.1).
        let type: String? = fields.optional("token_type")
        try fields.end()
        guard !accessToken.isEmpty, (type ?? "bearer").lowercased() == "bearer" else {
            throw decoder.mismatch(expected: "an access token of the type Bearer")
        }
    }
}

/// The result of a token request.
struct GrantedToken {
    let token: AccessToken
    let refreshToken: String?
    /// The client, with the authentication that the service accepted.
    let client: RegisteredClient

    init(_ response: TokenResponse, to client: RegisteredClient, at date: Date) {
        self.client = client
        refreshToken = response.refreshToken
        let expiryDate = response.expiresIn.map { date.addingTimeInterval($0) }
        token = AccessToken(response.accessToken, expiring: expiryDate, at: date)
    }

    /// The token of a user's consent, and its refresh token as the source of the next one.
    func renewed(onNewRefreshToken: @escaping @Sendable (String) async -> Void) async -> RenewedToken {
        guard let refreshToken else { return RenewedToken(token: token, source: nil) }
        await onNewRefreshToken(refreshToken)
        let refresh = RefreshTokenGrant(
            refreshToken: refreshToken, client: client, onNewRefreshToken: onNewRefreshToken)
        return RenewedToken(token: token, refreshToken: refreshToken, source: refresh)
    }
}
