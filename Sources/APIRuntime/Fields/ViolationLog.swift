/// Collects the violations found while a body is written.
///
/// A class, because all that an `Encodable` can reach outside its encoder is what `userInfo` refers to.
final class ViolationLog: Sendable {
    static let key = CodingUserInfoKey(rawValue: "APIRuntime.ViolationLog")

    /// What stands for the value itself at the start of each place.
    let root: String
    private let violations = Locked<[Violation]>([])

    init(root: String = "$") { self.root = root }

    var all: [Violation] { violations.current }

    /// The place of a member, in words.
    func place(_ keys: [any CodingKey]) -> String { root + JSONPath(keys).description.dropFirst() }

    func append(_ new: [Violation]) {
        violations.change { $0.append(contentsOf: new) }
    }
}
