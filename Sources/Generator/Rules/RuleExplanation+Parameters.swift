extension RuleExplanation {
    /// The rules for parameters.
    enum Parameters {
        static let connectionHeader = RuleExplanation(
            meaning: """
                A header parameter such as 'Host' controls the HTTP connection, which only the transport \
                may do, and is left out.
                """,
            remedy: "Remove the header parameter.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      parameters:
                        - {name: Host, in: header, schema: {type: string}}
                      responses: {"204": {description: Done.}}
                """,
        )

        static let duplicateParameter = RuleExplanation(
            meaning: """
                An operation has two parameters of the same name and location, of which the first is used.
                """,
            remedy: "Remove one of the two parameters, or correct its name or location.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      parameters:
                        - {name: page, in: query, schema: {type: integer}}
                        - {name: page, in: query, schema: {type: string}}
                      responses: {"204": {description: Done.}}
                """,
        )

        static let ignoredHeader = RuleExplanation(
            meaning: """
                OpenAPI ignores header parameters named 'Accept', 'Content-Type' or 'Authorization', so the \
                parameter is left out.
                """,
            remedy: "Remove the parameter, and describe the header by 'content' or a security scheme.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      parameters:
                        - {name: Accept, in: header, schema: {type: string}}
                      responses: {"204": {description: Done.}}
                """,
        )

        static let invalidHeaderName = RuleExplanation(
            meaning: """
                The name of a header parameter, or of a header in 'x-response-headers', is not a valid field \
                name (RFC 9110, section 5.1), and it is left out.
                """,
            remedy: "Write the name of the header in letters, digits and hyphens.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      parameters:
                        - {name: X Key, in: header, schema: {type: string}}
                      responses: {"204": {description: Done.}}
                """,
        )

        static let misplacedStyle = RuleExplanation(
            meaning: """
                A 'style' is not defined for the location of the parameter or for the encoding, and the \
                default style is used.
                """,
            remedy: "Remove 'style', or use one that OpenAPI defines for this location.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      parameters:
                        - {name: ids, in: query, style: simple, schema: {type: string}}
                      responses: {"204": {description: Done.}}
                """,
        )

        static let nestedParameter = RuleExplanation(
            meaning: """
                The style of a parameter cannot serialize nested arrays or objects, and calls that set such \
                values fail.
                """,
            remedy: """
                Describe the parameter by a 'content' of 'application/json' if the service accepts that, or \
                flatten its schema.
                """,
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      parameters:
                        - name: rows
                          in: query
                          schema: {type: array, items: {type: array, items: {type: string}}}
                      responses: {"204": {description: Done.}}
                """,
        )

        static let parameterContentAsText = RuleExplanation(
            meaning: """
                The 'content' of a parameter is not JSON, and the caller passes it as text that is already \
                serialized.
                """,
            remedy: """
                Use 'application/json' if the service accepts it, or describe the parameter by 'schema' and \
                'style'.
                """,
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      parameters:
                        - name: filter
                          in: query
                          content:
                            application/xml: {schema: {type: string}}
                      responses: {"204": {description: Done.}}
                """,
        )

        static let unappliedEncoding = RuleExplanation(
            meaning: """
                A header announces an encoding that the client does not apply, so other values than \
                'identity' are refused.
                """,
            remedy: "Remove the header, or encode the content before it is passed to the client.",
            example: """
                paths:
                  /orders:
                    post:
                      operationId: createOrder
                      parameters:
                        - {name: Content-Encoding, in: header, schema: {type: string}}
                      requestBody:
                        content:
                          text/plain: {schema: {type: string}}
                      responses: {"204": {description: Done.}}
                """,
        )
    }
}
