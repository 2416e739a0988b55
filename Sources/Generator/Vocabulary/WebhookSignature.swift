/// The signature of the requests that a service sends (`x-webhook-signature`).
struct WebhookSignature: Sendable {
    enum Encoding: String, CaseIterable, Sendable { case hex, base64 }
    enum Key: String, CaseIterable, Sendable { case text, base64 }

    /// A part of the signed message.
    enum Part: Sendable {
        case body
        case header(String)
        /// A field of the signature's own header.
        case field(String)
        case text(String)
    }

    let header: String
    let prefix: String?
    let encoding: Encoding
    let key: Key
    let message: [Part]
    /// The header or field with the time of the signature.
    let timestamp: Part?
}
