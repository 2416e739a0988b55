extension RuleExplanation {
    /// The rules for responses.
    enum Responses {
        static let contentOfBodilessStatus = RuleExplanation(
            meaning: """
                A response has content although its status allows no body (RFC 9110), and the content is \
                left out.
                """,
            remedy: "Remove 'content', or use a status that allows a body, such as 200.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      responses:
                        "204":
                          description: Nothing.
                          content:
                            text/plain: {schema: {type: string}}
                """,
        )

        static let duplicateStatus = RuleExplanation(
            meaning: "An operation has two responses for the same status, of which the first is used.",
            remedy: "Merge the two responses under one status code.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      responses:
                        "200": {description: Done.}
                        200 OK: {description: Done.}
                """,
        )

        static let linkToNothing = RuleExplanation(
            meaning:
                "A link names an operation that the document does not have, and no method for it is generated.",
            remedy: "Name the 'operationId' of an operation, or remove the link.",
            example: """
                paths:
                  /orders:
                    post:
                      operationId: createOrder
                      responses:
                        "201":
                          description: Created.
                          links:
                            next: {operationId: shipOrder}
                """,
        )

        static let invalidMediaType = RuleExplanation(
            meaning: """
                A key of 'content' is not a media type or a media range; one that begins with one is read as \
                that, and any other is left out.
                """,
            remedy: "Write a media type such as application/json, and one entry for each.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      responses:
                        "200":
                          description: The orders.
                          content:
                            json: {schema: {type: array, items: {type: string}}}
                """,
        )

        static let invalidStatus = RuleExplanation(
            meaning: """
                The key of a response is neither a status code, nor a range such as 4XX, nor 'default', and \
                the response is left out.
                """,
            remedy: "Use a status code such as 200, a range such as 4XX, or 'default' as the key.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      responses:
                        "204": {description: Done.}
                        fine: {description: Fine.}
                """,
        )

        static let looseStatus = RuleExplanation(
            meaning: "The key of a response is not written as a status, but can be read as one.",
            remedy: "Write the status code alone, such as 200, or the range in capitals, such as 4XX.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      responses:
                        204 No Content: {description: Done.}
                """,
        )

        static let noSuccessResponse = RuleExplanation(
            meaning: """
                An operation has no response for a successful status, so any 2xx status counts as success, \
                and its body is ignored.
                """,
            remedy: "Add a response for the status of success, such as 200 or 204.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      responses:
                        "404": {description: Not found.}
                """,
        )

        static let sequenceAsBytes = RuleExplanation(
            meaning: """
                A response is a sequential media type that the client cannot read item by item, and is \
                returned as bytes.
                """,
            remedy: """
                Use 'application/jsonl' or 'text/event-stream' if the service offers it, or allow this \
                rule.
                """,
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      responses:
                        "200":
                          description: The orders.
                          content:
                            multipart/mixed:
                              itemSchema: {type: string}
                """,
        )

        static let unreadMediaType = RuleExplanation(
            meaning: """
                A response has one schema in JSON and as text, of which the client reads only JSON, or \
                media types that differ only in parameters, of which it reads the first.
                """,
            remedy: "Remove the media type that is not needed, or describe text by a schema of its own.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      responses:
                        "200":
                          description: The orders.
                          content:
                            application/json: {schema: {$ref: "#/components/schemas/Orders"}}
                            text/csv: {schema: {$ref: "#/components/schemas/Orders"}}
                components:
                  schemas:
                    Orders: {type: array, items: {type: string}}
                """,
        )
    }
}
