extension API {
    /// A call that a response of an operation leads to.
    struct Link: Hashable, Sendable {
        /// A constant or a runtime expression for a parameter.
        struct Argument: Hashable, Sendable {
            let name: String
            let value: Prose
        }

        let name: String
        /// The status code of the response.
        let status: Failure.Status
        /// The operation, as the document refers to it.
        let operation: Prose
        /// The ID of the operation; `nil` if there is none.
        let id: String?
        let arguments: [Argument]
        let body: Prose?
        let server: Prose?
        let description: Prose?
        /// The method for it; `nil` if not all of its values can be taken from a value of the response.
        let method: Name?
    }

    /// A method that calls an operation with what a response contains.
    struct LinkMethod: Sendable {
        /// A value of the response for a parameter.
        struct Argument: Sendable {
            /// How the value becomes one of the parameter's type.
            enum Conversion: Sendable {
                case none
                /// The text of an integer.
                case integerText
                /// The text of a value of an enumeration.
                case rawText
                /// The text of a UUID or a URL.
                case formattedText
                /// A case of a union.
                case alternative(Name)
            }

            let parameter: Parameter
            let path: PropertyPath
            /// The tokens of the JSON pointer (RFC 6901).
            let pointer: [String]
            let conversion: Conversion
        }

        let name: Name
        /// The type of the response.
        let response: TypeReference
        /// The name of the parameter for the response.
        let responseName: Name
        let arguments: [Argument]
        /// The methods that return the response.
        var sources: [Name]
    }
}
