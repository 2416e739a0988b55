import APIGenSourceText
import APIGenYAML

/// Properties that several parts of an `allOf` declare.
extension RecordLowering {
    /// The properties of a record without duplicates, each at its first position.
    func withoutRepetitions(
        _ properties: [OpenAPI.Schema.Property],
        in owner: API.TypeID,
    ) -> [OpenAPI.Schema.Property] {
        var places = ExactDictionary<Int>()
        var groups: [[OpenAPI.Schema.Property]] = []
        for property in properties {
            if let index = places[property.name.value] {
                groups[index].append(property)
            } else {
                places[property.name.value] = groups.count
                groups.append([property])
            }
        }
        return groups.map { conjunction(of: $0, in: owner) }
    }

    /// Combines all declarations of a property, since a value must match each of them.
    private func conjunction(
        of properties: [OpenAPI.Schema.Property],
        in owner: API.TypeID,
    ) -> OpenAPI.Schema.Property {
        guard properties.count > 1 else { return properties[0] }
        return properties.dropFirst().reduce(properties[0]) { known, next in
            conjunction(of: known, and: next, in: owner)
        }
    }

    private func conjunction(
        of first: OpenAPI.Schema.Property,
        and second: OpenAPI.Schema.Property,
        in owner: API.TypeID,
    ) -> OpenAPI.Schema.Property {
        let (one, other) = (graph.end(of: first.schema), graph.end(of: second.schema))
        // If one schema extends or repeats the other, it is sufficient.
        if first.schema == second.schema || graph.ancestors(of: one).contains(other) {
            note(repeated: second.schema, as: .property, in: owner)
            return first
        }
        if graph.ancestors(of: other).contains(one) {
            note(repeated: first.schema, as: .property, in: owner)
            return second
        }
        let joined = graph.join(first.schema, second.schema)
        guard let schema = graph.schemas[joined] else { return first }
        switch graph.shape(of: joined) {
        case .single(let member) where graph.conjunctions.contradiction(in: schema) == nil:
            let isFirst = graph.path(from: first.schema).contains(member)
            checkElements(of: isFirst ? second : first, beside: isFirst ? first : second)
            return OpenAPI.Schema.Property(name: first.name, schema: joined)
        case .enumeration where graph.conjunctions.contradiction(in: schema) == nil:
            return OpenAPI.Schema.Property(name: first.name, schema: joined)
        case .record where graph.shape(of: one).isObject && graph.shape(of: other).isObject:
            return OpenAPI.Schema.Property(name: first.name, schema: joined)
        case .single, .enumeration, .record, .reference, .scalar, .array, .dictionary, .integerEnumeration,
            .union:
            // The part that extends the others takes precedence.
            guard saySame(first.schema, second.schema) else { break }
            checkElements(of: first, beside: second)
            note(repeated: first.schema, as: .property, in: owner)
            return second
        }
        report(.contradictoryProperties(first, and: second))
        note(whole: graph.schemas[second.schema]?.node, as: .reported)
        return first
    }

    /// Reports list elements with properties that are replaced by the elements of another list.
    private func checkElements(
        of lost: OpenAPI.Schema.Property,
        beside kept: OpenAPI.Schema.Property,
    ) {
        let (one, other) = (graph.end(of: lost.schema), graph.end(of: kept.schema))
        guard one != other, hasProperties(elementsOf: one), let node = graph.schemas[one]?.node,
            let keptNode = graph.schemas[other]?.node
        else { return }
        if node.says(theSameAs: keptNode) {
            recorder?.note(copy: node, of: keptNode)
        } else {
            report(.contradictoryProperties(kept, and: lost))
            note(whole: graph.schemas[lost.schema]?.node, as: .reported)
        }
    }

    private func hasProperties(elementsOf id: OpenAPI.Schema.ID) -> Bool {
        switch graph.shape(of: id) {
        case .array(let element?), .dictionary(let element?):
            let end = graph.end(of: element)
            return graph.schemas[end]?.properties.isEmpty == false || hasProperties(elementsOf: end)
        case .array(nil), .dictionary(nil), .reference, .single, .scalar, .record, .enumeration,
            .integerEnumeration, .union:
            return false
        }
    }

    private func saySame(_ left: OpenAPI.Schema.ID, _ right: OpenAPI.Schema.ID) -> Bool {
        guard let one = graph.schemas[left], let other = graph.schemas[right] else { return false }
        // An enumeration of its own, such as that of a subtype, replaces the inherited one.
        let isReplaced =
            graph.shape(of: graph.end(of: right)).isEnumeration
            || graph.conjunctions.haveCommonValues(left, right)
        return isReplaced && one.types == other.types && one.reference?.target == other.reference?.target
    }
}

extension SchemaShape {
    fileprivate var isObject: Bool {
        switch self {
        case .record, .dictionary: true
        case .reference, .single, .scalar, .array, .enumeration, .integerEnumeration, .union: false
        }
    }
}
