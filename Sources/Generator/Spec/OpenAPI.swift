import APIGenSourceText
import APIGenYAML

/// An OpenAPI document as written: references are resolved, and nothing is interpreted yet.
///
/// The types correspond to the objects of the OpenAPI Specification 3.1, section 4.8, and keep their names.
enum OpenAPI {
    struct Document: Sendable {
        let node: Node
        let info: Info
        let externalDocs: ExternalDocumentation?
        let servers: [Server]
        let tags: [Tag]
        var paths: [PathItem]
        /// The requests that the service sends on its own, by name.
        var webhooks: [PathItem]
        /// The operations and webhooks that the config leaves out.
        var omitted: [Operation] = []
        let security: [SecurityRequirement]?
        let securitySchemes: [SecurityScheme]
        /// The schemas in `components.schemas`, in document order.
        let components: [NamedSchema]
        /// The number of decimal places of a second in dates that the service accepts (`x-date-decimals`).
        let dateDecimals: Int?
        /// The header for the idempotency keys of operations without their own (`x-idempotency`).
        let idempotencyHeader: String?
        /// The service's own names for response headers (`x-response-headers`).
        let responseHeaders: ResponseHeaders?
        /// The signature of webhooks and callbacks (`x-webhook-signature`).
        let webhookSignature: WebhookSignature?
        /// All schemas of the document and those it refers to, including nested ones.
        var schemas: Schemas
    }

    struct Info: Sendable {
        var node: Node?
        let title: String
        let version: String
        var summary: Prose?
        var description: Prose?
        var termsOfService: Prose?
        /// The contact's name, email address and URL, as far as they are present.
        var contact: [Prose] = []
        /// The license's name, SPDX identifier (https://spdx.org) and URL, as far as they are present.
        var license: [Prose] = []
    }

    /// A link to external documentation (`externalDocs`).
    struct ExternalDocumentation: Sendable {
        let url: Prose
        let description: Prose?
    }

    struct Tag: Sendable {
        let node: Node
        let name: String
        let description: Prose?
        let externalDocs: ExternalDocumentation?
        let swiftName: SwiftName?
        let range: SourceRange
    }

    struct NamedSchema: Sendable {
        let name: String
        let schema: Schema.ID
    }

    /// A Swift name that the author of the document chose with `x-swift-name`.
    struct SwiftName: Sendable {
        let text: String
        let range: SourceRange
    }

    /// A value with its source range, for diagnostics of later stages.
    struct Located<Value: Sendable>: Sendable {
        let value: Value
        let range: SourceRange
    }
}
