import APIRuntime
import Foundation

/// The body of an error response (RFC 6749, section 5.2).
private struct ErrorResponse: Decodable, Sendable {
    let error: String
    let description: String?

    private enum CodingKeys: String, CodingKey {
        case error
        case description = "error_description"
    }
}

extension APIError {
    /// The error for the calls that needed a token whose request failed.
    func ofTokenRequest(hiding secrets: [String]) -> any Error {
        switch self {
        case .status(let failure):
            AuthorizationError(failure, hiding: secrets)
        case .undecodable(let answer):
            AuthorizationError(
                .invalidResponse,
                message: "the answer to the token request does not fit RFC 6749 (at \(answer.path)):"
                    + " expected \(answer.expected)")
        case .invalidRequest(let invalid):
            AuthorizationError(
                .misconfigured,
                message: "the token URL cannot be used: "
                    + invalid.violations.map(\.message).joined(separator: "; "))
        case .transport(let failure):
            TransportError(failure.reason, message: "the token request failed: \(failure.message)")
        case .cancelled:
            TransportError(.interrupted, message: "the token request was cancelled")
        case .unauthorized(let failure):
            AuthorizationError(
                failure.reason, message: failure.message, retryAfter: failure.retryAfter)
        }
    }
}

extension AuthorizationError {
    /// Creates an error from the error response of either endpoint (RFC 6749, sections 4.1.2.1 and 5.2).
    init(
        code: String, description: String?, passing: Reason? = nil, retryAfter: RetryAfter? = nil,
        hiding secrets: [String],
    ) {
        let redaction = Redaction(secrets: secrets)
        let said = [code, description].compactMap(\.self)
            .map { redaction.cleaned($0).split(whereSeparator: \.isNewline).joined(separator: " ") }
            .map { $0.prefix(200).trimmingCharacters(in: CharacterSet(charactersIn: ". ")) }
        self.init(
            passing ?? Reason(rawValue: said.first ?? ""),
            message: "the service answered \(said.filter { !$0.isEmpty }.joined(separator: ": "))",
            retryAfter: retryAfter)
    }

    fileprivate init(_ failure: StatusFailure, hiding secrets: [String]) {
        let status = failure.status
        let passing: Reason? =
            status.kind == .serverError
            ? .serverError : [408, 429].contains(status.code) ? .temporarilyUnavailable : nil
        if let body = failure.body(as: ErrorResponse.self) {
            self.init(
                code: body.error, description: body.description, passing: passing,
                retryAfter: failure.retryAfter, hiding: secrets)
            return
        }
        let request = failure.requestID.map { " (request \($0))" } ?? ""
        self.init(
            passing ?? .invalidResponse,
            message: "the token request was answered with \(status.code)\(request)",
            retryAfter: failure.retryAfter)
    }
}
