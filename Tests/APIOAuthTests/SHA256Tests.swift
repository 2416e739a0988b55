import Crypto
import Foundation
import Testing

@testable import APIOAuth

/// The hash of code verifiers against that of swift-crypto, at each length around the ends of blocks.
@Suite struct SHA256Tests {
    @Test(arguments: 0...200)
    func isThatOfTheStandard(length: Int) {
        let message = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 37 + length) }
        #expect(APIOAuth.SHA256.hash(of: message) == Array(Crypto.SHA256.hash(data: Data(message))))
    }
}
