import APIRuntime
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
}
