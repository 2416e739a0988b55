import SourceText
import YAML

extension OpenAPI {
    /// A Schema Object: JSON Schema 2020-12 with OpenAPI's additions.
    struct Schema: Sendable {
        /// What makes a schema the same schema: where it stands, and how it is read there.
        struct ID: Hashable, Sendable {
            let node: Node.ID
            /// The one of its several types that is meant; `nil` for the whole.
            var type: TypeName?
            /// The number of a schema that lowering made of several: what they demand together.
            var conjunction = 0
            /// What its dynamic references are bound to: the number of a ``DynamicScope``.
            var scope = 0

            init(_ node: Node.ID, scope: Int = 0) {
                self.node = node
                self.scope = scope
            }
        }

        typealias TypeName = SchemaType

        struct Property: Sendable {
            let name: Located<String>
            let schema: ID
        }

        /// A value that the document gives, such as a default.
        struct Value: Sendable {
            enum Kind: Sendable { case null, boolean, number, string, collection }

            let kind: Kind
            /// As it is written; a collection as JSON.
            let text: String
            let range: SourceRange
            let node: Node.ID
        }

        /// What `additionalProperties` says.
        enum AdditionalProperties: Sendable {
            case allowed(Bool)
            case schema(ID)
        }

        var range: SourceRange
        /// Where it stands; `nil` if it was made of others.
        var node: Node?
        var reference: SchemaReference?
        var types: [TypeName] = []
        /// OpenAPI 3.0's `nullable`.
        var isNullable = false
        /// Whether `nullable: false` stands there, which speaks to the other parts of an `allOf`.
        var refusesNull = false
        var format: Format?
        /// Whether the type of its format may refuse other texts: `false` where an example of the document is one.
        var hasStrictFormat = true
        var content = Content()
        var enumeration: Enumeration?
        var constant: Value?
        var properties: [Property] = []
        var required: [Located<String>] = []
        /// What requests must have while answers may lack it (`x-required-in-requests`).
        var requiredInRequests: [Located<String>] = []
        var additionalProperties: AdditionalProperties?
        var patternProperties: [ID] = []
        var names = PropertyNames()
        /// The names of properties that are never there.
        var forbidden: [String] = []
        /// Schemas that hold for some values alone, and name properties.
        var conditional: [ID] = []
        var dependencies: [Dependency] = []
        /// What nothing in Swift tells.
        var rules: [Rule] = []
        /// What the items of a tuple are, in order.
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

    /// What a text holds (JSON Schema Validation, section 8).
    struct Content: Sendable {
        /// How the text stands for bytes.
        var encoding: String?
        var mediaType: String?
    }

    /// What is said of the names of properties.
    struct PropertyNames: Sendable {
        /// The limits from the only pattern that they may match.
        var limits: Limits?
        /// What describes them (`propertyNames`).
        var schema: Schema.ID?
    }

    struct SchemaReference: Sendable {
        let target: Schema.ID
        /// `nil` where the target's place says nothing about it.
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
        var link: Link?
        var isDeprecated = false
        var isReadOnly = false
        var isWriteOnly = false
        var defaultValue: Schema.Value?
        var swiftName: SwiftName?
    }

    /// The limits of JSON Schema Validation, section 6, that a value can break.
    struct Limits: Sendable {
        private var values: [LimitKeyword: Located<LimitValue>] = [:]

        subscript(keyword: LimitKeyword) -> Located<LimitValue>? {
            get { values[keyword] }
            set { values[keyword] = newValue }
        }

        init() {}
    }

    /// Every schema by its identity.
    struct Schemas: Sendable {
        private var table: [Schema.ID: Schema] = [:]

        /// In no order.
        var ids: some Collection<Schema.ID> { table.keys }

        subscript(id: Schema.ID) -> Schema? {
            get { table[id] }
            set { table[id] = newValue }
        }
    }
}

extension OpenAPI.Schema {
    /// Whether it rules out properties that it does not name.
    var isClosed: Bool {
        if case .allowed(false)? = additionalProperties { true } else { false }
    }

    /// The values that are listed, if any are.
    var values: [Value] {
        let listed = enumeration?.values ?? []
        return constant.map { listed + [$0] } ?? listed
    }
}
