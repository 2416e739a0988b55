/// How a client with a secret authenticates to the authorization server (RFC 6749, section 2.3.1).
public enum ClientAuthentication: Hashable, Sendable {
    /// Basic authentication with the form-encoded ID and secret, as the standard requires (`client_secret_basic` of
    /// RFC 7591, section 2).
    ///
    /// Some services do not decode them. If the encoding changes the ID or the secret, and the service answers 401, the
    /// request is repeated once with ``unencodedBasic``, and later requests use what worked.
    case basic
    /// Basic authentication with the ID and the secret as they are, for services that do not decode them. The ID must
    /// not contain a colon (RFC 7617, section 2).
    case unencodedBasic
    /// The parameters `client_id` and `client_secret` of the body, for services without Basic authentication
    /// (`client_secret_post` of RFC 7591, section 2).
    case post
}
