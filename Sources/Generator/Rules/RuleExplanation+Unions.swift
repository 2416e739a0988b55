extension RuleExplanation {
    /// The rules for unions and their discriminators.
    enum Unions {
        static let ambiguousUnion = RuleExplanation(
            meaning: """
                Two alternatives of a union accept the same value, which is decoded as the first of them.
                """,
            remedy: "Add a discriminator, or a required property that tells the alternatives apart.",
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
                                oneOf:
                                  - {title: Cat, type: object, required: [name], properties: {name: {type: string}, lives: {type: integer}}}
                                  - {title: Dog, type: object, required: [name], properties: {name: {type: string}, bark: {type: string}}}
                """,
        )

        static let mappingBeyondUnion = RuleExplanation(
            meaning: """
                A 'mapping' of a discriminator names a schema that is not one of the alternatives, and the \
                entry is left out.
                """,
            remedy: "Add the schema to the 'oneOf' or 'anyOf', or remove the entry.",
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
                                $ref: "#/components/schemas/Pet"
                components:
                  schemas:
                    Pet:
                      oneOf:
                        - {$ref: "#/components/schemas/Cat"}
                        - {$ref: "#/components/schemas/Dog"}
                      discriminator:
                        propertyName: kind
                        mapping: {fish: Fish}
                    Cat: {type: object, required: [kind], properties: {kind: {type: string}}}
                    Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
                    Fish: {type: object}
                """,
        )

        static let sharedDiscriminatorValue = RuleExplanation(
            meaning: """
                One value of a discriminator stands for several alternatives, and other properties decide \
                which of them it is.
                """,
            remedy: "Give each alternative a discriminator value of its own.",
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
                                $ref: "#/components/schemas/Pet"
                components:
                  schemas:
                    Pet:
                      oneOf:
                        - {$ref: "#/components/schemas/Cat"}
                        - {$ref: "#/components/schemas/Dog"}
                      discriminator: {propertyName: kind}
                    Cat:
                      type: object
                      required: [kind, lives]
                      properties: {kind: {type: string, const: pet}, lives: {type: integer}}
                    Dog:
                      type: object
                      required: [kind, bark]
                      properties: {kind: {type: string, const: pet}, bark: {type: string}}
                """,
        )

        static let unreachableAlternative = RuleExplanation(
            meaning: """
                An alternative of a union accepts only values that earlier ones accept too, and is never \
                chosen.
                """,
            remedy: "Remove the alternative, or require a property that only it has.",
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
                                anyOf:
                                  - {$ref: "#/components/schemas/Box"}
                                  - {$ref: "#/components/schemas/Bag"}
                components:
                  schemas:
                    Box: {type: object, required: [name], properties: {name: {type: string}}}
                    Bag: {type: object, required: [name], properties: {name: {type: string}}}
                """,
        )

        static let unusedDiscriminator = RuleExplanation(
            meaning: """
                A discriminator has neither alternatives nor a mapping to schemas that extend its own, and \
                is ignored.
                """,
            remedy: "Add 'oneOf' with the alternatives, or remove the discriminator.",
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
                                type: object
                                required: [kind]
                                properties: {kind: {type: string}}
                                discriminator: {propertyName: kind}
                """,
        )
    }
}
