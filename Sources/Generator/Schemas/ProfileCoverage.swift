import APIGenSourceText

/// Comparisons of profiles.
extension Profiles {
    /// Whether every value that matches `other` also matches `profile`, with the same property names and required
    /// properties, so that `other` is unreachable if `profile` is tried first. `false` if unknown.
    func covers(_ profile: Profile, _ other: Profile) -> Bool {
        switch (profile.content, other.content) {
        case (.array(let items), .array(let others)):
            guard let items else { return true }
            return others.map { takesAll(of: $0, items) } ?? false
        case (.object(let object), .object(let other)):
            return object.names.count == other.names.count && Set(object.required) == Set(other.required)
                && object.names.allSatisfy { other.properties[$0] != nil } && !other.names.isEmpty
                && other.names.allSatisfy { name in
                    guard let wide = object.properties[name], let narrow = other.properties[name] else {
                        return false
                    }
                    return takesAll(of: narrow, wide)
                }
        case (.array, _), (.object, _), (.any, _), (.boolean, _), (.integer, _), (.number, _), (.text, _):
            return false
        }
    }

    /// The property names of any profile that this one can cover, empty for arrays; `nil` if it cannot cover another
    /// one.
    func likeness(of profile: Profile) -> Set<String>? {
        switch profile.content {
        case .array: []
        case .object(let object): object.names.isEmpty ? nil : Set(object.names)
        case .any, .boolean, .integer, .number, .text: nil
        }
    }

    private func takesAll(of schema: OpenAPI.Schema.ID, _ wide: OpenAPI.Schema.ID) -> Bool {
        let (one, other) = (graph.end(of: wide), graph.end(of: schema))
        guard one != other else { return true }
        switch (graph.shape(of: one), graph.shape(of: other)) {
        case (.scalar(.json), _): return true
        case (.scalar(.number), .scalar(let narrow)) where narrow.isNumber: return true
        case (.scalar(let wide), .scalar(let narrow)): return wide == narrow
        case (.scalar, _), (.reference, _), (.single, _), (.array, _), (.dictionary, _), (.record, _),
            (.enumeration, _), (.integerEnumeration, _), (.union, _):
            return false
        }
    }

    /// The property names of an object, or of the objects in an array.
    func members(of profile: Profile) -> [String] {
        switch profile.content {
        case .object(let object): object.names
        case .array(let items?): all(of: items).flatMap(\.object.names)
        case .array(nil), .any, .boolean, .integer, .number, .text: []
        }
    }

    /// Whether an object has only the properties declared in its own schema.
    func isClosed(_ profile: Profile) -> Bool {
        guard case .object = profile.content, let id = profile.way.last, let schema = graph.schemas[id]
        else { return false }
        return schema.isClosed && schema.patternProperties.isEmpty && schema.composition.isEmpty
    }

    /// Whether the string format also matches many strings of other formats.
    func isLoose(_ profile: Profile) -> Bool {
        profile.way.last.flatMap { graph.shape(of: $0).scalar?.facts.form?.isLoose } ?? false
    }

    /// The property names that the alternatives declare.
    func members(of part: OpenAPI.Schema.ID) -> [String] {
        let profiles = graph.branches(of: part).flatMap { all(of: graph.end(of: $0)) }
        return profiles.flatMap(\.object.names).withoutDuplicates
    }
}
