extension RuleExplanation {
    /// The rules for pagination, and other extensions that name parameters.
    enum Pages {
        static let itemsWithoutList = RuleExplanation(
            meaning: """
                The property named by 'items' of 'x-pagination' is not an array, and no method for pages is \
                generated.
                """,
            remedy: "Name the array property of the response that holds the items of a page.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      x-pagination: {style: page, page: page, items: count}
                      parameters:
                        - {name: page, in: query, schema: {type: integer}}
                      responses:
                        "200":
                          description: The orders.
                          content:
                            application/json:
                              schema: {type: object, properties: {count: {type: integer}}}
                """,
        )

        static let pagesWithoutProperties = RuleExplanation(
            meaning: """
                An operation with 'x-pagination' returns neither a list nor an object whose list 'items' \
                names, and no method for pages is generated.
                """,
            remedy: "Describe the successful response by a schema, name its list, or remove 'x-pagination'.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      x-pagination: {style: page, page: page, items: orders}
                      parameters:
                        - {name: page, in: query, schema: {type: integer}}
                      responses: {"204": {description: Done.}}
                """,
        )

        static let unknownParameter = RuleExplanation(
            meaning: """
                An extension names a parameter that the operation does not have, and what needs it is left \
                out.
                """,
            remedy: "Correct the name, or declare the parameter in the operation.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      x-pagination: {style: page, page: page, items: orders}
                      responses:
                        "200":
                          description: The orders.
                          content:
                            application/json:
                              schema: {type: object, properties: {orders: {type: array, items: {type: string}}}}
                """,
        )

        static let unknownProperty = RuleExplanation(
            meaning: """
                An 'x-pagination' names a property that the response does not have, and no method for pages \
                is generated.
                """,
            remedy: "Correct the name, or declare the property in the schema of the response.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      x-pagination: {style: page, page: page, items: order}
                      parameters:
                        - {name: page, in: query, schema: {type: integer}}
                      responses:
                        "200":
                          description: The orders.
                          content:
                            application/json:
                              schema: {type: object, properties: {orders: {type: array, items: {type: string}}}}
                """,
        )
    }
}
