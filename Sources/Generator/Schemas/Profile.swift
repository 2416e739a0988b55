import APIGenSourceText

/// The observable features of the JSON values that belong to a case of a union.
struct Profile {
    enum Content {
        case any, boolean, integer, number
        case text(Text)
        case array(OpenAPI.Schema.ID?)
        case object(Object)
    }

    enum Text {
        case plain
        case formatted(TextForm)
        case listed([API.Constant])
    }

    struct Object {
        var properties = ExactDictionary<OpenAPI.Schema.ID>()
        /// The names of the properties, in the order of the document.
        var names: [String] = []
        /// The names of the required properties, in document order.
        var required: [String] = []
    }

    /// The index of the case that these values belong to. A case that is a union itself has several profiles.
    let branch: Int
    /// The schemas from the alternative to the one that describes the values. A discriminator mapping may refer to any
    /// of them.
    var path: [OpenAPI.Schema.ID] { way.schemas }
    let way: Way
    /// The name of the schema, which is its discriminator value if there is no mapping.
    let name: String?
    let content: Content
    /// The discriminator of a nested union, and its values for this profile.
    var tag: (member: String, values: [API.Constant])?

    var type: API.JSONType? {
        switch content {
        case .any: nil
        case .boolean: .boolean
        case .integer, .number: .number
        case .text: .string
        case .array: .array
        case .object: .object
        }
    }

    var object: Object {
        if case .object(let object) = content { object } else { Object() }
    }
}

extension Profile {
    /// A path of schemas, each leading to the next. Paths into the same union share their beginning.
    indirect enum Way {
        case start
        case step([OpenAPI.Schema.ID], after: Way)

        /// The schemas in path order.
        var schemas: [OpenAPI.Schema.ID] {
            var steps: [[OpenAPI.Schema.ID]] = []
            var rest = self
            while case .step(let schemas, let before) = rest {
                steps.append(schemas)
                rest = before
            }
            return steps.reversed().flatMap(\.self)
        }

        var last: OpenAPI.Schema.ID? {
            if case .step(let schemas, _) = self { schemas.last } else { nil }
        }
    }
}

/// A path from an alternative of a union into nested unions.
private struct ProfilePath {
    let schema: OpenAPI.Schema.ID
    let branch: Int
    var before = Profile.Way.start
    /// The discriminators of the unions on the path, outermost first.
    var discriminators: [OpenAPI.Discriminator] = []

    func extended(
        by way: [OpenAPI.Schema.ID],
        _ discriminator: OpenAPI.Discriminator?,
        to schema: OpenAPI.Schema.ID,
    ) -> ProfilePath {
        ProfilePath(
            schema: schema, branch: branch, before: .step(way, after: before),
            discriminators: discriminators + [discriminator].compactMap(\.self))
    }
}

/// Computes the profiles and constants of schemas.
struct Profiles {
    let graph: SchemaGraph

    /// The profiles of a single schema.
    func all(of id: OpenAPI.Schema.ID) -> [Profile] {
        graph.shapes.profiles(id) { all(of: [(id, 0)], in: nil) }
    }

    /// The profiles of the alternatives of a union. A schema that several alternatives lead to belongs to the one with
    /// the shortest path: of a union and one of its alternatives, the latter.
    func all(
        of alternatives: [(schema: OpenAPI.Schema.ID, branch: Int)],
        in union: OpenAPI.Schema.ID?,
    ) -> [Profile] {
        var visited = Set([union].compactMap(\.self))
        var found: [Profile] = []
        var level = alternatives.map { ProfilePath(schema: $0.schema, branch: $0.branch) }
        while !level.isEmpty {
            var next: [ProfilePath] = []
            for path in level {
                let way = graph.path(from: path.schema)
                guard let end = way.last, visited.insert(end).inserted, let schema = graph.schemas[end]
                else { continue }
                if case .union = graph.shape(of: end) {
                    next += graph.branches(of: end).map {
                        path.extended(by: way, schema.discriminator, to: $0)
                    }
                } else {
                    found += profiles(of: end, schema, path, way)
                }
            }
            level = next
        }
        return found.enumerated().sorted { ($0.element.branch, $0.offset) < ($1.element.branch, $1.offset) }
            .map(\.element)
    }

    private func profiles(
        of end: OpenAPI.Schema.ID,
        _ schema: OpenAPI.Schema,
        _ path: ProfilePath,
        _ way: [OpenAPI.Schema.ID],
    ) -> [Profile] {
        let name =
            way.lazy.compactMap { graph.schemas[$0]?.reference?.name }.first ?? graph.componentNames[end]
        return contents(of: end, schema).map { content in
            let profile = Profile(
                branch: path.branch, way: .step(way, after: path.before), name: name, content: content)
            return path.discriminators.reversed().reduce(profile, tagged)
        }
    }

    private func tagged(_ profile: Profile, _ discriminator: OpenAPI.Discriminator) -> Profile {
        let values = profile.type == .object ? values(of: profile, discriminator) : []
        guard !values.isEmpty else { return profile }
        var tagged = profile
        tagged.tag = (discriminator.property.value, values)
        return tagged
    }

