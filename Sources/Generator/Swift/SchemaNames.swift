import APIGenSourceText

/// The names of the schemas that values are checked against.
struct SchemaNames {
    let constraints: API.Constraints
    let clientName: String
    private let names: [String]

    /// - Parameter type: The qualified name of a type.
    init(_ api: API, type: (API.TypeID) -> String) {
        constraints = api.constraints
        clientName = api.clientName
        var taken: Set<ExactText> = []
        var numbers: [ExactText: Int] = [:]
        names = constraints.schemas.map { schema in
            let base = schema.type.map(type) ?? schema.name ?? "schema"
            let stem = base + schema.form.suffix
            var (name, number) = (stem, numbers[stem.exact] ?? 1)
            while !taken.insert(name.exact).inserted {
                number += 1
                name = "\(base) \(number)\(schema.form.suffix)"
            }
            numbers[stem.exact] = number
            return name
        }
    }

    subscript(id: API.SchemaID) -> String { names[id.index] }
}

extension API.NamedSchema.Form {
    /// The words that tell the forms of one schema apart.
    fileprivate var suffix: String {
        switch self {
        case .typed: ""
        case .part: " (part)"
        case .whole: " (whole)"
        case .wholePart: " (whole part)"
        }
    }
}
