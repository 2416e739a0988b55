import APIRuntime
import Conditions
import Foundation
import Testing

@Suite struct ConditionTests {
    private let exchange = Cases.conditions

    @Test func membersRequireOthers() async {
        #expect(await exchange.violations(of: Sample(payment: Payment(kind: "k"))) == [])
        #expect(
            await exchange.violations(of: Sample(payment: Payment(kind: "k", card: "c", address: "a"))) == [])
        let payment = Payment(kind: "k", card: "c")
        #expect(
            await exchange.violations(of: Sample(payment: payment)) == ["$.payment.card dependentRequired"])
    }
}
