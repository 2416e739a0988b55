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
        // Some services send the number as a string. Any other value is ignored.
        let expiresIn: JSONValue? = fields.optional("expires_in")
        let seconds = expiresIn?.double ?? expiresIn?.string.flatMap(Double.init)
        self.expiresIn = seconds.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
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
}
