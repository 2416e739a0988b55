import APIGenYAML

extension API {
    /// A JSON Schema that values are checked against.
    indirect enum Schema: Sendable {
        /// Every value is valid.
        case any
        /// No value is valid.
        case never
        case keywords([SchemaKeyword])
    }

    /// A keyword of JSON Schema with its value.
    struct SchemaKeyword: Sendable {
        let name: String
        var value: SchemaValue
        /// Whether it is part of a schema of which nothing is left out.
        var isWhole = false
        /// The value in the document, and the schemas that it lists.
        var nodes: [Node.ID] = []
    }

    /// A limit, or limits on each item of an array.
    enum PlainLimit: Sendable {
        case keyword(LimitKeyword, LimitValue)
        indirect case elements([PlainLimit])
    }

    indirect enum SchemaValue: Sendable {
        case limit(LimitKeyword, LimitValue)
        case json(String)
        /// An annotation that checks nothing by itself.
        case note(String)
        case reference(SchemaID)
        case schema(Schema)
        case list([Schema])
        case members([(name: String, schema: Schema)])
        /// The schemas of a union by the value of a property.
        case discriminator(property: String, [(value: String, schema: Schema)])
    }

    /// Identifies a schema that others refer to.
    struct SchemaID: Hashable, Sendable {
        let index: Int
    }

    /// A schema that others refer to.
    struct NamedSchema: Sendable {
        enum Form: Sendable {
            /// What a type does not guarantee of its values.
            case typed
            /// As `typed`, for schemas that include it by `allOf`.
            case part
            /// The whole schema, for JSON of any kind.
            case whole
            /// As `whole`, for schemas that include it by `allOf`.
            case wholePart
        }

        /// The type whose values it describes, if it is declared.
        let type: TypeID?
        /// Its name in the document, or the words for its place.
        let name: String?
        let form: Form
        let schema: Schema
    }

    /// Identifies a parameter or a body whose values are checked.
    struct CheckedID: Hashable, Sendable {
        let index: Int
    }

    /// What values are checked against, beyond their types.
    struct Constraints: Sendable {
        /// Empty if the types guarantee everything.
        var schemas: [NamedSchema] = []
        /// What parameters and bodies are checked against.
        var checks: [CheckedID: Check] = [:]
        /// The schemas of declared types.
        var types: [TypeID: SchemaID] = [:]
        /// The keywords that are checked.
        var nodes: [Node.ID] = []
    }

    /// What a parameter or a body is checked against.
    enum Check: Sendable {
        case limits([PlainLimit])
        case schema(SchemaID)
    }
}

extension API.Schema {
    var keywords: [API.SchemaKeyword] {
        switch self {
        case .any: []
        case .never: [API.SchemaKeyword(name: "not", value: .schema(.any))]
        case .keywords(let keywords): keywords
        }
    }

    /// The schema as limits; `nil` if it is more than that.
    var limits: [API.PlainLimit]? {
        var limits: [API.PlainLimit] = []
        for keyword in keywords {
            switch (keyword.name, keyword.value) {
            case (_, .limit(let keyword, let value)): limits.append(.keyword(keyword, value))
            case ("items", .schema(let schema)):
                guard let inner = schema.limits else { return nil }
                limits.append(.elements(inner))
            case (_, .note) where !keyword.isSecrecy: break
            case (_, .note), (_, .json), (_, .reference), (_, .schema), (_, .list), (_, .members),
                (_, .discriminator):
                return nil
            }
        }
        return limits
    }

    /// The schema that this one only refers to.
    var onlyReference: API.SchemaID? {
        guard keywords.count == 1, case .reference(let id) = keywords[0].value else { return nil }
        return id
    }
}

extension API.SchemaKeyword {
    /// Whether the keyword tells that values are secrets.
    var isSecrecy: Bool {
        if case .note = value { name == "writeOnly" || name == "format" } else { false }
    }
}
