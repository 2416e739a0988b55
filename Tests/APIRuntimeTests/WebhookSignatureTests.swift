import APIRuntime
import APISigning
import Foundation
import Testing

/// Signatures of requests that services send, by their own examples or by another implementation of HMAC.
@Suite struct WebhookSignatureTests {
    private let now = Date(timeIntervalSince1970: 1_614_265_330)

    private func reason(
        _ signature: WebhookSignature, _ body: String, _ headers: [String: String], secret: String,
        now: Date? = nil,
    ) -> InvalidSignature.Reason? {
        var fields = HTTPFields()
        for (name, value) in headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields[name] = value
        }
        do throws(InvalidSignature) {
            try signature.verify(Data(body.utf8), headers: fields, secret: secret, now: now ?? self.now)
            return nil
        } catch {
            return error.reason
        }
    }

    /// The example of the specification.
    private let standard = [
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    ]
    private let standardSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

    @Test func checksStandardWebhooks() {
        let body = #"{"test": 2432232314}"#
        #expect(reason(.standard, body, standard, secret: standardSecret) == nil)
        let several = standard.merging([
            "webhook-signature": "v1a,xx v1,bm8= " + (standard["webhook-signature"] ?? "")
        ]) { $1 }
        #expect(reason(.standard, body, several, secret: standardSecret) == nil)
        #expect(reason(.standard, body + " ", standard, secret: standardSecret) == .wrong)
        #expect(reason(.standard, body, standard, secret: "whsec_bm8=") == .wrong)
        #expect(reason(.standard, body, standard, secret: "no Base64") == .secret)
        for name in standard.keys {
            let fewer = standard.filter { $0.key != name }
            #expect(reason(.standard, body, fewer, secret: standardSecret) == .missing)
        }
    }

    @Test(arguments: [-301.0, -299, 299, 301]) func refusesOldSignatures(age: Double) {
        let found = reason(
            .standard, #"{"test": 2432232314}"#, standard, secret: standardSecret,
            now: now.addingTimeInterval(age))
        #expect(found == (abs(age) > 300 ? .expired : nil))
    }

    /// GitHub's example.
    @Test func checksPrefixesInHex() {
        let signature = WebhookSignature(in: "X-Hub-Signature-256", prefix: "sha256=")
        let headers = [
            "X-Hub-Signature-256": "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
        ]
        #expect(reason(signature, "Hello, World!", headers, secret: "It's a Secret to Everybody") == nil)
        #expect(reason(signature, "Hello, World?", headers, secret: "It's a Secret to Everybody") == .wrong)
        for value in ["sha256=", "sha256=7", "757107ea", "sha256=zz"] {
            let broken = ["X-Hub-Signature-256": value]
            #expect(
                reason(signature, "Hello, World!", broken, secret: "It's a Secret to Everybody") == .wrong)
        }
    }

    /// As Stripe signs.
    @Test func checksFieldsOfTheHeader() {
        let signature = WebhookSignature(
            in: "Stripe-Signature", prefix: "v1=", message: [.field("t"), .text("."), .body],
            timestamp: .field("t"))
        let code = "5790023bd77209313f2e32e36caf5921bdd2fac398095f83dc2d2ecd5f696f50"
        let headers = ["Stripe-Signature": "t=1614265330,v1=00,v1=\(code),v0=ff"]
        #expect(reason(signature, "{}", headers, secret: "whsec_test") == nil)
        let other = ["Stripe-Signature": "t=1614265331,v1=\(code)"]
        #expect(reason(signature, "{}", other, secret: "whsec_test") == .wrong)
        #expect(reason(signature, "{}", ["Stripe-Signature": "v1=\(code)"], secret: "whsec_test") == .missing)
    }
}
