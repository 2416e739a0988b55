import APIRuntime
import APISigning
import Foundation
import Hooks
import Testing

@Suite(.timeLimit(.minutes(1))) struct HookTests {
    @Test func decodesWhatTheServiceSendsByItself() throws {
        let game: Webhooks.Game = try Webhooks.decode(from: Data(#"{"id": "1"}"#.utf8))
        #expect(game == Game(id: "1"))
        let over = try Webhooks.decode(
            Webhooks.GameOver.self, from: Data(#"{"winner": "b", "at": "2026-01-02T03:04:05Z"}"#.utf8))
        #expect(over.at == Date(timeIntervalSince1970: 1_767_323_045))
        #expect(
            try Callbacks.decode(Callbacks.AskOnAnswer.self, from: Data(#"{"text": ""}"#.utf8)).text
                == "")
        let error = #expect(throws: PayloadMismatch.self) {
            try Webhooks.decode(Webhooks.GameOver.self, from: Data(#"{"winner": [5]}"#.utf8))
        }
        #expect(error?.path == "$.winner")
        #expect(error?.found == "an array")
    }

    /// `HMAC-SHA256("secret", "1767323045.msg.{}")`, by another implementation.
    private static let code = "a38c27c3fa43fc37b3c419e2307c310a0063073729c38ad12c40969e548b038a"

    @Test(
        arguments: [
            ("t=1767323045,v1=\(code)", nil), ("t=1767323045,v1=\(code.uppercased())", nil),
            ("t=1767323046,v1=\(code)", .wrong), ("t=1767323045,v2=\(code)", .wrong),
            ("t=1767322000,v1=\(code)", .expired), ("v1=\(code)", .missing),
        ] as [(String, InvalidSignature.Reason?)])
    func checksTheSignatureOfTheDocument(header: String, expected: InvalidSignature.Reason?) throws {
        var headers = HTTPFields()
        headers[try #require(HTTPField.Name("Webhook-Signature"))] = header
        headers[try #require(HTTPField.Name("Webhook-ID"))] = "msg"
        let now = Date(timeIntervalSince1970: 1_767_323_045)
        for signature in [Webhooks.signature, Callbacks.signature] {
            var reason: InvalidSignature.Reason?
            do throws(InvalidSignature) {
                try signature.verify(Data("{}".utf8), headers: headers, secret: "secret", now: now)
            } catch {
                reason = error.reason
            }
            #expect(reason == expected)
        }
    }
}
