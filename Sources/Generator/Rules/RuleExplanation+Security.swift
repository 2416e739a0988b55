extension RuleExplanation {
    /// The rules for security schemes and requirements.
    enum Security {
        static let clientCertificate = RuleExplanation(
            meaning: "A security scheme is 'mutualTLS', but the client sends no certificate by itself.",
            remedy: "Give the client a transport that presents the certificate, and allow this rule.",
            example: """
                components:
                  securitySchemes:
                    device: {type: mutualTLS}
                security:
                  - device: []
                """,
        )

        static let credentialAsParameter = RuleExplanation(
            meaning: """
                A parameter sends the same field as a security scheme, and a credential of the client takes \
                its place.
                """,
            remedy: "Remove the parameter, and leave the field to the security scheme.",
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      security: [{key: []}]
                      parameters:
                        - {name: X-Key, in: header, schema: {type: string}}
                      responses: {"204": {description: Done.}}
                components:
                  securitySchemes:
                    key: {type: apiKey, in: header, name: X-Key}
                """,
        )

        static let furtherEndpoint = RuleExplanation(
            meaning: """
                The flows of an OAuth 2.0 scheme name different URLs for the same endpoint, of which the \
                client uses one.
                """,
            remedy: """
                Give all flows of the scheme the same URLs, or split it into one scheme for each \
                authorization server.
                """,
            example: """
                components:
                  securitySchemes:
                    login:
                      type: oauth2
                      flows:
                        clientCredentials:
                          tokenUrl: https://one.example.com/token
                          scopes: {}
                        password:
                          tokenUrl: https://two.example.com/token
                          scopes: {}
                security:
                  - login: []
                """,
        )

        static let plainSecurityScheme = RuleExplanation(
            meaning: """
                The client does not implement the HTTP authentication scheme, so the caller supplies the \
                whole 'Authorization' header.
                """,
            remedy: "Use the scheme 'basic' or 'bearer' if the service accepts it, or allow this rule.",
            example: """
                components:
                  securitySchemes:
                    login: {type: http, scheme: digest}
                security:
                  - login: []
                """,
        )

        static let unknownSecurityScheme = RuleExplanation(
            meaning: """
                A security requirement names a scheme that is not declared, and requests are sent without \
                it.
                """,
            remedy: "Declare the scheme in 'components/securitySchemes', or correct its name.",
            example: """
                paths: {}
                security:
                  - token: []
                """,
        )

        static let unusableEndpoint = RuleExplanation(
            meaning: """
                The URL of an OAuth 2.0 endpoint cannot be requested as it is, so the caller has to supply \
                another one.
                """,
            remedy: "Write the URL of the endpoint as an absolute 'https' URL without a fragment.",
            example: """
                components:
                  securitySchemes:
                    login:
                      type: oauth2
                      flows:
                        clientCredentials: {tokenUrl: ftp://api.example.com/token, scopes: {}}
                security:
                  - login: []
                """,
        )

        static let unusedSecurityScheme = RuleExplanation(
            meaning: """
                The document declares a security scheme but no 'security', so every request sends its \
                credential if the caller supplies one.
                """,
            remedy: """
                Name the scheme in a 'security' list, at the top or in the operations that need it, or \
                remove it.
                """,
            example: """
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      responses: {"204": {description: Done.}}
                components:
                  securitySchemes:
                    token: {type: http, scheme: bearer}
                """,
        )
    }
}
