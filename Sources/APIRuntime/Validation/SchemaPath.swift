/// The place of a value in a parameter or a body.
struct SchemaPath {
    private enum Step {
        case name(String)
        case index(Int)
    }

    /// The name of a parameter, `$` for a body.
    let root: String
    private var steps: [Step] = []

    init(root: String) { self.root = root }

    var depth: Int { steps.count }

    mutating func enter(_ name: String) { steps.append(.name(name)) }
    mutating func enter(_ index: Int) { steps.append(.index(index)) }
    mutating func leave() { steps.removeLast() }

    /// The path as in ``Violation/path``. A body as a whole is called by that word.
    var text: String {
        guard root != "$" || !steps.isEmpty else { return "body" }
        return steps.reduce(root) { path, step in
            switch step {
            case .name(let name): path + JSONPath.step(name)
            case .index(let index): path + "[\(index)]"
            }
        }
    }

    /// The JSON pointer (RFC 6901).
    var pointer: String {
        steps.reduce("") { pointer, step in
            switch step {
            case .name(let name):
                pointer + "/"
                    + name.replacing("~", with: "~0").replacing("/", with: "~1")
            case .index(let index): pointer + "/\(index)"
            }
        }
    }
}
