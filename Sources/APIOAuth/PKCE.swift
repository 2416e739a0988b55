import Foundation

/// Proof Key for Code Exchange (RFC 7636).
enum PKCE {
    /// The code challenge of a code verifier by the method `S256` (section 4.2).
    static func challenge(of verifier: String) -> String {
        base64URL(SHA256.hash(of: Array(verifier.utf8)))
    }

    /// URL-safe Base64 without padding (appendix A). 32 bytes give the 43 characters that section 4.1 recommends for a
    /// verifier.
    static func base64URL(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
