import APIGenSourceText

/// The diagnostics for the contents of a document.
extension Diagnostic {
    static func missingOperationID(
        _ operation: OpenAPI.Operation,
        at path: String,
        named name: String,
    ) -> Diagnostic {
        Diagnostic(
            .missingOperationID,
            "\(operation.method.uppercased()) \(path) has no 'operationId'; its method is called '\(name)'",
            at: operation.range,
        )
    }

    static func defaultNotInEnum(_ value: OpenAPI.Located<String>, among values: [String]) -> Diagnostic {
        Diagnostic(
            .defaultNotInEnum,
            "the default '\(value.value)' is not one of the values, and is used unchanged\(Suggestion.phrase(for: value.value, among: values))",
            at: value.range,
        )
    }
}

// MARK: - Parameters

extension Diagnostic {
    static func duplicateParameter(_ parameter: OpenAPI.Parameter, first: OpenAPI.Parameter) -> Diagnostic {
        Diagnostic(
            .duplicateParameter,
            "there are two parameters '\(parameter.name)' in the \(parameter.location.rawValue); the first counts",
            at: parameter.range,
            notes: [Note("the first is here", at: first.range)],
        )
    }

    static func undeclaredPathParameter(
        _ name: String,
        in template: OpenAPI.Located<String>,
        declared: [String],
        of operation: OpenAPI.Operation,
    ) -> Diagnostic {
        let suggestion = Suggestion.phrase(for: name, among: declared)
        return Diagnostic(
            .undeclaredPathParameter,
            "'{\(name)}' has no path parameter, and is read as a string\(suggestion)",
            at: template.range,
            notes: [Note("in this operation", at: operation.range)],
        )
    }

    static func unusedPathParameter(
        _ parameter: OpenAPI.Parameter,
        in template: OpenAPI.Located<String>,
        names: [String],
    ) -> Diagnostic {
        let suggestion = Suggestion.phrase(for: parameter.name, among: names)
        return Diagnostic(
            .unusedPathParameter,
            "the path does not contain '{\(parameter.name)}', and the parameter is left out\(suggestion)",
            at: parameter.range,
            notes: [Note("the path is here", at: template.range)],
        )
    }

    static func pathWithFragment(_ template: OpenAPI.Located<String>) -> Diagnostic {
        Diagnostic(
            .pathWithFragment,
            "the part of the path behind '#' is never sent; the operation goes to what stands before it",
            at: template.range,
        )
    }

    static func pathWithQuery(_ template: OpenAPI.Located<String>) -> Diagnostic {
        Diagnostic(
            .pathWithQuery,
            "a path ends before '?'; what follows is sent in front of the parameters of the query",
            at: template.range,
        )
    }

    static func pathExpression(
        in template: OpenAPI.Located<String>,
        expression: String,
        name: String,
    ) -> Diagnostic {
        Diagnostic(
            .pathExpression,
            "'{\(expression)}' is read as '{\(name)}', which is one segment",
            at: template.range,
        )
    }

    static func unclosedBrace(_ template: OpenAPI.Located<String>) -> Diagnostic {
        Diagnostic(
            .unclosedBrace,
            "a '{' without '}'; it is sent unchanged",
            at: template.range,
        )
    }

    static func unknownParameter(_ name: OpenAPI.Located<String>, among known: [String]) -> Diagnostic {
        Diagnostic(
            .unknownParameter,
            "the operation has no parameter '\(name.value)', and what needs it is left out\(Suggestion.phrase(for: name.value, among: known))",
            at: name.range,
        )
    }
}

// MARK: - Pagination

extension Diagnostic {
    static func pagesWithoutProperties(_ pagination: OpenAPI.Pagination) -> Diagnostic {
        Diagnostic(
            .pagesWithoutProperties,
            "pages need a successful response that is a list, or an object with a list that 'items' names; no method for them is generated",
            at: pagination.range,
        )
    }

    static func unusableParameter(
        _ name: OpenAPI.Located<String>, style: OpenAPI.Pagination.Style,
    ) -> Diagnostic {
        let form =
            switch style {
            case .page, .offset: "a number"
            case .cursor, .lastItem, .link: "a string or a number"
            }
        return Diagnostic(
            .unknownParameter,
            "the parameter '\(name.value)' has to be optional and \(form); no method for pages is generated",
            at: name.range,
        )
    }

