import APIGenSourceText

/// A profile with the constants of a property that may distinguish it from others.
struct Tagged {
    let profile: Profile
    let values: [API.Constant]

    /// Whether the property may be absent from a value. A property that the type does not declare is written by the
    /// union, and must be present.
    func mayLack(_ name: String) -> Bool {
        !profile.object.required.contains(name)
            && (profile.object.properties[name] != nil || values.isEmpty)
    }
}

extension Profiles {
    /// The property whose constants distinguish the most profiles; `nil` if there is none.
    ///
    /// All profiles have the property, or those that have it also require it: constants of an optional property say
    /// nothing about profiles without it.
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

    /// The indices of the profiles that have each property.
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
    /// The constants grouped by the profiles that share them, with the indices of these profiles.
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
