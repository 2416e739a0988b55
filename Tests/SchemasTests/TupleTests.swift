import APIRuntime
import Foundation
import Testing
import TupleLists

@Suite struct TupleTests {
    private let exchange = Cases.tuples

    @Test func tuplesHaveALength() async {
        #expect(
            await exchange.violations(of: Sample(tuples: Tuples(position: [1, 2, 3]))) == [
                "$.tuples.position maxItems"
            ])
    }
}
