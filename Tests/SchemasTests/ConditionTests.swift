import APIRuntime
import Conditions
import Foundation
import Testing

@Suite struct ConditionTests {
    private let exchange = Cases.conditions

    @Test(arguments: [
        (Payment(kind: "k"), []),
        (Payment(kind: "k", card: "c", address: "a", holder: "h"), []),
        (Payment(kind: "transfer", iban: "DE0000000000001"), []),
        (Payment(kind: "k", card: "c", holder: "h"), ["$.payment.card dependentRequired"]),
        (Payment(kind: "k", card: "c", address: "a"), ["$.payment.holder required"]),
        (Payment(kind: "transfer"), ["$.payment.iban required"]),
        (Payment(kind: "transfer", iban: "DE"), ["$.payment.iban minLength"]),
        (Payment(kind: "k", card: "c", address: "a", iban: "DE", holder: "h"), ["$.payment not"]),
    ])
    func holdForSomeValues(payment: Payment, violations: [String]) async {
        #expect(await exchange.violations(of: Sample(payment: payment)) == violations)
    }
}
