import APIGenSourceText

/// The diagnostics for requests and responses.
extension Diagnostic {
    static func bodyOfBodilessMethod(
        _ body: OpenAPI.RequestBody,
        of operation: OpenAPI.Operation,
    ) -> Diagnostic {
        Diagnostic(
            .bodyOfBodilessMethod,
            "\(operation.method.uppercased()) sends no body; this one is left out",
            at: body.range,
            notes: [Note("in this operation", at: operation.range)],
        )
    }

    static func bodyWithoutFields(_ mediaType: OpenAPI.MediaType) -> Diagnostic {
        Diagnostic(
            .bodyWithoutFields,
            "'\(mediaType.name.value)' has fields, and the schema has none; the caller supplies the bytes of the body",
            at: mediaType.name.range,
        )
    }

    static func unsentNull(_ mediaType: OpenAPI.MediaType) -> Diagnostic {
        Diagnostic(
            .unsentNull,
            "a body that is null cannot be sent, only one that is left out",
            at: mediaType.name.range,
        )
    }

    static func multipartWithoutSchema(_ mediaType: OpenAPI.MediaType) -> Diagnostic {
        Diagnostic(
            .multipartWithoutSchema,
            "without a schema the parts are texts or JSON under names that the caller chooses, and never files",
            at: mediaType.name.range,
        )
    }

    static func unknownEncodedProperty(_ name: OpenAPI.Located<String>, among known: [String]) -> Diagnostic {
        Diagnostic(
            .unknownEncodedProperty,
            "the schema has no property '\(name.value)', and its encoding is left out\(Suggestion.phrase(for: name.value, among: known))",
            at: name.range,
        )
    }

    static func misplacedStyle(_ style: String, in place: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .misplacedStyle,
            "the style '\(style)' is not one of \(place); the default takes its place",
            at: range,
        )
    }

    static func objectPartAsJSON(_ contentType: OpenAPI.Located<String>) -> Diagnostic {
        Diagnostic(
            .objectPartAsJSON,
            "an object is sent as JSON, whatever '\(contentType.value)' says; declare the part as binary to write it yourself",
            at: contentType.range,
        )
    }

    static func openPartHeader(_ header: OpenAPI.Header, of part: String) -> Diagnostic {
        Diagnostic(
            .openPartHeader,
            "the header '\(header.name.value)' of '\(part)' has no fixed value; only a file can bring it, in its 'headers'",
            at: header.name.range,
        )
    }

    static func contentOfBodilessStatus(_ content: OpenAPI.MediaType, status: String) -> Diagnostic {
        Diagnostic(
            .contentOfBodilessStatus,
            "an answer with status \(status) has no body; this content is left out",
            at: content.name.range,
        )
    }

    static func unreadMediaType(_ mediaType: OpenAPI.MediaType, instead other: String) -> Diagnostic {
        Diagnostic(
            .unreadMediaType,
            "the client asks for '\(other)', and never reads '\(mediaType.name.value)'",
            at: mediaType.name.range,
        )
    }

    static func sequenceAsBytes(_ mediaType: OpenAPI.MediaType) -> Diagnostic {
        Diagnostic(
            .sequenceAsBytes,
            "'\(mediaType.name.value)' is a sequence, which is not taken apart yet; it is handed over as bytes at its end",
            at: mediaType.name.range,
        )
    }

    static func parameterContentAsText(_ content: OpenAPI.MediaType) -> Diagnostic {
        Diagnostic(
            .parameterContentAsText,
            "the caller has to write a value of '\(content.name.value)' as text; only JSON has a type",
            at: content.name.range,
        )
    }

    static func ignoredHeader(_ parameter: OpenAPI.Parameter) -> Diagnostic {
        Diagnostic(
            .ignoredHeader,
            "'\(parameter.name)' is not a parameter according to the standard, and left out: bodies, responses and security set it",
            at: parameter.range,
        )
    }

    static func connectionHeader(_ parameter: OpenAPI.Parameter) -> Diagnostic {
        Diagnostic(
            .connectionHeader,
            "'\(parameter.name)' belongs to the connection, where any other value than the transport's breaks the exchange; the parameter is left out",
            at: parameter.range,
        )
    }

    static func invalidHeaderName(_ parameter: OpenAPI.Parameter) -> Diagnostic {
        Diagnostic(
            .invalidHeaderName,
            "'\(parameter.name)' is not a valid header name (RFC 9110, section 5.1); the parameter is left out",
            at: parameter.range,
        )
    }

    static func unappliedEncoding(_ parameter: OpenAPI.Parameter) -> Diagnostic {
        Diagnostic(
            .unappliedEncoding,
            "the client does not encode bodies as '\(parameter.name)' announces: calls that set it to anything but 'identity' are refused",
            at: parameter.range,
        )
    }

    static func unappliedEncoding(_ header: OpenAPI.Header, of part: String) -> Diagnostic {
        Diagnostic(
            .unappliedEncoding,
            "the client does not encode '\(part)' as '\(header.name.value)' says; the header is left out, and a file that is encoded brings it in its 'headers'",
            at: header.name.range,
        )
    }

    static func credentialAsParameter(_ parameter: OpenAPI.Parameter, of scheme: String) -> Diagnostic {
        Diagnostic(
            .credentialAsParameter,
            "'\(parameter.name)' is what the security scheme '\(scheme)' sends, too; the credential of the client, where it has one, takes the place of the parameter",
            at: parameter.range,
        )
    }

    static func nestedParameter(_ parameter: OpenAPI.Parameter, member: String) -> Diagnostic {
        Diagnostic(
            .nestedParameter,
            "no style but 'deepObject' can write \(member), and calls that set it are refused; describe '\(parameter.name)' by a 'content' of 'application/json', if the service takes that",
            at: parameter.range,
        )
    }

    static func bodyOfGet(_ body: OpenAPI.RequestBody, of operation: OpenAPI.Operation) -> Diagnostic {
        Diagnostic(
            .bodyOfGet,
            "Foundation sends no body with GET: calls with one fail unless the client is given another transport",
            at: body.range,
            notes: [Note("in this operation", at: operation.range)],
        )
    }

    static func objectAsJSONPatch(_ mediaType: OpenAPI.MediaType) -> Diagnostic {
        Diagnostic(
            .objectAsJSONPatch,
            "a JSON Patch is a list of operations (RFC 6902); the schema is ignored",
            at: mediaType.name.range,
        )
    }
}