    /// The discriminator values of a profile: those of the mapping, those that the property itself lists, or else the
    /// name of the schema.
    func values(of profile: Profile, _ discriminator: OpenAPI.Discriminator) -> [API.Constant] {
        let property = profile.object.properties[discriminator.property.value]
        let mapped = discriminator.mapping.filter { entry in
            if profile.path.contains(entry.schema) { return true }
            let path = graph.path(from: entry.schema)
            return path.count > 1 && profile.path.contains(where: path.contains)
        }
        let own = property.map(constants) ?? []
        if mapped.isEmpty {
            return own.isEmpty ? [profile.name].compactMap(\.self).map(API.Constant.text) : own
        }
        let values = mapped.map { constant($0.value.value, of: property) }
        guard !own.isEmpty else { return values }
        let taken = discriminator.mapping.map { constant($0.value.value, of: property) }
        return values + own.filter { !values.contains($0) && !taken.contains($0) }
    }

    /// A mapping key, which is always a string, converted to the type of the discriminator property.
    private func constant(_ key: String, of property: OpenAPI.Schema.ID?) -> API.Constant {
        switch property.map({ graph.shape(of: graph.end(of: $0)) }) {
        case .integerEnumeration?: Double(key) == nil ? .text(key) : .number(key)
        case .scalar(let scalar)? where scalar.isNumber: Double(key) == nil ? .text(key) : .number(key)
        case .scalar(.boolean)?: Bool(key).map(API.Constant.boolean) ?? .text(key)
        case .scalar, .reference, .single, .array, .dictionary, .record, .enumeration, .union, nil: .text(key)
        }
    }

    /// The constants of a property in a profile.
    func constants(of member: String, in profile: Profile) -> [API.Constant] {
        if let tag = profile.tag, tag.member == member { return tag.values }
        return profile.object.properties[member].map(constants) ?? []
    }

    private func contents(of id: OpenAPI.Schema.ID, _ schema: OpenAPI.Schema) -> [Profile.Content] {
        switch graph.shape(of: id) {
        case .enumeration: [.text(.listed(constants(of: id)))]
        case .integerEnumeration: [.integer]
        case .array(let items): [.array(items)]
        case .dictionary: [.object(Profile.Object())]
        case .record: [.object(object(id))]
        case .scalar(.json): Self.contents(of: schema.types.filter { $0 != .null })
        case .scalar(let scalar): [Self.content(of: scalar)]
        case .reference, .single, .union: [.any]
        }
    }

    private static func content(of scalar: API.Scalar) -> Profile.Content {
        switch scalar.facts.type {
        case .string?: .text(scalar.facts.form.map(Profile.Text.formatted) ?? .plain)
        case let type?: content(of: type)
        case nil: .any
        }
    }

    /// A schema of several types has no single Swift type, but its JSON values are of these types.
    private static func contents(of types: [OpenAPI.Schema.TypeName]) -> [Profile.Content] {
        guard !types.isEmpty else { return [.any] }
        return types.map(content)
    }

    private static func content(of type: OpenAPI.Schema.TypeName) -> Profile.Content {
        switch type {
        case .string: .text(.plain)
        case .boolean: .boolean
        case .integer: .integer
        case .number: .number
        case .array: .array(nil)
        case .object: .object(Profile.Object())
        case .null: .any
        }
    }

    private func object(_ id: OpenAPI.Schema.ID) -> Profile.Object {
        let parts = graph.parts(of: id).compactMap { graph.schemas[$0] }
        var object = Profile.Object()
        for property in parts.flatMap(\.properties) {
            // A part may narrow the values of a property that another part declares.
            let known = object.properties[property.name.value]
            guard known.map({ constants(of: $0).isEmpty }) ?? true else { continue }
            if known == nil { object.names.append(property.name.value) }
            if known == nil || !constants(of: property.schema).isEmpty {
                object.properties[property.name.value] = property.schema
            }
        }
        for name in parts.flatMap(\.required).map(\.value) where !object.required.exact.contains(name.exact) {
            // Responses omit write-only properties, even if they are required.
            if !(object.properties[name].map(isWriteOnly) ?? false) { object.required.append(name) }
        }
        return object
    }

    private func isWriteOnly(_ id: OpenAPI.Schema.ID) -> Bool {
        graph.path(from: id).contains { graph.schemas[$0]?.annotations.isWriteOnly ?? false }
    }

    /// The values that a schema lists, without null; empty if it also allows other values.
    func constants(of id: OpenAPI.Schema.ID) -> [API.Constant] {
        // The first schema on the path that lists values narrows those of its target.
        guard let (place, schema) = valuePlace(of: id) else { return [] }
        return constants(graph.values.listed(of: place).map(\.value), of: schema)
    }

    /// The JSON constants for values of a schema, without null. A number or a Boolean is a string if the schema has
    /// `type: string`.
    func constants(_ values: [OpenAPI.Schema.Value], of schema: OpenAPI.Schema) -> [API.Constant] {
        values.compactMap { value in
            switch value.kind {
            case .string: .text(value.text)
            case .boolean: schema.types.contains(.string) ? .text(value.text) : .boolean(value.text == "true")
            case .number: schema.types.contains(.string) ? .text(value.text) : .number(value.text)
            case .null, .collection: nil
            }
        }
    }

    private func valuePlace(of id: OpenAPI.Schema.ID) -> (OpenAPI.Schema.ID, OpenAPI.Schema)? {
        let way = graph.path(from: id)
        let place = way.first { graph.schemas[$0].map { !$0.values.isEmpty } ?? false } ?? graph.end(of: id)
        return graph.schemas[place].map { (place, $0) }
    }
}

extension [Profile] {
    /// The index of the case that all profiles belong to; `nil` if they belong to several.
    var onlyBranch: Int? {
        guard let first, allSatisfy({ $0.branch == first.branch }) else { return nil }
        return first.branch
    }
}
