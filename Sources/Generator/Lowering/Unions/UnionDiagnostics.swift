import APIGenSourceText

/// The diagnostics for unions and cycles.
extension Diagnostic {
    static func endlessList(_ schema: OpenAPI.Schema) -> Diagnostic {
        Diagnostic(
            .endlessList,
            "an array or dictionary that contains itself has no type in Swift; its elements are 'JSONValue'",
            at: schema.range,
        )
    }

    static func deepList(_ schema: OpenAPI.Schema, levels: Int) -> Diagnostic {
        Diagnostic(
            .deepList,
            "arrays and dictionaries are nested in more than \(levels) levels; the elements of this one are 'JSONValue'",
            at: schema.range,
        )
    }

    static func ambiguousUnion(
        _ schema: OpenAPI.Schema,
        _ example: String,
        _ first: String,
        _ second: String,
    ) -> Diagnostic {
        Diagnostic(
            .ambiguousUnion,
            "'\(first)' and '\(second)' cannot be told apart: \(example) matches both, and is decoded as '\(first)'",
            at: schema.range,
        )
    }

    static func unreachableAlternative(_ name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .unreachableAlternative,
            "no value is ever taken for '\(name)': others before it take all that it allows",
            at: range,
        )
    }

    static func sharedValue(_ value: String, of cases: [String], at range: SourceRange) -> Diagnostic {
        let names = cases.map { "'\($0)'" }.joined(separator: " and ")
        return Diagnostic(
            .sharedDiscriminatorValue,
            "the value \(value) of the discriminator stands for \(names); other members have to tell them apart",
            at: range,
        )
    }

    static func mappingBeyondUnion(_ value: OpenAPI.Located<String>) -> Diagnostic {
        Diagnostic(
            .mappingBeyondUnion,
            "'\(value.value)' maps to a schema that is not one of the alternatives, and is left out",
            at: value.range,
        )
    }
}
