/// The values of the properties that distinguish the cases of unions: discriminator values and constants.
struct DiscriminatorValues {
    private struct Place: Hashable {
        let schema: OpenAPI.Schema.ID
        let property: String
    }

    private var values: [Place: Set<API.Constant>] = [:]

    init() {}

    init(_ graph: SchemaGraph) {
        for id in graph.schemas.ids {
            guard let schema = graph.schemas[id] else { continue }
            let branches = graph.branches(of: id)
            if let discriminator = schema.discriminator {
                let name = discriminator.property.value
                for profile in branches.flatMap(graph.profiles.all) {
                    add(name, graph.profiles.values(of: profile, discriminator), of: profile)
                }
            } else if branches.count > 1 {
                let owners = branches.enumerated().map { (schema: $0.element, branch: $0.offset) }
                let profiles = graph.profiles.all(of: owners, in: id).filter { $0.type == .object }
                addTags(of: profiles, [], graph)
            }
        }
    }

    private mutating func add(_ name: String, _ values: [API.Constant], of profile: Profile) {
        guard let end = profile.way.last else { return }
        self.values[Place(schema: end, property: name), default: []].formUnion(values)
    }

    private mutating func addTags(of profiles: [Profile], _ used: Set<String>, _ graph: SchemaGraph) {
        guard profiles.onlyBranch == nil, let tag = graph.profiles.tag(of: profiles, without: used) else {
            return
        }
        for tagged in tag.cases { add(tag.name, tagged.values, of: tagged.profile) }
        for group in tag.cases.grouped {
            addTags(of: group.owners.map { tag.cases[$0].profile }, used.union([tag.name]), graph)
        }
    }

    /// Whether the property distinguishes the schema from other cases of a union.
    func isTag(_ schema: OpenAPI.Schema.ID, _ property: String) -> Bool {
        values[Place(schema: schema, property: property)] != nil
    }

    /// The single value that identifies a schema by a property; `nil` if there are several or none.
    func only(of schema: OpenAPI.Schema.ID, _ property: String) -> API.Constant? {
        let values = values[Place(schema: schema, property: property)] ?? []
        return values.count == 1 ? values.first : nil
    }
}
