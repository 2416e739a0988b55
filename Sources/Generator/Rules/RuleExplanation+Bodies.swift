extension RuleExplanation {
    /// The rules for request bodies and their encodings.
    enum Bodies {
        static let bodyOfBodilessMethod = RuleExplanation(
            meaning: """
                An operation has a request body, but its HTTP method does not allow one, and the body is \
                left out.
                """,
            remedy: "Remove 'requestBody', or use another HTTP method.",
            example: """
                paths:
                  /orders:
                    trace:
                      operationId: traceOrders
                      requestBody:
                        content:
                          text/plain: {schema: {type: string}}
                      responses: {"204": {description: Done.}}
                """,
        )

        static let bodyOfGet = RuleExplanation(
            meaning: """
                A GET operation has a request body, which Foundation's transport does not send, so that \
                calls with a body fail.
                """,
            remedy: """
                Use POST or QUERY if the service accepts it, or give the client a transport that sends \
                bodies with GET.
                """,
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      requestBody:
                        content:
                          text/plain: {schema: {type: string}}
                      responses: {"204": {description: Done.}}
                """,
        )

        static let bodyWithoutFields = RuleExplanation(
            meaning: """
                The schema of a form is not an object with properties, and the caller supplies the bytes of \
                the body.
                """,
            remedy: "Describe the fields of the form by an object schema with properties.",
            example: """
                paths:
                  /orders:
                    post:
                      operationId: createOrder
                      requestBody:
                        content:
                          application/x-www-form-urlencoded: {schema: {type: array, items: {type: string}}}
                      responses: {"204": {description: Done.}}
                """,
        )

        static let multipartWithoutSchema = RuleExplanation(
            meaning: """
                A multipart body has no schema, so its parts are text or JSON under names that the caller \
                chooses, and never files.
                """,
            remedy: "Describe the parts by an object schema with one property for each part.",
            example: """
                paths:
                  /orders:
                    post:
                      operationId: createOrder
                      requestBody:
                        content:
                          multipart/form-data: {}
                      responses: {"204": {description: Done.}}
                """,
        )

        static let objectAsJSONPatch = RuleExplanation(
            meaning: """
                The schema of a JSON Patch body is not an array of operations (RFC 6902), and is ignored.
                """,
            remedy: """
                Make the schema an array, or use 'application/merge-patch+json' if the body is an object.
                """,
            example: """
                paths:
                  /orders:
                    patch:
                      operationId: patchOrders
                      requestBody:
                        content:
                          application/json-patch+json: {schema: {type: object}}
                      responses: {"204": {description: Done.}}
                """,
        )

        static let objectPartAsJSON = RuleExplanation(
            meaning: """
                The encoding of an object in a multipart body names a content type other than JSON, but the \
                part is sent as JSON.
                """,
            remedy: "Use 'application/json' for the part, or declare it as binary to serialize it yourself.",
            example: """
                paths:
                  /orders:
                    post:
                      operationId: createOrder
                      requestBody:
                        content:
                          multipart/form-data:
                            schema:
                              type: object
                              properties:
                                item: {type: object, properties: {id: {type: string}}}
                            encoding:
                              item: {contentType: application/xml}
                      responses: {"204": {description: Done.}}
                """,
        )

        static let openPartHeader = RuleExplanation(
            meaning: """
                A header of a part has no fixed value, so that only a file can supply it, and other parts \
                are sent without it.
                """,
            remedy: "Give the schema of the header one value by 'const' or 'default', or remove the header.",
            example: """
                paths:
                  /orders:
                    post:
                      operationId: createOrder
                      requestBody:
                        content:
                          multipart/form-data:
                            schema: {type: object, properties: {name: {type: string}}}
                            encoding:
                              name:
                                headers:
                                  X-Kind: {schema: {type: string}}
                      responses: {"204": {description: Done.}}
                """,
        )

        static let unknownEncodedProperty = RuleExplanation(
            meaning: "An 'encoding' names a property that the schema does not have, and is left out.",
            remedy: "Correct the name of the property, or remove its encoding.",
            example: """
                paths:
                  /orders:
                    post:
                      operationId: createOrder
                      requestBody:
                        content:
                          multipart/form-data:
                            schema: {type: object, properties: {name: {type: string}}}
                            encoding:
                              nome: {contentType: text/plain}
                      responses: {"204": {description: Done.}}
                """,
        )

        static let unsentNull = RuleExplanation(
            meaning: "The schema of a JSON request body allows null, which the client cannot send.",
            remedy: "Remove 'null' from the types of the schema, and leave the body optional.",
            example: """
                paths:
                  /orders:
                    post:
                      operationId: createOrder
                      requestBody:
                        content:
                          application/json: {schema: {type: [string, "null"]}}
                      responses: {"204": {description: Done.}}
                """,
        )
    }
}
