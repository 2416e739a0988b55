extension RuleExplanation {
    /// The rules for the fields of an object, whatever its kind.
    enum Fields {
        static let missingField = RuleExplanation(
            meaning: """
                An object lacks a field that OpenAPI requires, and is read without it, or left out if it \
                has no meaning without it.
                """,
            remedy: "Add the required field.",
            example: """
                openapi: 3.1.0
                info: {title: Shop}
                paths: {}
                """,
        )

        static let unaccounted = RuleExplanation(
            meaning: """
                A part of the document has no effect on the client, and no other diagnostic reports it.
                """,
            remedy: "Remove the part, list it under 'waive' in gen.yaml, or report a bug of the generator.",
            example: """
                paths:
                  /orders:
                    post:
                      operationId: createOrder
                      requestBody:
                        content:
                          application/json:
                            schema: {type: object, properties: {name: {type: string}}}
                            encoding:
                              name: {contentType: text/plain}
                      responses: {"204": {description: Done.}}
                """,
        )

        static let unknownExtension = RuleExplanation(
            meaning: """
                An extension, whose name begins with 'x-', is unknown to the generator, and has no effect.
                """,
            remedy: "Correct the name of the extension, or remove it.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      x-swift-nam: orders
                      responses: {"204": {description: Done.}}
                """,
        )

        static let unknownField = RuleExplanation(
            meaning: "An object has a field that OpenAPI does not define for it, and the field is ignored.",
            remedy: "Correct the name of the field, or begin it with 'x-' if it is an extension.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      sumary: List all orders.
                      responses: {"204": {description: Done.}}
                """,
        )

        static let unknownValue = RuleExplanation(
            meaning: "A field has a value that is not among those defined for it, and the value is left out.",
            remedy: "Use one of the values that are defined for the field.",
            example: """
                components:
                  schemas:
                    Order: {type: text}
                """,
        )

        static let unsupportedField = RuleExplanation(
            meaning: """
                The generator does not support a field, and leaves it out, although that changes the \
                meaning of the document.
                """,
            remedy: "Describe the same without the field if you can, or allow this rule.",
            example: """
                paths:
                  /orders:
                    post:
                      operationId: createOrder
                      requestBody:
                        content:
                          multipart/form-data:
                            schema: {type: object, properties: {name: {type: string}}}
                            prefixEncoding: [{contentType: text/plain}]
                      responses: {"204": {description: Done.}}
                """,
        )

        static let wrongKind = RuleExplanation(
            meaning: """
                A field has a value of the wrong kind, such as text instead of a mapping, and the value is \
                left out.
                """,
            remedy: "Replace the value by one of the kind that the diagnostic expects.",
            example: """
                paths: {}
                tags: orders
                """,
        )
    }
}
