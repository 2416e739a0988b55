/// Finds the constants that distinguish the alternatives of a union.
struct TellingConstants {
    let graph: SchemaGraph

    /// The constants that belong to a single alternative, by its index. Numbers and Booleans are omitted, since they
    /// are not distinctive names.
    func words(of profiles: [Profile], by discriminator: OpenAPI.Discriminator?) -> [Int: String] {
        guard profiles.onlyBranch == nil else { return [:] }
        guard let discriminator else { return words(of: profiles, without: []) }
        return unique(profiles.map { ($0, stated(by: discriminator, of: $0)) })
    }

    /// The constants in the document, as opposed to the implicit name of a schema.
    private func stated(by discriminator: OpenAPI.Discriminator, of profile: Profile) -> [API.Constant] {
        let own = graph.profiles.constants(of: discriminator.property.value, in: profile)
        let isStated = !discriminator.mapping.isEmpty || !own.isEmpty
        return isStated ? graph.profiles.values(of: profile, discriminator) : []
    }

    /// If alternatives share a constant, another property may distinguish them.
    private func words(of profiles: [Profile], without used: Set<String>) -> [Int: String] {
        guard let tag = graph.profiles.tag(of: profiles, without: used) else { return [:] }
        var words = unique(tag.cases.map { ($0.profile, $0.values) })
        for group in tag.cases.grouped {
            let sharing = group.owners.map { tag.cases[$0].profile }
            guard sharing.onlyBranch == nil else { continue }
            words.merge(self.words(of: sharing, without: used.union([tag.name]))) { first, _ in first }
        }
        return words
    }

    private func unique(_ stated: [(profile: Profile, values: [API.Constant])]) -> [Int: String] {
        let owners = Dictionary(
            grouping: stated.flatMap { profile, values in
                values.map { (value: $0, branch: profile.branch) }
            }, by: \.value
        ).mapValues { Set($0.map(\.branch)) }
        var words: [Int: String] = [:]
        for (branch, own) in Dictionary(grouping: stated, by: \.profile.branch) {
            let values = own.flatMap(\.values).withoutDuplicates
            guard values.count == 1, case .text(let text) = values[0], text.first?.isLetter == true,
                owners[values[0]]?.count == 1
            else { continue }
            words[branch] = text
        }
        return words
    }
}
