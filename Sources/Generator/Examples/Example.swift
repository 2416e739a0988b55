import APIGenSourceText
import APIGenYAML

/// A value of a type, which can be written as JSON or as code.
indirect enum Example: Sendable {
    case null
    case scalar(API.Scalar, API.Constant)
    case list([Example])
    case dictionary([(key: String, value: Example)])
    case record(API.TypeID, RecordExample)
    case enumeration(API.TypeID, API.Constant)
    /// A case of a union, by its index.
    case union(API.TypeID, case: Int, Example)
    /// JSON of any kind.
    case json(JSONExample)
    /// A value that stands in the document.
    case documented(Node.ID, Example)
}

/// An object of a declared type.
struct RecordExample: Sendable {
    /// The properties that are present, by their indices in the record.
    var properties: [(index: Int, value: Example)] = []
    /// A value for each union whose properties are in the same JSON object.
    var unions: [Example] = []
    var additional: [(key: String, value: Example)] = []
}

extension Example {
    /// The value as JSON.
    func json(of types: [API.TypeDeclaration]) -> JSONExample {
        switch self {
        case .null: .null
        case .scalar(_, let constant), .enumeration(_, let constant): .constant(constant)
        case .list(let items): .array(items.map { $0.json(of: types) })
        case .dictionary(let entries): .object(entries.map { ($0.key, $0.value.json(of: types)) })
        case .record(let id, let example): example.json(of: types[id.index], types)
        case .union(let id, let index, let value): value.json(ofCase: index, in: types[id.index], types)
        case .json(let json): json
        case .documented(_, let example): example.json(of: types)
        }
    }

    private func json(
        ofCase index: Int, in type: API.TypeDeclaration, _ types: [API.TypeDeclaration],
    ) -> JSONExample {
        let json = json(of: types)
        guard case .union(let union) = type.kind, let tag = union.cases[index].tag,
            case .object(let members) = json
        else { return json }
        return .object(
            [(tag.member, .constant(tag.value))] + members.filter { !$0.name.isExactly(tag.member) })
    }
}

extension Example {
    /// The nodes of the document that it is made of.
    var nodes: [Node.ID] {
        switch self {
        case .null, .scalar, .enumeration, .json: []
        case .list(let items): items.flatMap(\.nodes)
        case .dictionary(let entries): entries.flatMap(\.value.nodes)
        case .record(_, let example):
            example.properties.flatMap(\.value.nodes) + example.unions.flatMap(\.nodes)
                + example.additional.flatMap(\.value.nodes)
        case .union(_, _, let value): value.nodes
        case .documented(let node, let example): [node] + example.nodes
        }
    }
}

extension RecordExample {
    fileprivate func json(
        of type: API.TypeDeclaration, _ types: [API.TypeDeclaration],
    ) -> JSONExample {
        guard case .record(let record) = type.kind else { return .object([]) }
        let own = properties.map { (name: record.properties[$0.index].wireName, $0.value.json(of: types)) }
        let embedded = unions.flatMap { $0.json(of: types).members }
        let names = own.map(\.name).exact
        return .object(
            own + embedded.filter { !names.contains($0.name.exact) }
                + additional.map { ($0.key, $0.value.json(of: types)) })
    }
}
