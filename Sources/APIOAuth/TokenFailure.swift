import APIRuntime
import Foundation

/// The body of an error response (RFC 6749, section 5.2).
struct ErrorResponse: Decodable, Sendable {
    let error: String
    let description: String?

    private enum CodingKeys: String, CodingKey {
        case error
        case description = "error_description"
    }
}

extension APIError {
    /// The error for the calls that needed what an endpoint was asked for.
    func ofRequest(to endpoint: EndpointKind, hiding secrets: [String]) -> any Error {
        switch self {
        case .status(let failure):
            AuthorizationError(failure, of: endpoint, hiding: secrets)
        case .undecodable(let answer):
            AuthorizationError(answer, of: endpoint, hiding: secrets)
        case .invalidRequest(let invalid):
            AuthorizationError(
                .misconfigured,
                message: "the \(endpoint.url) cannot be used: "
                    + invalid.violations.map(\.message).joined(separator: "; "))
        case .transport(let failure):
            TransportError(failure.reason, message: "the \(endpoint.request) failed: \(failure.message)")
        case .cancelled:
            TransportError(.interrupted, message: "the \(endpoint.request) was cancelled")
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

    /// Some services refuse with status 200, such as GitHub.
    fileprivate init(_ answer: UndecodableResponse, of endpoint: EndpointKind, hiding secrets: [String]) {
        if let body = try? JSONDecoder().decode(ErrorResponse.self, from: answer.body) {
            self.init(code: body.error, description: body.description, hiding: secrets)
            return
        }
        self.init(
            .invalidResponse,
            message: "the answer to the \(endpoint.request) does not fit \(endpoint.standard)"
                + " (at \(answer.path)): expected \(answer.expected)")
    }

    fileprivate init(_ failure: StatusFailure, of endpoint: EndpointKind, hiding secrets: [String]) {
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
            message: "the \(endpoint.request) was answered with \(status.code)\(request)",
            retryAfter: failure.retryAfter)
    }
}
