extension RuleExplanation {
    /// The rules for paths, their parameters and methods.
    enum Paths {
        static let invalidMethod = RuleExplanation(
            meaning: """
                The name of an additional operation is not a valid HTTP method (RFC 9110), and the \
                operation is left out.
                """,
            remedy: "Use a method name without spaces and separators.",
            example: """
                openapi: 3.2.0
                info: {title: Shop, version: "1"}
                paths:
                  /orders:
                    additionalOperations:
                      "CO PY":
                        operationId: copyOrder
                        responses: {"204": {description: Done.}}
                """,
        )

        static let optionalPathParameter = RuleExplanation(
            meaning: """
                A path parameter lacks 'required: true', which OpenAPI demands, and is read as required.
                """,
            remedy: "Add 'required: true' to the path parameter.",
            example: """
                paths:
                  /orders/{id}:
                    get:
                      operationId: getOrder
                      parameters:
                        - {name: id, in: path, schema: {type: string}}
                      responses: {"204": {description: Done.}}
                """,
        )

        static let pathExpression = RuleExplanation(
            meaning: """
                A template expression in a path has an operator or modifier, and is read as a plain \
                parameter of one segment.
                """,
            remedy: "Write the name of the path parameter alone between the braces.",
            example: """
                paths:
                  /files/{+path}:
                    get:
                      operationId: getFile
                      parameters:
                        - {name: path, in: path, required: true, schema: {type: string}}
                      responses: {"204": {description: Done.}}
                """,
        )

        static let pathWithFragment = RuleExplanation(
            meaning: """
                A path contains '#', and everything behind it is left out, because a fragment is never \
                sent.
                """,
            remedy: """
                Remove the fragment, and merge the operation with that of the same path if there is one.
                """,
            example: """
                paths:
                  /orders#all:
                    get:
                      operationId: listOrders
                      responses: {"204": {description: Done.}}
                """,
        )

        static let pathWithoutSlash = RuleExplanation(
            meaning: "A path does not begin with '/', and is sent with one.",
            remedy: "Begin the path with '/'.",
            example: """
                paths:
                  orders:
                    get:
                      operationId: listOrders
                      responses: {"204": {description: Done.}}
                """,
        )

        static let pathWithQuery = RuleExplanation(
            meaning: "A path contains a query string, which is sent in front of the query parameters.",
            remedy: "Remove the query string from the path, and describe it by query parameters.",
            example: """
                paths:
                  /orders?state=open:
                    get:
                      operationId: listOpenOrders
                      responses: {"204": {description: Done.}}
                """,
        )

        static let unclosedBrace = RuleExplanation(
            meaning: "A path contains '{' without a '}' that closes it, and the brace is sent unchanged.",
            remedy: "Close the template expression, or percent-encode the brace as '%7B'.",
            example: """
                paths:
                  /orders/{id:
                    get:
                      operationId: getOrder
                      responses: {"204": {description: Done.}}
                """,
        )

        static let undeclaredPathParameter = RuleExplanation(
            meaning: """
                A path contains a template expression without a path parameter of that name, and it is read \
                as a required string.
                """,
            remedy: "Declare the path parameter in the operation or its path item, or correct its name.",
            example: """
                paths:
                  /orders/{id}:
                    get:
                      operationId: getOrder
                      responses: {"204": {description: Done.}}
                """,
        )

        static let unusedPathParameter = RuleExplanation(
            meaning: "A path parameter does not occur in the path, and is left out.",
            remedy: "Add the parameter to the path in braces, correct its name, or remove it.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      parameters:
                        - {name: id, in: path, required: true, schema: {type: string}}
                      responses: {"204": {description: Done.}}
                """,
        )
    }
}
