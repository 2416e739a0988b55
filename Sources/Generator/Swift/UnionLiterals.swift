/// The literals that a union can be expressed by, since only one of its cases accepts them.
struct UnionLiterals {
    let union: API.Union
    let type: API.TypeDeclaration
    let names: Names

    /// - Returns: `nil` for a type that is not a union, or that is never sent.
    init?(_ type: API.TypeDeclaration, names: Names) {
        guard case .union(let union) = type.kind, type.direction.contains(.sent) else { return nil }
        (self.union, self.type, self.names) = (union, type, names)
    }

    var views: [UnionLiteralView] {
        let plain = union.cases.flatMap { value in kinds(of: value.type).map { (kind: $0, value: value) } }
        let taken = Set(plain.map(\.kind) + (plain.contains { $0.kind == .float } ? [.integer] : []))
        let listed = union.cases.compactMap { value in
            names.enumeration(value.type).map {
                (kind: $0.isInteger ? LiteralKind.integer : .string, value: value)
            }
        }
        let scalars = plain + listed.filter { !taken.contains($0.kind) }
        let floats = scalars.contains { $0.kind == .integer } ? [] : scalars.filter { $0.kind == .float }
        let integers = floats.map { (kind: LiteralKind.integer, value: $0.value) }
        return Dictionary(grouping: scalars + integers, by: \.kind).values.filter { $0.count == 1 }.map {
            $0[0]
        }
        .sorted { $0.kind.rawValue < $1.kind.rawValue }.map(view)
    }

    private func view(_ kind: LiteralKind, _ value: API.UnionCase) -> UnionLiteralView {
        let element: API.TypeReference? = if case .array(let element) = value.type { element } else { nil }
        let type = names.type(value.type)
        let raw = names.enumeration(value.type).map { $0.isInteger ? "Int" : "String" }
        return UnionLiteralView(
            union: names.type(.named(self.type.id)), kind: kind,
            type: raw ?? element.map { "\(names.type($0))..." } ?? type, name: names[value.name].escaped,
            value: raw == nil ? "value" : "\(type)(rawValue: value)")
    }

    private func kinds(of type: API.TypeReference) -> [LiteralKind] {
        switch type {
        case .array: [.array]
        case .scalar(.string): [.string]
        case .scalar(.boolean): [.boolean]
        case .scalar(.integer): [.integer]
        case .scalar(.number): [.float]
        case .scalar, .dictionary, .nullable, .named, .own: []
        }
    }
}
