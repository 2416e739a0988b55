import APIGenSourceText
import APIGenYAML

/// The operations that links may lead to.
struct LinkTargets {
    typealias Target = (operation: API.Operation, group: API.Name)

    private(set) var ids: [String] = []
    private var byID: [ExactText: Target] = [:]
    private var byNode: [Node.ID: [Target]] = [:]

    /// - Parameter sources: The operations of the document, by the names of their methods.
    init(_ groups: [API.Group], _ sources: [API.Name: OpenAPI.Operation]) {
        for group in groups {
            for operation in group.operations {
                // The additional methods for streams have none.
                guard let source = sources[operation.name] else { continue }
                let target = (operation, group.name)
                byNode[source.node.id, default: []].append(target)
                guard let id = source.id?.value else { continue }
                ids.append(id)
                byID[id.exact] = byID[id.exact] ?? target
            }
        }
    }

    func operation(id: String) -> Target? { byID[id.exact] }

    /// - Parameter pointer: The tokens of the JSON pointer, as several paths may have the same operation.
    func operation(at node: Node, pointer: [String]) -> Target? {
        let found = byNode[node.id] ?? []
        let atPath = found.first { $0.operation.isAt(pointer) }
        return atPath ?? (found.count == 1 ? found.first : nil)
    }
}

extension API.Operation {
    fileprivate func isAt(_ pointer: [String]) -> Bool {
        pointer.count == 3 && pointer[0] == "paths" && path.isExactly(pointer[1]) && method == pointer[2]
    }
}
