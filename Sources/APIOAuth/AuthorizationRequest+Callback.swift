public import APIRuntime
public import Foundation

extension AuthorizationRequest {
    /// Extracts the authorization code from the redirect (RFC 6749, section 4.1.2).
    ///
    /// - Parameter callback: The redirect URI with the query that the service appended.
    /// - Throws: `AuthorizationError` with the error code of the service, such as `accessDenied` (section
    ///   4.1.2.1), or `invalidResponse` if the state differs or there is no code.
    public func code(from callback: URL) throws(AuthorizationError) -> AuthorizationCode {
        let fields = Self.fields(of: callback)
        guard fields["state"] == state else {
            throw AuthorizationError(
                .invalidResponse,
                message: "the callback is not the answer to this request: it has another state")
        }
        if let error = fields["error"] {
            throw AuthorizationError(
                code: error, description: fields["error_description"], hiding: [state, verifier])
        }
        guard let code = fields["code"], !code.isEmpty else {
            throw AuthorizationError(.invalidResponse, message: "the callback holds neither code nor error")
        }
        return AuthorizationCode(code, redirectURI: redirectURI, clientID: clientID, verifier: verifier)
    }

    /// The query of a URL, decoded as a form.
    private static func fields(of url: URL) -> [String: String] {
        let query = URLComponents(url: url, resolvingAgainstBaseURL: false)?.percentEncodedQuery ?? ""
        let fields = query.split(separator: "&").map { field in
            let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { $0.replacing("+", with: " ").removingPercentEncoding ?? "" }
            return (parts[0], parts.count > 1 ? parts[1] : "")
        }
        return Dictionary(fields) { first, _ in first }
    }
}
