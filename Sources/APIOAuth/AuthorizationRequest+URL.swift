import APIRuntime
import Foundation

extension AuthorizationRequest {
    /// Returns cryptographically secure random bytes of the system.
    public static func systemRandomBytes(count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    static func url(
        _ endpoint: String, _ fields: [(name: String, value: String)],
    ) throws(AuthorizationError) -> URL {
        let query = PercentEncoding.form(fields)
        let separator = endpoint.contains("?") ? "&" : "?"
        guard !endpoint.contains("{"), !endpoint.contains("#"),
            let url = URL(unchanged: endpoint + separator + query)
        else {
            throw AuthorizationError(
                .misconfigured,
                message: "the authorization URL \(endpoint) cannot be used; give AuthorizationRequest the"
                    + " server of the client, or an authorizationURL of your own")
        }
        return url
    }
}

extension AuthorizationRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "AuthorizationRequest(redacted)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
