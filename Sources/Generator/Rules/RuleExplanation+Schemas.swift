extension RuleExplanation {
    /// The rules for schemas.
    enum Schemas {
        static let contradictoryLimits = RuleExplanation(
            meaning: """
                A lower limit of a schema exceeds its upper limit, so that no value is valid, and none can \
                be sent.
                """,
            remedy: "Correct one of the limits, so that the lower does not exceed the upper.",
            example: """
                components:
                  schemas:
                    Count: {type: integer, minimum: 10, maximum: 1}
                """,
        )

        static let contradictoryProperties = RuleExplanation(
            meaning: "Schemas that apply together contradict each other, and one of them is ignored.",
            remedy: "Make the schemas agree, or remove one of them.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: getOrder
                      responses:
                        "200":
                          description: Done.
                          content:
                            application/json:
                              schema:
                                allOf:
                                  - {type: object, properties: {id: {type: string}}}
                                  - {type: object, properties: {id: {type: integer}}}
                """,
        )

        static let duplicateEnumValue = RuleExplanation(
            meaning: "An 'enum' lists a value twice, which becomes one case.",
            remedy: "Remove one of the equal values.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: getOrder
                      responses:
                        "200":
                          description: Done.
                          content:
                            application/json:
                              schema:
                                {type: string, enum: [open, open, closed]}
                """,
        )

        static let deepList = RuleExplanation(
            meaning: """
                Arrays and dictionaries are nested so deeply that the compiler would take very long, and the \
                innermost elements are of type 'JSONValue'.
                """,
            remedy: "Put an object with a property between the arrays.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: getOrder
                      responses:
                        "200":
                          description: Done.
                          content:
                            application/json:
                              schema: {$ref: "#/components/schemas/Cube"}
                components:
                  schemas:
                    Cube: {type: array, items: {type: array, items: {type: array, items: {$ref: "#/components/schemas/Grid"}}}}
                    Grid: {type: array, items: {type: array, items: {type: array, items: {$ref: "#/components/schemas/List"}}}}
                    List: {type: array, items: {type: array, items: {type: array, items: {type: string}}}}
                """,
        )

        static let emptyEnum = RuleExplanation(
            meaning: "An 'enum' has no values, so that no value would be valid, and is ignored.",
            remedy: "List the values of the 'enum', or remove it.",
            example: """
                components:
                  schemas:
                    State: {type: string, enum: []}
                """,
        )

        static let endlessList = RuleExplanation(
            meaning: """
                An array or dictionary contains only itself, which Swift cannot express, and its elements \
                are of type 'JSONValue'.
                """,
            remedy: "Put an object with a property between the array and itself.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: getOrder
                      responses:
                        "200":
                          description: Done.
                          content:
                            application/json:
                              schema:
                                $ref: "#/components/schemas/List"
                components:
                  schemas:
                    List: {type: array, items: {$ref: "#/components/schemas/List"}}
                """,
        )

        static let exampleAgainstFormat = RuleExplanation(
            meaning: """
                An example does not match the 'format' of its schema, and values of the schema are passed \
                as 'String'.
                """,
            remedy: """
                Correct the example if it is wrong, or remove 'format' if the service does not keep to it.
                """,
            example: """
                components:
                  schemas:
                    Day: {type: string, format: date, example: 2024-02-30}
                """,
        )

        static let impliedType = RuleExplanation(
            meaning: """
                A schema has no 'type' and so allows values of every type, but is read as the type that its \
                keywords apply to.
                """,
            remedy: "Add the 'type' that the keywords of the schema apply to.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: getOrder
                      responses:
                        "200":
                          description: Done.
                          content:
                            application/json:
                              schema:
                                properties: {id: {type: string}}
                """,
        )

        static let outdatedNullable = RuleExplanation(
            meaning: """
                A schema has 'nullable', which OpenAPI 3.1 removed, and is read as one whose type includes \
                null.
                """,
            remedy: "Replace 'nullable: true' by null among the types, such as 'type: [string, \"null\"]'.",
            example: """
                openapi: 3.1.0
                info: {title: Shop, version: "1"}
                components:
                  schemas:
                    Name: {type: string, nullable: true}
                """,
        )

        static let pointlessKeyword = RuleExplanation(
            meaning: "A keyword does not apply to values of the schema's type, and has no effect.",
            remedy: "Remove the keyword, or correct the 'type' of the schema.",
            example: """
                components:
                  schemas:
                    Count: {type: integer, maxLength: 3}
                """,
        )

        static let requiredWithoutProperty = RuleExplanation(
            meaning: """
                A schema lists a property under 'required' that it does not declare, so that the initializer does \
                not ask for it.
                """,
            remedy: "Declare the property under 'properties', or correct its name in 'required'.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: getOrder
                      responses:
                        "200":
                          description: Done.
                          content:
                            application/json:
                              schema:
                                {type: object, required: [id], properties: {name: {type: string}}}
                """,
        )

        static let uncheckedPattern = RuleExplanation(
            meaning: """
                A 'pattern' is not a regular expression of ECMA-262, or has a backreference, and the client \
                does not check it.
                """,
            remedy: "Correct the regular expression, and write it without backreferences.",
            example: """
                components:
                  schemas:
                    Code: {type: string, pattern: "[a-"}
                """,
        )

        static let unequalCounts = RuleExplanation(
            meaning: """
                An extension such as 'x-enum-varnames' has more or fewer entries than the 'enum' has \
                values, and is ignored.
                """,
            remedy: "List one entry for each value of the 'enum'.",
            example: """
                components:
                  schemas:
                    State: {type: string, enum: [open, closed], x-enum-varnames: [open]}
                """,
        )

        static let unmergeableAllOf = RuleExplanation(
            meaning: "A part of an 'allOf' cannot be combined with the others, and is left out.",
            remedy: "Make all parts of the 'allOf' describe values of one type.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: getOrder
                      responses:
                        "200":
                          description: Done.
                          content:
                            application/json:
                              schema:
                                allOf: [{type: string}, {type: integer}]
                """,
        )
    }
}
