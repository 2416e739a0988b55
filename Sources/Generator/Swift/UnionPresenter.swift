/// Presents a union as an enum with an associated value in each case.
struct UnionPresenter {
    let union: API.Union
    let type: API.TypeDeclaration
    let tree: TypeTree
    let names: Names
    let words: Words

    func view(doc: DocComment, nested: [TypeView]) -> UnionView {
        let plan = PlanPresenter(cases: union.cases.map { names[$0.name].escaped })
        return UnionView(
            name: names[type.name].text,
            doc: doc.lines,
            conformances: type.direction.conformances(and: protocols),
            isIndirect: union.isIndirect,
            cases: union.cases.map(view),
            isOpen: union.isOpen,
            decoding: type.direction.isDecodable ? [plan.view(of: union.plan)] : [],
            isEncodable: type.direction.isEncodable,
            properties: UnionProperties(union, travelling: type.direction, tree: tree, names: names)?
                .views(words) ?? [],
            nested: nested,
        )
    }

    private var protocols: [String] {
        (type.direction.isCodable && tree.hasSeveralForms(union) ? ["FormattedValue"] : [])
            + (union.isOpen && type.direction.isDecodable ? ["OpenUnion"] : [])
    }

    private func view(of value: API.UnionCase) -> UnionCaseView {
        UnionCaseView(
            name: names[value.name].escaped,
            type: names.type(value.type),
            doc: DocComment(words.unionCase(value)).lines,
            writer: value.isObject ? "value.encode" : "encoder.write",
            arguments: value.isObject ? ["to: encoder"] : value.arguments,
        )
    }
}

extension API.UnionCase {
    /// Whether the associated value encodes an object that other properties may be added to.
    fileprivate var isObject: Bool { tag == nil && type.isObject }

    /// The arguments of the encoding call.
    fileprivate var arguments: [String] {
        guard let tag else { return ["value"] }
        let others = tag.others.map(\.literal)
        return ["value", tag.value.literal, "as: \(SwiftLiteral.string(tag.member))"]
            + others.prefix(1).map { "or: \($0)" } + others.dropFirst()
    }
}

extension API.TypeReference {
    /// Whether values may be objects that other properties may be added to.
    fileprivate var isObject: Bool {
        switch self {
        case .named, .own, .dictionary, .scalar(.json): true
        case .scalar, .array, .nullable: false
        }
    }
}
