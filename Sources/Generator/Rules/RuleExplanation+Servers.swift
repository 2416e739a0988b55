extension RuleExplanation {
    /// The rules for servers and their variables.
    enum Servers {
        static let defaultNotInEnum = RuleExplanation(
            meaning: """
                The default of a server variable is not one of the values in its 'enum', and is used \
                unchanged.
                """,
            remedy: """
                Add the default to the 'enum' of the variable, or choose one of its values as the default.
                """,
            example: """
                servers:
                  - url: https://{region}.example.com
                    variables:
                      region: {default: us, enum: [eu, ap]}
                paths: {}
                """,
        )

        static let furtherServer = RuleExplanation(
            meaning: """
                An operation or path item lists several servers, of which the client uses only the first.
                """,
            remedy: "Keep one server for the operation, or list all servers at the top of the document.",
            example: """
                paths:
                  /orders:
                    servers:
                      - url: https://one.example.com
                      - url: https://two.example.com
                    get:
                      operationId: listOrders
                      responses: {"204": {description: Done.}}
                """,
        )

        static let relativeServer = RuleExplanation(
            meaning: """
                A server URL is relative to the location of the document, which is unknown here, so the \
                caller has to supply the host.
                """,
            remedy: "Write the absolute URL of the server, with scheme and host.",
            example: """
                servers:
                  - url: /v1
                paths: {}
                """,
        )

        static let serverWithoutScheme = RuleExplanation(
            meaning: "A server URL has a host but no scheme, and is read as an 'https' URL.",
            remedy: "Begin the URL of the server with 'https://'.",
            example: """
                servers:
                  - url: api.example.com/v1
                paths: {}
                """,
        )

        static let undeclaredServerVariable = RuleExplanation(
            meaning: """
                A server URL contains a variable that 'variables' does not declare, so the caller has to \
                supply its value.
                """,
            remedy: "Declare the variable under 'variables' of the server, with a 'default'.",
            example: """
                servers:
                  - url: https://{tenant}.example.com
                paths: {}
                """,
        )

        static let unusableServer = RuleExplanation(
            meaning: """
                No request can be sent to a server URL as it is, so the caller has to supply another one.
                """,
            remedy: "Correct the URL of the server to an absolute 'http' or 'https' URL with a host.",
            example: """
                servers:
                  - url: ftp://files.example.com
                paths: {}
                """,
        )
    }
}
