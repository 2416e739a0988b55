/// The values that discriminators give to the property by which they tell schemas apart.
struct DiscriminatorValues {
    private struct Place: Hashable {
        let schema: OpenAPI.Schema.ID
        let property: String
    }

    private var values: [Place: Set<API.Constant>] = [:]

    init() {}

    init(_ lowering: Lowering) {
        for id in lowering.document.schemas.ids {
            guard let discriminator = lowering.document.schemas[id]?.discriminator else { continue }
            for profile in lowering.branches(of: id).flatMap({ lowering.profiles(of: $0, branch: 0) }) {
                guard let end = profile.path.last else { continue }
                let place = Place(schema: end, property: discriminator.property.value)
                values[place, default: []].formUnion(lowering.values(of: profile, discriminator))
            }
        }
    }

    /// The value that a schema always has in a property, if there is just one.
    func only(of schema: OpenAPI.Schema.ID, _ property: String) -> API.Constant? {
        let values = values[Place(schema: schema, property: property)] ?? []
        return values.count == 1 ? values.first : nil
    }
}

extension Lowering {
    /// The only value that a property may have: the one that it lists, or the one by which a discriminator means its
    /// schema.
    func constant(
        of property: OpenAPI.Schema.Property, _ values: [API.Constant], in schema: OpenAPI.Schema.ID
    )
        -> API.Constant?
    {
        values.count == 1 ? values[0] : discriminatorValues.only(of: schema, property.name.value)
    }

    /// The values that a property lists, as far as its type does not tell them.
    func untold(_ values: [API.Constant], of id: OpenAPI.Schema.ID) -> [API.Constant] {
        let end = end(of: id)
        let isTold = shape(of: end).isEnumeration || shape(of: end).isIntegerEnumeration
        return isTold && Set(values) == Set(constants(of: end)) ? [] : values
    }
}
