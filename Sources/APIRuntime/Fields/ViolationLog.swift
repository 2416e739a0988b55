/// Collects the violations found while a body is written.
///
/// A class, because all that an `Encodable` can reach outside its encoder is what `userInfo` refers to.
final class ViolationLog: Sendable {
    static let key = CodingUserInfoKey(rawValue: "APIRuntime.ViolationLog")

    private let violations = Locked<[Violation]>([])

    var all: [Violation] { violations.current }

    func append(_ new: [Violation]) {
        violations.change { $0.append(contentsOf: new) }
    }
}
