extension RuleExplanation {
    /// The rules for references.
    enum References {
        static let circularReference = RuleExplanation(
            meaning: """
                A reference leads back to itself without reaching an object, and is left out, or read as \
                any JSON if it is a schema.
                """,
            remedy: "Point one of the references of the cycle to the object itself.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      parameters:
                        - $ref: "#/components/parameters/Page"
                      responses: {"204": {description: Done.}}
                components:
                  parameters:
                    Page: {$ref: "#/components/parameters/Page"}
                """,
        )

        static let mappingToNothing = RuleExplanation(
            meaning: """
                A 'mapping' of a discriminator names a schema that does not exist, and the entry is left \
                out.
                """,
            remedy: "Correct the name or reference in 'mapping', or declare the schema.",
            example: """
                components:
                  schemas:
                    Pet:
                      type: object
                      discriminator:
                        propertyName: kind
                        mapping: {cat: Cat}
                """,
        )

        static let missingFile = RuleExplanation(
            meaning: """
                A reference names a file that does not exist or cannot be read, and is left out, or read as \
                any JSON if it is a schema.
                """,
            remedy: "Correct the path, which is relative to the file of the reference, or add the file.",
            example: """
                components:
                  schemas:
                    Order: {$ref: "orders.yaml#/Order"}
                """,
        )

        static let referenceBeyondFolder = RuleExplanation(
            meaning: "A reference leads to a file outside of the folder of the document, which is not read.",
            remedy: """
                Move the file below the folder of the document, or list its folder in 'referenceFolders' of \
                gen.yaml.
                """,
            example: """
                components:
                  schemas:
                    Order: {$ref: "../shared/orders.yaml#/Order"}
                """,
        )

        static let referenceKind = RuleExplanation(
            meaning: """
                A reference leads to a component of another kind than the place requires, and is left out, \
                or read as any JSON.
                """,
            remedy: """
                Refer to a component of the required kind, such as '#/components/schemas/...' for a schema.
                """,
            example: """
                components:
                  schemas:
                    Order: {$ref: "#/components/parameters/Page"}
                  parameters:
                    Page: {name: page, in: query, schema: {type: integer}}
                """,
        )

        static let remoteReference = RuleExplanation(
            meaning: """
                A reference leads to a URL, which the generator does not fetch, and is left out, or read as \
                any JSON if it is a schema.
                """,
            remedy: "Save the referenced file beside the document, and refer to it by a relative path.",
            example: """
                components:
                  schemas:
                    Order: {$ref: "https://example.com/orders.yaml#/Order"}
                """,
        )

        static let unresolvedReference = RuleExplanation(
            meaning: """
                A reference leads to nothing in its file, and is left out, or read as any JSON if it is a \
                schema.
                """,
            remedy: "Correct the JSON Pointer of the reference, or declare the component that it names.",
            example: """
                components:
                  schemas:
                    Order: {$ref: "#/components/schemas/Purchase"}
                """,
        )
    }
}
