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
            /// What its dynamic references are bound to: the number of a ``DynamicScope``.
            var scope = 0

            init(_ node: Node.ID, scope: Int = 0) {
                self.node = node
                self.scope = scope
            }
        }

        enum TypeName: String, Sendable, CaseIterable {
            case null, boolean, object, array, number, string, integer
        }

        struct Property: Sendable {
            let name: Located<String>
            let schema: ID
        }

        /// A value that the document gives, such as a default.
        struct Value: Sendable {
            enum Kind: Sendable { case null, boolean, number, string, collection }

            let kind: Kind
            /// As it is written; empty for a collection.
            let text: String
            let range: SourceRange
        }

        /// What `additionalProperties` says.
        enum AdditionalProperties: Sendable {
            case allowed(Bool)
            case schema(ID)
        }

        let range: SourceRange
        let reference: SchemaReference?
        let types: [TypeName]
        /// OpenAPI 3.0's `nullable`.
        let isNullable: Bool
        let format: Located<String>?
        /// Whether a text stands for bytes, in base64 (`contentEncoding`).
        let isBase64: Bool
        /// The media type of what a text holds.
        let contentMediaType: String?
        let enumeration: Enumeration?
        let constant: Value?
        let properties: [Property]
        let required: [Located<String>]
        /// What requests must have while answers may lack it (`x-required-in-requests`).
        let requiredInRequests: [Located<String>]
        let additionalProperties: AdditionalProperties?
        let patternProperties: [ID]
        let items: ID?
        let composition: Composition
        let discriminator: Discriminator?
        let limits: Limits
        let annotations: Annotations
    }

    struct SchemaReference: Sendable {
        let target: Schema.ID
        /// `nil` where the target's place says nothing about it.
        let name: String?
        let range: SourceRange
    }

    struct Enumeration: Sendable {
        let values: [Schema.Value]
        /// Names for the values, from `x-enum-varnames`; empty where there are none.
        let names: [Located<String>]
        /// Descriptions of the values, from `x-enum-descriptions`.
        let descriptions: [String]
    }

    struct Composition: Sendable {
        let allOf: [Schema.ID]
        let oneOf: [Schema.ID]
        let anyOf: [Schema.ID]
    }

    struct Annotations: Sendable {
        let title: String?
        let description: String?
        let isDeprecated: Bool
        let isReadOnly: Bool
        let isWriteOnly: Bool
        let defaultValue: Schema.Value?
        let swiftName: SwiftName?
    }

    /// The limits of JSON Schema Validation, section 6, that a value can break.
    struct Limits: Sendable {
        let minimum: Located<Double>?
        let maximum: Located<Double>?
        let exclusiveMinimum: Located<Double>?
        let exclusiveMaximum: Located<Double>?
        let multipleOf: Located<Double>?
        let minLength: Located<Int>?
        let maxLength: Located<Int>?
        let pattern: Located<String>?
        let minItems: Located<Int>?
        let maxItems: Located<Int>?
        let uniqueItems: Bool
        let minProperties: Located<Int>?
        let maxProperties: Located<Int>?
    }

    /// Every schema by its identity.
    struct Schemas: Sendable {
        private var table: [Schema.ID: Schema] = [:]

        subscript(id: Schema.ID) -> Schema? {
            get { table[id] }
            set { table[id] = newValue }
        }
    }
}