    static func unusableProperty(_ name: OpenAPI.Located<String>, expected: String) -> Diagnostic {
        Diagnostic(
            .unknownProperty,
            "the property '\(name.value)' is not \(expected), and is not used for pages",
            at: name.range,
        )
    }

    static func unknownProperty(_ name: OpenAPI.Located<String>, among known: [String]) -> Diagnostic {
        Diagnostic(
            .unknownProperty,
            "the response has no property '\(name.value)', and no method for pages is generated\(Suggestion.phrase(for: name.value, among: known))",
            at: name.range,
        )
    }

    static func itemsWithoutList(_ name: OpenAPI.Located<String>) -> Diagnostic {
        Diagnostic(
            .itemsWithoutList,
            "the property '\(name.value)' of the response is not an array; no method for pages is generated",
            at: name.range,
        )
    }
}

// MARK: - Bodies, responses and security

extension Diagnostic {
    static func noSuccess(_ operation: OpenAPI.Operation) -> Diagnostic {
        Diagnostic(
            .noSuccessResponse,
            "the operation documents no successful response; any 2xx counts as one, and its body is ignored",
            at: operation.range,
        )
    }

    static func unknownScheme(_ scheme: OpenAPI.Located<String>, among known: [String]) -> Diagnostic {
        let suggestion = Suggestion.phrase(for: scheme.value, among: known)
        return Diagnostic(
            .unknownSecurityScheme,
            "there is no security scheme '\(scheme.value)', and requests go without it\(suggestion)",
            at: scheme.range,
        )
    }

    static func unusedScheme(_ scheme: OpenAPI.SecurityScheme) -> Diagnostic {
        Diagnostic(
            .unusedSecurityScheme,
            "no 'security' requires '\(scheme.name)'; every request sends it once the caller supplies it",
            at: scheme.range,
        )
    }

    static func clientCertificate(_ scheme: OpenAPI.SecurityScheme) -> Diagnostic {
        Diagnostic(
            .clientCertificate,
            "the client sends no certificate; a transport of your own has to",
            at: scheme.range,
        )
    }

    static func unusableEndpoint(
        of scheme: OpenAPI.SecurityScheme,
        label: String,
        problem: String,
    ) -> Diagnostic {
        Diagnostic(
            .unusableEndpoint,
            "the \(label) of '\(scheme.name)' \(problem); the caller has to supply another one",
            at: scheme.range,
        )
    }

    static func plainScheme(_ scheme: OpenAPI.SecurityScheme, named name: String) -> Diagnostic {
        Diagnostic(
            .plainSecurityScheme,
            "the HTTP scheme '\(name)' is not known; the caller has to supply the whole 'Authorization' header",
            at: scheme.range,
        )
    }
}

// MARK: - Schemas

extension Diagnostic {
    static func circularSchema(_ schema: OpenAPI.Schema) -> Diagnostic {
        Diagnostic(
            .circularReference,
            "the schema refers only to itself; it is generated as 'JSONValue'",
            at: schema.reference?.range ?? schema.range,
        )
    }

    static func duplicateValue(_ value: OpenAPI.Schema.Value, first: OpenAPI.Schema.Value) -> Diagnostic {
        Diagnostic(
            .duplicateEnumValue,
            "the enum lists '\(value.text)' twice, which is one case; remove one of the two",
            at: value.range,
            notes: [Note("it is here first", at: first.range)],
        )
    }

    static func unusedDiscriminator(_ discriminator: OpenAPI.Discriminator) -> Diagnostic {
        Diagnostic(
            .unusedDiscriminator,
            "the discriminator has neither alternatives nor a mapping to schemas that compose this one; "
                + "it is ignored",
            at: discriminator.property.range,
        )
    }

    static func requiredWithoutProperty(_ name: OpenAPI.Located<String>, among known: [String]) -> Diagnostic
    {
        Diagnostic(
            .requiredWithoutProperty,
            "'\(name.value)' is required but not declared as a property, so that the initializer does not ask for it\(Suggestion.phrase(for: name.value, among: known))",
            at: name.range,
        )
    }
}
