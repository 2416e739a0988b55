/// A response header with the type of its value.
///
/// A generated client declares those of its document:
///
///     let (pets, response) = try await client.withResponse { try await $0.pets.list() }
///     let left = response[PetsClient.Headers.xRateLimitRemaining]
public struct ResponseHeader<Value: HeaderValue>: Sendable {
    /// The name of the header.
    public let name: String

    /// Creates a header from its name. One that is not a valid name (RFC 9110, section 5.1) is never present.
    public init(_ name: String) { self.name = name }

    /// The value, or `nil` if the header is missing or does not represent such a value.
    fileprivate func value(in headers: HTTPFields) -> Value? {
        guard let name = HTTPField.Name(name) else { return nil }
        let lines = headers[values: name]
        if lines.isEmpty { return nil }
        // Dates of cookies contain commas, which do not separate them (RFC 6265, section 3).
        if name == .setCookie, let cookies = lines as? Value { return cookies }
        return Value(headerLines: lines)
    }
}

extension APIResponse {
    /// The value of a header, or `nil` if it is missing or does not match the document.
    public subscript<Value>(_ header: ResponseHeader<Value>) -> Value? { header.value(in: headers) }
}

extension ResponseStream {
    /// The value of a header, or `nil` if it is missing or does not match the document.
    public subscript<Value>(_ header: ResponseHeader<Value>) -> Value? { header.value(in: headers) }
}

extension StatusFailure {
    /// The value of a header, or `nil` if it is missing or does not match the document.
    public subscript<Value>(_ header: ResponseHeader<Value>) -> Value? { header.value(in: headers) }
}
