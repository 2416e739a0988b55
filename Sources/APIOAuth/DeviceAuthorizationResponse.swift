@_spi(Generated) import APIRuntime
import Foundation

/// A successful device authorization response (RFC 8628, section 3.2).
struct DeviceAuthorizationResponse: Decodable {
    let deviceCode: String
    let userCode: String
    let verificationURI: URL
    let verificationURIComplete: URL?
    /// The lifetime of the codes in seconds.
    let expiresIn: Double
    let interval: Duration

    init(from decoder: any Decoder) throws {
        var fields = try decoder.fields()
        deviceCode = try fields.required("device_code")
        userCode = try fields.required("user_code")
        let uri: URL? = fields.optional("verification_uri")
        // As drafts of the standard had it.
        let formerURI: URL? = fields.optional("verification_url")
        verificationURIComplete = fields.optional("verification_uri_complete")
        let expiresIn = fields.seconds("expires_in")
        let interval = fields.seconds("interval") ?? 5
        try fields.end()
        guard let uri = uri ?? formerURI else { throw decoder.mismatch(expected: "a verification URI") }
        guard let expiresIn else { throw decoder.mismatch(expected: "a lifetime in seconds") }
        guard !deviceCode.isEmpty else { throw decoder.mismatch(expected: "a device code") }
        verificationURI = uri
        self.expiresIn = expiresIn
        self.interval = .seconds(min(max(1, interval), 1e9))
    }
}

extension FieldReader {
    /// A number of seconds. Some services send it as a string. Any other value counts as absent.
    mutating func seconds(_ name: String) -> Double? {
        let value: JSONValue? = optional(name)
        let seconds = value?.double ?? value?.string.flatMap(Double.init)
        return seconds.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    }
}
