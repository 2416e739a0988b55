import APIGenSourceText
import APIGenYAML

extension OpenAPI {
    /// A Schema Object: JSON Schema 2020-12 with OpenAPI's additions.
    struct Schema: Sendable {
        /// The identity of a schema: its node, and the variant of the schema at that node.
        struct ID: Hashable, Sendable {
            let node: Node.ID
            /// The type that this variant is limited to, if the schema allows several; `nil` for the whole schema.
            var type: TypeName?
            /// The number of a schema that was made by merging others; 0 for schemas of the document.
            var conjunction = 0
            /// The index of the ``DynamicScope`` in which the dynamic references are resolved.
            var scope = 0

            init(_ node: Node.ID, scope: Int = 0) {
                self.node = node
                self.scope = scope
            }

            // Few schemas share a node, and tables by identity are asked often.
            func hash(into hasher: inout Hasher) { hasher.combine(node) }
        }

        typealias TypeName = SchemaType

        struct Property: Sendable {
            let name: Located<String>
            let schema: ID
        }

        /// A value in the document, such as a default.
        struct Value: Sendable {
            enum Kind: Sendable { case null, boolean, number, string, collection }

            let kind: Kind
            /// The scalar as written, or a collection as JSON.
            let text: String
            let range: SourceRange
            let node: Node.ID
        }

        /// The value of `additionalProperties`.
        enum AdditionalProperties: Sendable {
            case allowed(Bool)
            case schema(ID)
        }

        var range: SourceRange
        /// The node of the schema; `nil` if it was made from other schemas.
        var node: Node?
        var reference: SchemaReference?
        var types: [TypeName] = []
        /// OpenAPI 3.0's `nullable`.
        var isNullable = false
        /// Whether `nullable` is explicitly `false`, which rules out null in the other parts of an `allOf`.
        var refusesNull = false
        var format: Format?
        /// Whether the format's Swift type may reject strings that do not match; `false` if an example of the document
        /// does not match.
        var hasStrictFormat = true
        var content = Content()
        var enumeration: Enumeration?
        var constant: Value?
        var properties: [Property] = []
        var required: [Located<String>] = []
        /// Properties that are required in requests but may be absent from responses (`x-required-in-requests`).
        var requiredInRequests: [Located<String>] = []
        var additionalProperties: AdditionalProperties?
        var patternProperties: [ID] = []
        var names = PropertyNames()
        /// The names of properties that must not be present.
        var forbidden: [String] = []
        /// Schemas that apply only to some values, and declare properties.
        var conditional: [ID] = []
        var dependencies: [Dependency] = []
        /// Constraints that Swift types cannot express.
        var rules: [Rule] = []
        /// A short description of each tuple item, in order.
        var positions: [Prose?] = []
        var items: ID?
        var composition = Composition()
        var discriminator: Discriminator?
        var limits = Limits()
        var annotations = Annotations()
    }

    struct Format: Sendable {
        let value: String
        let range: SourceRange
        let node: Node.ID
    }

    /// The content of a string (JSON Schema Validation, section 8).
    struct Content: Sendable {
        /// How the string encodes bytes, such as `base64`.
        var encoding: String?
        var mediaType: String?
    }

    /// Constraints on the names of properties.
    struct PropertyNames: Sendable {
        /// The pattern that all names must match, if there is just one.
        var limits: Limits?
        /// The schema of the names (`propertyNames`).
        var schema: Schema.ID?
    }

    struct SchemaReference: Sendable {
        let target: Schema.ID
        /// `nil` if no name can be derived from the target's location.
        let name: String?
        let range: SourceRange
    }

    struct Enumeration: Sendable {
        var values: [Schema.Value]
        /// Names for the values, from `x-enum-varnames`; empty where there are none.
        var names: [Located<String>]
        /// Descriptions of the values, from `x-enum-descriptions`.
        var descriptions: [Prose]
    }

    struct Composition: Sendable {
        var allOf: [Schema.ID] = []
        var oneOf: [Schema.ID] = []
        var anyOf: [Schema.ID] = []
    }

    struct Annotations: Sendable {
        var title: Prose?
        var description: Prose?
        var externalDocs: ExternalDocumentation?
        var isDeprecated = false
        var isReadOnly = false
        var isWriteOnly = false
        var defaultValue: Schema.Value?
        /// The values of `example` and `examples`, those of a media type or a parameter first.
        var examples: [Node] = []
        var swiftName: SwiftName?
    }

    /// The validation keywords of JSON Schema Validation, section 6, that the client checks.
    struct Limits: Sendable {
        /// A list, as a schema has few.
        private var values: [(keyword: LimitKeyword, value: Located<LimitValue>)] = []

        subscript(keyword: LimitKeyword) -> Located<LimitValue>? {
            get { values.first { $0.keyword == keyword }?.value }
            set {
                values.removeAll { $0.keyword == keyword }
                if let newValue { values.append((keyword, newValue)) }
            }
        }

        init() {}
    }

    /// All schemas by identity.
    struct Schemas: Sendable {
        private var table: [Schema.ID: Schema] = [:]

        /// The identities, in no particular order.
        var ids: some Collection<Schema.ID> { table.keys }

        subscript(id: Schema.ID) -> Schema? {
            get { table[id] }
            set { table[id] = newValue }
        }
    }
}

extension OpenAPI.Schema {
    /// Whether the schema disallows additional properties.
    var isClosed: Bool {
        if case .allowed(false)? = additionalProperties { true } else { false }
    }

    /// The values of `enum` and `const`.
    var values: [Value] {
        let listed = enumeration?.values ?? []
        return constant.map { listed + [$0] } ?? listed
    }
}
