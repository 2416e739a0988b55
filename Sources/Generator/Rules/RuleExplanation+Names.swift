extension RuleExplanation {
    /// The rules for names of operations, types and members.
    enum Names {
        static let missingOperationID = RuleExplanation(
            meaning: """
                An operation has no 'operationId', and its Swift method is named after the HTTP method and \
                the path.
                """,
            remedy: "Give the operation a unique 'operationId'.",
            example: """
                paths:
                  /orders:
                    get:
                      responses: {"204": {description: Done.}}
                """,
        )

        static let nameClash = RuleExplanation(
            meaning: """
                Two names become the same Swift name, or one is a name that the generated code needs, and \
                one gets another name.
                """,
            remedy: "Choose a name with 'x-swift-name', or rename one of the two.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      responses: {"204": {description: Done.}}
                    head:
                      operationId: list-orders
                      responses: {"204": {description: Done.}}
                """,
        )
    }
}
