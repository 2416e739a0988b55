/// Descriptions of types.
extension Words {
    func property(_ property: API.Property, travelling direction: API.Direction) -> String {
        var sentences = [told(property.description)].compactMap(\.self)
        if direction.isBothWays, property.isWriteOnly { sentences.append("Responses do not include it.") }
        sentences += demands(
            property.limits, rules: property.rules, values: property.values, of: property.type)
        sentences += [
            told(property.valueDescription).map(Markdown.ended), defaultValue(property.defaultValue),
        ]
        .compactMap(\.self)
        return Markdown.joined(sentences)
    }

    /// The description of additional properties.
    func additional(_ additional: API.AdditionalProperties) -> String {
        let sentences = ["Properties the API description does not declare.", told(additional.description)]
        let demands = demands(
            additional.limits, rules: additional.rules, values: additional.values,
            of: .dictionary(additional.type))
        return Markdown.joined(sentences.compactMap(\.self) + demands)
    }

    func unionCase(_ value: API.UnionCase) -> String {
        let demands = demands(value.limits, rules: value.rules, values: value.values, of: value.type)
        return Markdown.joined([told(value.description)].compactMap(\.self) + demands)
    }

    /// The description of an enumeration case, or its value if the name differs from it.
    func enumerationCase(_ value: API.Case) -> String? {
        if let description = told(value.description) { return description }
        if value.value.isEmpty { return "The empty string." }
        return value.value == spelling(value.name) ? nil : Markdown.code(value.value)
    }
}
