import Crypto
import Foundation

/// Proof Key for Code Exchange (RFC 7636).
enum PKCE {
    /// The challenge of a verifier by the method `S256` (section 4.2).
    static func challenge(of verifier: String) -> String {
        base64URL(SHA256.hash(data: Data(verifier.utf8)))
    }

    /// Base64 for URLs, without padding (appendix A). Of 32 bytes it makes the 43 characters that section
    /// 4.1 recommends for a verifier.
    static func base64URL(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
