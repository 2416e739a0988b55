extension API {
    /// What an operation sends.
    struct Body: Sendable {
        /// At least one; where there are more, the caller chooses.
        let contents: [Content]
        /// The name of the enum to choose from; `nil` for a single content.
        let choiceName: Name?
        let isRequired: Bool
        let description: Prose?
        /// Media types that the service takes beside those offered, for the same thing.
        let others: [String]

        /// Whether the caller names the media type in an argument of its own.
        var takesMediaType: Bool { choiceName == nil && contents.contains(where: \.takesMediaType) }
    }

    /// A form that a body may have.
    struct Content: Sendable {
        enum Form: Sendable {
            case json
            case form([FieldEncoding])
            case multipart([FieldEncoding])
            case text
            case bytes
        }

        /// Its name among several.
        var name: Name
        let form: Form
        let type: TypeReference
        /// What goes out as the content type unless the caller chooses another; `nil` if the caller has to.
        let mediaType: String?
        /// The media types that the document names, as far as the caller chooses among them.
        let choices: [String]
        let limits: [Limit]
        let rules: [Rule]

        var takesMediaType: Bool { !choices.isEmpty }

        /// Whether the client writes the bytes.
        var isWritten: Bool {
            switch form {
            case .json, .form, .multipart, .text: true
            case .bytes: false
            }
        }

        /// Whether the members of the value are fields or parts of their own.
        var hasFields: Bool {
            switch form {
            case .form, .multipart: true
            case .json, .text, .bytes: false
            }
        }

        /// Every media type that it stands for.
        var mediaTypes: [String] { choices.isEmpty ? [mediaType].compactMap(\.self) : choices }
    }

    /// What differs from the defaults of a field of a form or a part of a multipart body.
    struct FieldEncoding: Sendable {
        let wireName: String
        let contentType: String?
        let headers: [FieldHeader]
        let style: String?
        let explode: Bool?
        let allowsReserved: Bool
    }

    /// A header that a part always has.
    struct FieldHeader: Sendable {
        let name: String
        let value: String
    }

    /// What an operation brings when it succeeds.
    struct Result: Sendable {
        /// `nil` where a success brings nothing, or brings what depends on its status or media type.
        var type: TypeReference?
        /// What the statuses and media types bring, where they differ.
        var choice: ResultChoice?
        /// The items of an answer that is a stream.
        var stream: Stream?
        /// The media types to ask for; empty where there is nothing to read.
        let accept: [String]
        let headers: [Header]
        /// The redirects that are what the operation is for, and are not followed.
        let redirects: [Failure.Status]
        var description: Prose?
        /// Whether the value is a string in JSON, which some services call the bytes of a file.
        var isJSONText = false
        /// What the service promises of a value; nothing checks it.
        var limits: [Limit] = []
        var rules: [Rule] = []

        var types: [TypeReference] {
            [type, stream?.item].compactMap(\.self) + (choice?.cases ?? []).compactMap(\.type)
        }
    }

    /// An answer that brings its items one by one.
    struct Stream: Sendable {
        enum Format: Hashable, Sendable {
            case jsonLines
            case jsonSequence
            /// The items are the data of server-sent events.
            case eventData
            /// The items are whole events, with data that is JSON or text.
            case events(json: Bool)
        }

        let item: TypeReference
        let format: Format
        let mediaType: String
        let description: Prose?
        /// What the service promises of each item; nothing checks it.
        let limits: [Limit]
        let rules: [Rule]
    }

    /// An enum of the successes of an operation, and of the media types that each may have.
    struct ResultChoice: Sendable {
        struct Case: Sendable {
            let name: Name
            let status: Failure.Status
            let type: TypeReference?
            /// The media types that tell it from others of the same status; empty for what is left.
            let mediaTypes: [String]
            /// The media types that it stands for; empty where the status alone tells.
            let accept: [String]
            let description: Prose?
            let limits: [Limit]
            let rules: [Rule]
        }

        let name: Name
        let cases: [Case]
    }

    /// The server of one operation.
    struct OperationServer: Sendable {
        let url: String
        let description: Prose?
        /// Names and defaults.
        let variables: [(name: String, value: String)]
    }
}
