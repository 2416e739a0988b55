/// The names that one scope of the generated code declares, in the order of the files.
struct DeclaredNames {
    /// A description of the scope, such as `the members of Order`.
    let scope: String
    let names: [String]
    /// Whether names that differ only in case are the same.
    var foldsCase = false

    /// The first name that is declared twice.
    var repeated: String? {
        var seen: Set<String> = []
        return names.first { !seen.insert(foldsCase ? $0.caseFolded : $0).inserted }
    }
}

extension SwiftFile {
    /// The client's property for the group of operations in the file.
    var groupName: String? {
        if case .group(let view) = content { view.name } else { nil }
    }

    /// The names of the top-level types in the file.
    var topLevelNames: [String] {
        switch content {
        case .client(let view): [view.name]
        case .group(let view): [view.typeName] + view.choices.map(\.name)
        case .model(let view): [view.type.name]
        case .payloads(let view): [view.name]
        case .headers, .schemas, .package: []
        }
    }

    var scopes: [DeclaredNames] {
        switch content {
        case .client(let view): view.scopes
        case .group(let view): view.scopes
        case .model(let view): view.type.scopes
        case .headers(let view):
            [DeclaredNames(scope: "Headers", names: view.headers.map(\.name))]
        case .payloads(let view): [DeclaredNames(scope: view.name, names: view.payloads.map(\.name))]
        case .schemas, .package: []
        }
    }

    /// The number of types in the file that represent schemas, including nested ones.
    var modelCount: Int {
        if case .model(let view) = content { view.type.count } else { 0 }
    }

    var operationCount: Int {
        if case .group(let view) = content { view.operations.count } else { 0 }
    }
}

extension ClientView {
    fileprivate var scopes: [DeclaredNames] {
        let types = variableTypes.map { DeclaredNames(scope: $0.name, names: $0.cases.map(\.name)) }
        return types + [
            DeclaredNames(scope: name, names: ["api", "Headers"] + variableTypes.map(\.name)),
            DeclaredNames(scope: "APIServer<\(name)>", names: servers.map(\.name)),
            DeclaredNames(scope: "the initialiser of \(name)", names: secrets.map(\.label)),
        ]
    }
}

extension GroupView {
    fileprivate var scopes: [DeclaredNames] {
        let methods = operations.flatMap { [$0.name, $0.pages?.name].compactMap(\.self) }
        return [DeclaredNames(scope: typeName, names: ["api"] + methods)]
            + operations.map { DeclaredNames(scope: "\(typeName).\($0.name)", names: $0.parameterNames) }
            + choices.map { DeclaredNames(scope: $0.name, names: $0.cases.map(\.declaredName)) }
    }
}

extension OperationView {
    /// The parameter labels, which end at the colon.
    fileprivate var parameterNames: [String] { parameters.map { String($0.prefix { $0 != ":" }) } }
}

extension ChoiceCaseView {
    fileprivate var declaredName: String { String(declaration.prefix { $0 != "(" }) }
}

extension TypeView {
    fileprivate var name: String {
        record?.name ?? enumeration?.name ?? union.first?.name ?? namespace.first?.name ?? ""
    }

    private var nested: [TypeView] {
        (record?.nested ?? []) + union.flatMap(\.nested) + namespace.flatMap(\.nested)
    }

    private var members: [String] {
        (record.map { $0.properties.map(\.name) + $0.unions.map(\.name) } ?? [])
            + (enumeration?.cases.map(\.name) ?? []) + union.flatMap { $0.cases.map(\.name) }
    }

    fileprivate var scopes: [DeclaredNames] {
        [DeclaredNames(scope: name, names: members + nested.map(\.name))] + nested.flatMap(\.scopes)
    }

    fileprivate var count: Int {
        (namespace.isEmpty ? 1 : 0) + nested.reduce(0) { $0 + $1.count }
    }
}
