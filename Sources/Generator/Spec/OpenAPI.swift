import SourceText

/// An OpenAPI document as it was written: every reference followed, nothing decided yet.
///
/// The types follow the objects of the OpenAPI Specification 3.1, section 4.8, and keep its names.
enum OpenAPI {
    struct Document: Sendable {
        let info: Info
        let link: Link?
        let servers: [Server]
        let tags: [Tag]
        let paths: [PathItem]
        /// What the service sends by itself, by the names that the document gives.
        let webhooks: [PathItem]
        let security: [SecurityRequirement]?
        let securitySchemes: [SecurityScheme]
        /// The schemas below `components.schemas`, in order.
        let components: [NamedSchema]
        /// How many decimals of a second the service takes in dates (`x-date-decimals`).
        let dateDecimals: Int?
        /// Every schema that the document holds or refers to, also the nested ones.
        var schemas: Schemas
    }

    struct Info: Sendable {
        let title: String
        let version: String
        var summary: Prose?
        var description: Prose?
        var termsOfService: Prose?
        /// Its name, its address and its page, as far as they are given.
        var contact: [Prose] = []
        /// Its name, its identifier (https://spdx.org) and its page, as far as they are given.
        var license: [Prose] = []
    }

    /// Documentation that stands elsewhere (`externalDocs`).
    struct Link: Sendable {
        let url: Prose
        let description: Prose?
    }

    struct Tag: Sendable {
        let name: String
        let description: Prose?
        let link: Link?
        let swiftName: SwiftName?
        let range: SourceRange
    }

    struct NamedSchema: Sendable {
        let name: String
        let schema: Schema.ID
    }

    /// A name that the document's author chose for Swift by `x-swift-name`.
    struct SwiftName: Sendable {
        let text: String
        let range: SourceRange
    }

    /// A text with its place, for what later stages may have to complain about.
    struct Located<Value: Sendable>: Sendable {
        let value: Value
        let range: SourceRange
    }
}
