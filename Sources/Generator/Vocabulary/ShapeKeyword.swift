/// The keywords that determine types.
enum ShapeKeyword: String, Hashable, Sendable, CaseIterable {
    case reference = "$ref"
    case dynamicReference = "$dynamicRef"
    case recursiveReference = "$recursiveRef"
    case identifier = "$id"
    case anchor = "$anchor"
    case dynamicAnchor = "$dynamicAnchor"
    case recursiveAnchor = "$recursiveAnchor"
    case innerSchemas = "$defs"
    case definitions
    case type, nullable, `enum`, const
    case properties, patternProperties, additionalProperties, unevaluatedProperties, propertyNames
    case required, dependentRequired
    /// Up to draft 7, `dependentRequired` and `dependentSchemas` in one.
    case dependencies
    case requiredInRequests = "x-required-in-requests"
    case items, prefixItems, additionalItems
    case allOf, oneOf, anyOf, discriminator
    case format, contentEncoding, contentMediaType
}

extension ShapeKeyword {
    /// The properties of a shape keyword.
    struct Facts: Sendable {
        /// The types that the keyword applies to; `nil` if it applies to all types.
        var subjects: [SchemaType]?
        /// Whether the keyword has no effect if its value is empty.
        var isVoidIfEmpty = false
        /// The words before the value in a sentence, for a keyword that describes a string without determining its
        /// type.
        var phrase: String?
    }

    var facts: Facts {
        switch self {
        case .reference, .dynamicReference, .recursiveReference, .identifier, .anchor, .dynamicAnchor,
            .recursiveAnchor, .innerSchemas, .definitions:
            Facts()
        case .type, .nullable, .enum, .const: Facts()
        case .properties, .patternProperties, .required, .requiredInRequests, .dependentRequired,
            .dependencies:
            Facts(subjects: [.object], isVoidIfEmpty: true)
        case .additionalProperties, .unevaluatedProperties, .propertyNames: Facts(subjects: [.object])
        // It applies to the alternatives, whatever the `type` next to it.
        case .discriminator: Facts()
        case .prefixItems: Facts(subjects: [.array], isVoidIfEmpty: true)
        case .items, .additionalItems: Facts(subjects: [.array])
        case .allOf, .oneOf, .anyOf: Facts(isVoidIfEmpty: true)
        // Its value determines the type that it applies to.
        case .format: Facts()
        case .contentEncoding: Facts(subjects: [.string], phrase: "It is encoded as")
        case .contentMediaType: Facts(subjects: [.string], phrase: "It holds")
        }
    }
}
