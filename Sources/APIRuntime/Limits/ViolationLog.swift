/// Collects the violations found during encoding. A class, since all encoders of a value share it.
final class ViolationLog: Sendable {
    /// The root of each path.
    let root: String
    private let violations = Locked<[Violation]>([])

    init(root: String = "$") { self.root = root }

    var all: [Violation] { violations.current }

    /// The path of a property.
    func place(_ keys: [any CodingKey]) -> String { root + JSONPath(keys).description.dropFirst() }

    func append(_ new: [Violation]) {
        violations.change { $0.append(contentsOf: new) }
    }
}
