/// A value of a request or a response, by its place (OpenAPI 3.1, section 4.8.20.3), as far as methods use it.
enum RuntimeExpression: Sendable {
    /// The body of the response, or a value in it: the tokens of a JSON pointer (RFC 6901).
    case responseBody([String])
    /// A parameter of the request.
    case requestParameter
    /// A header, the body of the request, the URL, the method, the status, a text that contains expressions, or a
    /// constant.
    case other

    init(_ text: String) {
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let pointer = parts.dropFirst().first
        if parts[0] == "$response.body", pointer?.hasPrefix("/") ?? true {
            // Splits Unicode scalars, since a token may begin with a combining mark that would attach to the `/`.
            let tokens = pointer?.unicodeScalars.split(
                separator: "/", omittingEmptySubsequences: false)
            self = .responseBody((tokens ?? []).dropFirst().map { String($0).pointerToken })
        } else {
            let isParameter = ["path", "query", "header"].contains { text.hasPrefix("$request.\($0).") }
            self = isParameter ? .requestParameter : .other
        }
    }
}
