import SourceText

/// A profile with the constants of a property that may tell it from others.
struct Tagged {
    let profile: Profile
    let values: [API.Constant]

    /// Whether a value may lack the property. One that the type does not know is written beside it, and has to be
    /// there.
    func mayLack(_ name: String) -> Bool {
        !profile.object.required.contains(name)
            && (profile.object.properties[name] != nil || values.isEmpty)
    }
}

extension Profiles {
    /// The property whose constants tell most of the profiles apart; `nil` if none does.
    ///
    /// Each of them has it, or, where some lack it, the others require it: a list of values of a property that just a
    /// few of them have says nothing of the rest.
    func tag(
        of profiles: [Profile],
        without used: Set<String> = [],
    ) -> (name: String, cases: [Tagged])? {
        let names = profiles.flatMap { profile in
            [profile.tag?.member].compactMap(\.self) + profile.object.required + profile.object.names
        }
        let owners = owners(among: profiles)
        var best: (name: String, cases: [Tagged])?
        for name in names.withoutDuplicates where !used.contains(name) {
            let owned = owners[name] ?? []
            let tagged = owned.compactMap { index in
                let values = constants(of: name, in: profiles[index])
                return values.isEmpty ? nil : Tagged(profile: profiles[index], values: values)
            }
            guard tagged.count > best?.cases.count ?? 1, tagged.count == owned.count,
                isTelling(tagged, among: profiles, name)
            else { continue }
            best = (name, tagged)
        }
        return best
    }

    /// By name of a property, the places of the profiles that have it.
    private func owners(among profiles: [Profile]) -> ExactDictionary<[Int]> {
        var owners = ExactDictionary<[Int]>()
        for (index, profile) in profiles.enumerated() {
            let names = [profile.tag?.member].compactMap(\.self) + profile.object.names
            for name in names.withoutDuplicates { owners[name, default: []].append(index) }
        }
        return owners
    }

    private func isTelling(_ tagged: [Tagged], among profiles: [Profile], _ name: String) -> Bool {
        let isRequired = tagged.allSatisfy {
            $0.profile.object.required.contains(name) || $0.profile.tag?.member == name
        }
        guard isRequired || tagged.count == profiles.count else { return false }
        let count = Set(tagged.map(\.profile.branch)).count
        return tagged.grouped.contains { group in
            Set(group.owners.map { tagged[$0].profile.branch }).count < count
        }
    }
}

extension [Tagged] {
    /// The values, those of the same profiles together, with the places of the profiles.
    var grouped: [(values: [API.Constant], owners: [Int])] {
        var owners: [API.Constant: [Int]] = [:]
        for (index, tagged) in enumerated() {
            for value in tagged.values.withoutDuplicates { owners[value, default: []].append(index) }
        }
        var places: [[Int]: Int] = [:]
        var groups: [(values: [API.Constant], owners: [Int])] = []
        for value in flatMap(\.values).withoutDuplicates {
            let own = owners[value] ?? []
            if let place = places[own] {
                groups[place].values.append(value)
            } else {
                places[own] = groups.count
                groups.append(([value], own))
            }
        }
        return groups
    }
}
