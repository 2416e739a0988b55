extension API {
    /// The request body of an operation.
    struct Body: Sendable {
        /// The alternative contents, of which the caller chooses one.
        let contents: [Content]
        /// The name of the enum of contents; `nil` for a single content.
        let choiceName: Name?
        let isRequired: Bool
        let description: Prose?
        /// Other media types that the service accepts for the same content.
        let others: [String]

        /// Whether the method has a parameter for the media type.
        var takesMediaType: Bool { choiceName == nil && contents.contains(where: \.takesMediaType) }
    }

    /// One representation of a request body.
    struct Content: Sendable {
        enum Form: Sendable {
            case json
            case form([FieldEncoding])
            case multipart([FieldEncoding])
            case text
            case bytes

            var isBytes: Bool { if case .bytes = self { true } else { false } }
        }

        /// The name of its enum case if there are several contents.
        var name: Name
        let form: Form
        let type: TypeReference
        /// The default `Content-Type`; `nil` if the caller must supply it.
        let mediaType: String?
        /// The media types in the document, if the caller chooses among them.
        let choices: [String]
        /// `nil` if the value has no schema.
        let checked: CheckedID?
        let limits: [Limit]
        let rules: [Rule]
        let examples: Examples

        var takesMediaType: Bool { !choices.isEmpty }

        /// Whether the client encodes the value, instead of sending given bytes.
        var isWritten: Bool { !form.isBytes }

        /// Whether the properties of the value are separate form fields or parts.
        var hasFields: Bool {
            switch form {
            case .form, .multipart: true
            case .json, .text, .bytes: false
            }
        }

        /// All media types of the content.
        var mediaTypes: [String] { choices.isEmpty ? [mediaType].compactMap(\.self) : choices }
    }

    /// The encoding of a form field or a part, as far as it differs from the defaults.
    struct FieldEncoding: Sendable {
        let wireName: String
        let contentType: String?
        let headers: [FieldHeader]
        let style: String?
        let explode: Bool?
        let allowsReserved: Bool
    }

    /// A header with a constant value in a part.
    struct FieldHeader: Sendable {
        let name: String
        let value: String
    }

    /// The result of a successful operation.
    struct Result: Sendable {
        /// `nil` if there is no response body, or if its type depends on the status code or media type.
        var type: TypeReference?
        /// The types for different status codes and media types.
        var choice: ResultChoice?
        /// The stream, for a streamed response.
        var stream: Stream?
        /// The media types for the `Accept` header; empty if there is no content.
        var accept: [String]
        let headers: [Header]
        /// The status codes of success.
        let statuses: [Failure.Status]
        /// Redirects that are successful responses of the operation, and are not followed.
        let redirects: [Failure.Status]
        var description: Prose?
        /// Whether the value is a string that is declared as JSON, in place of which some services return a file.
        var isJSONText = false
        /// Documented constraints on the value, which are not checked.
        var limits: [Limit] = []
        var rules: [Rule] = []
        var examples = Examples()

        var types: [TypeReference] {
            [type, stream?.item].compactMap(\.self) + (choice?.cases ?? []).compactMap(\.type)
        }
    }

    /// A response that is a stream of items.
    struct Stream: Sendable {
        enum Format: Hashable, Sendable {
            case jsonLines
            case jsonSequence
            /// The items are the data of server-sent events.
            case eventData
            /// The items are whole server-sent events, with data that is JSON or text.
            case events(json: Bool)
            /// The items are chunks of bytes of any size.
            case bytes
        }

        let item: TypeReference
        let format: Format
        let mediaType: String
        let description: Prose?
        /// Documented constraints on each item, which are not checked.
        let limits: [Limit]
        let rules: [Rule]
    }

    /// An enum of the successful responses by status code and media type.
    struct ResultChoice: Sendable {
        struct Case: Sendable {
            let name: Name
            let status: Failure.Status
            let type: TypeReference?
            /// The media types that distinguish it from other cases of the same status code; empty for the default
            /// case.
            let mediaTypes: [String]
            /// The media types of its body; empty if it has none.
            let accept: [String]
            /// Whether other cases have the same status code, so that the media type decides.
            let sharesStatus: Bool
            let description: Prose?
            let limits: [Limit]
            let rules: [Rule]
            let examples: Examples
        }

        let name: Name
        let cases: [Case]
    }

    /// The server of an operation, if it is not the client's.
    struct OperationServer: Sendable {
        let url: String
        let description: Prose?
        /// The variables with their default values.
        let variables: [(name: String, value: String)]
    }
}
