import APIRuntime
import ConstantUnions
import Foundation
import Testing

@Suite struct ConstantUnionTests {
    private let exchange = Cases.constantUnions

    @Test func tellsCasesByWhatTheyHold() async throws {
        let failed = try await exchange.receive(#"{"flag":{"ok":false,"error":"e"}}"#)
        #expect(failed.flag == .error(Flag.ErrorModel(error: "e")))
    }

    @Test func sendsTheConstantThatTellsACase() async throws {
        let note = Thing(funding: .note(Funding.Note(number: "1")))
        #expect(try await exchange.send(note) == #"{"funding":{"number":"1","object":"note"}}"#)
    }

    @Test func tellsCasesWhoseConstantIsSharedOrMissing() async throws {
        let note = try await exchange.receive(#"{"widget":{"kind":"note","text":"hi"}}"#)
        #expect(note.widget == .note(Widget.Note(text: "hi")))
        let flow = try await exchange.receive(#"{"widget":{"kind":"funnel","flow":"f"}}"#)
        #expect(flow.widget == .flow(Widget.Flow(flow: "f")))
        let wide = try await exchange.receive(#"{"widget":{"kind":"wide","layout":"list"}}"#)
        #expect(wide.widget == .wide(Widget.Wide(layout: "list")))
        let coin = try await exchange.receive(#"{"funding":{"number":"1"}}"#)
        var untoldCoin = Funding.Coin(number: "1")
        untoldCoin.object = nil
        #expect(coin.funding == .coin(untoldCoin))
        #expect(coin.funding?.number == "1")
        let paper = try await exchange.receive(#"{"funding":{"number":"1","code":"c"}}"#)
        var untoldNote = Funding.Note(number: "1", code: "c")
        untoldNote.object = nil
        #expect(paper.funding == .note(untoldNote))
    }
}
