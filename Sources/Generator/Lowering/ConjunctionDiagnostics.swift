import APIGenSourceText
import APIGenYAML

/// The diagnostics for the parts of an `allOf`.
extension Diagnostic {
    static func contradictoryType(_ type: Node) -> Diagnostic {
        Diagnostic(
            .contradictoryProperties,
            "no value of this type can be what stands beside it; the type is left out",
            at: type.range,
        )
    }

    static func impliedTypes(_ first: OpenAPI.Schema, count: Int) -> Diagnostic {
        let others = count == 1 ? "" : ", and so are \(count - 1) more"
        return Diagnostic(
            .impliedType,
            "without 'type' this allows values of every type; it is read as the type that its keywords apply to\(others)",
            at: first.range,
        )
    }

    static func contradictoryAccess(_ property: OpenAPI.Schema.Property) -> Diagnostic {
        Diagnostic(
            .contradictoryProperties,
            "'\(property.name.value)' is both 'readOnly' and 'writeOnly', which leaves no use for it; both are ignored",
            at: property.name.range,
        )
    }

    static func contradictoryParts(_ first: OpenAPI.Schema, and second: OpenAPI.Schema) -> Diagnostic {
        Diagnostic(
            .unmergeableAllOf,
            "no value can meet both this part of the 'allOf' and another; the other one counts",
            at: second.range,
            notes: [Note("the other is here", at: first.range)],
        )
    }

    static func unmergeable(_ schema: OpenAPI.Schema) -> Diagnostic {
        Diagnostic(
            .unmergeableAllOf,
            "this part of an 'allOf' is not an object with properties, and cannot be merged with the others; it is left out",
            at: schema.range,
        )
    }

    static func contradictoryProperties(
        _ first: OpenAPI.Schema.Property,
        and second: OpenAPI.Schema.Property,
    ) -> Diagnostic {
        Diagnostic(
            .contradictoryProperties,
            "two parts of an 'allOf' say different things of '\(second.name.value)'; the first counts",
            at: second.name.range,
            notes: [Note("the other is here", at: first.name.range)],
        )
    }
}
