/// The keywords that types are made of.
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
    case requiredInRequests = "x-required-in-requests"
    case items, prefixItems, additionalItems
    case allOf, oneOf, anyOf, discriminator
    case format, contentEncoding, contentMediaType
}

extension ShapeKeyword {
    /// A row of the table of keywords.
    struct Facts: Sendable {
        /// The types that the keyword says something of; `nil` where that is all of them.
        var subjects: Set<SchemaType>?
        /// Whether it says nothing where it holds nothing.
        var isVoidIfEmpty = false
        /// What introduces the value in a sentence, where the keyword describes a text and no type tells it.
        var phrase: String?
    }

    var facts: Facts {
        switch self {
        case .reference, .dynamicReference, .recursiveReference, .identifier, .anchor, .dynamicAnchor,
            .recursiveAnchor, .innerSchemas, .definitions:
            Facts()
        case .type, .nullable, .enum, .const: Facts()
        case .properties, .patternProperties, .required, .requiredInRequests, .dependentRequired:
            Facts(subjects: [.object], isVoidIfEmpty: true)
        case .additionalProperties, .unevaluatedProperties, .propertyNames: Facts(subjects: [.object])
        // It speaks of the alternatives, of whatever type what stands beside them is.
        case .discriminator: Facts()
        case .items, .prefixItems, .additionalItems: Facts(subjects: [.array])
        case .allOf, .oneOf, .anyOf: Facts(isVoidIfEmpty: true)
        // Its name tells which type a format is of.
        case .format: Facts()
        case .contentEncoding: Facts(subjects: [.string], phrase: "It is encoded as")
        case .contentMediaType: Facts(subjects: [.string], phrase: "It holds")
        }
    }
}
