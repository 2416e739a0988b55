extension ClientConfiguration {
    /// The service's own header names for the request ID and the rate limit.
    ///
    /// They take precedence over the common names. A string that is not a valid header name is ignored.
    public struct ResponseHeaders: Hashable, Sendable {
        let requestID: HTTPField.Name?
        let limit: HTTPField.Name?
        let remaining: HTTPField.Name?
        let used: HTTPField.Name?
        let reset: HTTPField.Name?

        /// Creates a set of header names. By default, only the common headers are read.
        ///
        /// - Parameters:
        ///   - requestID: The header with the ID that the service gave the request.
        ///   - limit: The header with the number of requests that the caller may send in a time window.
        ///   - remaining: The header with the number of requests left in the window.
        ///   - used: The header with the number of requests sent in the window, read if `remaining` is missing.
        ///   - reset: The header with the start of the next window, as a delay in seconds or a Unix time in seconds.
        public init(
            requestID: String? = nil,
            limit: String? = nil,
            remaining: String? = nil,
            used: String? = nil,
            reset: String? = nil,
        ) {
            self.requestID = requestID.flatMap { HTTPField.Name($0) }
            self.limit = limit.flatMap { HTTPField.Name($0) }
            self.remaining = remaining.flatMap { HTTPField.Name($0) }
            self.used = used.flatMap { HTTPField.Name($0) }
            self.reset = reset.flatMap { HTTPField.Name($0) }
        }
    }
}
