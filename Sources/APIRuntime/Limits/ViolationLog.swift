/// Collects the violations found while a body is written. A class, because all encoders of a body share it.
final class ViolationLog: Sendable {
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
