import APIGenJSONPath
import APIGenSourceText
import APIGenYAML

/// Changes to a document in a separate file: an OpenAPI Overlay 1.0 (https://spec.openapis.org/overlay/v1.0.0).
struct Overlay: Sendable {
    struct Action: Sendable {
        let target: PathQuery
        /// The text of the target, for diagnostics.
        let targetNode: Node
        let change: Change
    }

    enum Change: Sendable {
        case update(Node)
        case remove
    }

    let file: FileID
    let extends: OpenAPI.Located<String>?
    let actions: [Action]
}
