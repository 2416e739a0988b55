import SourceText
import YAML

/// Properties that several parts of an `allOf` declare.
extension Lowering {
    /// The properties of a record, each once, where it first appears.
    mutating func withoutRepetitions(
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

    /// One schema for all declarations of a property: a value has to meet each of them.
    private mutating func conjunction(
        of properties: [OpenAPI.Schema.Property],
        in owner: API.TypeID,
    ) -> OpenAPI.Schema.Property {
        guard properties.count > 1 else { return properties[0] }
        for property in properties { note(property.schema, .property, in: owner) }
        return properties.dropFirst().reduce(properties[0]) { known, next in conjunction(known, next) }
    }

    private mutating func conjunction(
        _ first: OpenAPI.Schema.Property,
        _ second: OpenAPI.Schema.Property,
    ) -> OpenAPI.Schema.Property {
        let (one, other) = (end(of: first.schema), end(of: second.schema))
        // What a part derives from the other's schema, or repeats, is all that is left of the two.
        if first.schema == second.schema || ancestors(of: one).contains(other) { return first }
        if ancestors(of: other).contains(one) { return second }
        let joined = join(first.schema, second.schema)
        guard let schema = document.schemas[joined] else { return first }
        switch shape(of: joined) {
        case .single(let member) where contradiction(in: schema) == nil:
            let isFirst = path(from: first.schema).contains(member)
            checkElements(of: isFirst ? second : first, beside: isFirst ? first : second)
            return OpenAPI.Schema.Property(name: first.name, schema: joined)
        case .enumeration where contradiction(in: schema) == nil:
            return OpenAPI.Schema.Property(name: first.name, schema: joined)
        case .record where shape(of: one).isObject && shape(of: other).isObject:
            return OpenAPI.Schema.Property(name: first.name, schema: joined)
        default:
            // The last word belongs to the part that extends the others.
            guard saySame(first.schema, second.schema) else { break }
            checkElements(of: first, beside: second)
            return second
        }
        diagnostics.report(.contradictoryProperties(first, second))
        ledger?.note(second.name.range, .reported)
        return first
    }

    /// Reports the elements of a list that have properties, where those of another list take their place.
    private mutating func checkElements(
        of lost: OpenAPI.Schema.Property,
        beside kept: OpenAPI.Schema.Property,
    ) {
        let (one, other) = (end(of: lost.schema), end(of: kept.schema))
        guard one != other, hasProperties(elementsOf: one), let node = document.schemas[one]?.node,
            let keptNode = document.schemas[other]?.node
        else { return }
        if node.says(theSameAs: keptNode) {
            ledger?.note(copy: node, of: keptNode)
        } else {
            diagnostics.report(.contradictoryProperties(kept, lost))
            ledger?.note(lost.name.range, .reported)
        }
    }

    private func hasProperties(elementsOf id: OpenAPI.Schema.ID) -> Bool {
        switch shape(of: id) {
        case .array(let element?), .dictionary(let element?):
            let end = end(of: element)
            return document.schemas[end]?.properties.isEmpty == false || hasProperties(elementsOf: end)
        default: return false
        }
    }

    private func saySame(_ left: OpenAPI.Schema.ID, _ right: OpenAPI.Schema.ID) -> Bool {
        guard let one = document.schemas[left], let other = document.schemas[right] else { return false }
        return one.types == other.types && one.reference?.target == other.reference?.target
    }

    private mutating func join(_ left: OpenAPI.Schema.ID, _ right: OpenAPI.Schema.ID) -> OpenAPI.Schema.ID {
        let pair = [left, right]
        if let known = conjunctions[pair] { return known }
        var id = right
        id.conjunction = conjunctions.count + 1
        conjunctions[pair] = id
        document.schemas[id] = document.schemas[right].map { last in
            OpenAPI.Schema(range: last.range, composition: OpenAPI.Composition(allOf: pair))
        }
        return id
    }
}

extension SchemaShape {
    fileprivate var isObject: Bool {
        switch self {
        case .record, .dictionary: true
        default: false
        }
    }
}
