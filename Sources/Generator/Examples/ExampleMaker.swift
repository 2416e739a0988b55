import APIGenSourceText
import APIGenYAML

/// Makes examples of values: those of the document where they match their types, and others from types and limits.
struct ExampleMaker {
    enum Size: Sendable {
        /// What is required, and nothing else.
        case required
        /// What is required, and a property where there would be none.
        case brief
        /// Everything that is not deprecated.
        case complete
    }

    let api: API
    let size: Size
    /// Whether values are sent or received. Requests omit read-only properties, and responses omit write-only ones.
    let direction: API.Direction
    /// The declared types around the value, so that recursion ends.
    var enclosing: [API.TypeID] = []
    /// The number of the value among its siblings, which differ where they must.
    var number = 0
    let effort = Effort()

    /// What making one example may cost: types that refer to each other have examples of any size. It is shared by all
    /// makers of its parts.
    final class Effort {
        private var rest = 2000

        /// Whether there is anything left.
        func spend() -> Bool {
            rest -= 1
            return rest >= 0
        }
    }

    init(_ api: API, size: Size, travelling direction: API.Direction) {
        self.api = api
        self.size = size
        self.direction = direction
    }

    /// An example of a value.
    ///
    /// - Returns: `nil` if there is none, or none was found.
    func example(of type: API.TypeReference, by demands: ExampleDemands) -> Example? {
        guard effort.spend() else { return nil }
        for node in demands.examples.values.dropFirst(number) {
            if let example = example(node, of: type, by: demands) { return example }
        }
        return made(of: type, by: demands)
    }

    /// An example of the document.
    ///
    /// - Returns: `nil` if it does not match the type or its limits.
    func example(_ node: Node, of type: API.TypeReference, by demands: ExampleDemands) -> Example? {
        DocumentExamples(maker: self).example(node, of: type, by: demands)
    }

    /// A value that the document does not give.
    private func made(of type: API.TypeReference, by demands: ExampleDemands) -> Example? {
        switch type {
        case .scalar(.json): return Example.json(json(by: demands))
        case .scalar(let scalar):
            return constant(of: scalar, by: demands).map { .scalar(scalar, $0) }
        case .nullable(let wrapped): return example(of: wrapped, by: demands) ?? .null
        case .array(let element): return list(of: element, by: demands)
        case .dictionary(let element): return dictionary(of: element, by: demands)
        case .own: return nil
        case .named(let id): return declared(id, by: demands)
        }
    }

    /// An array of as few items as are allowed, but one if there may be one.
    private func list(of element: API.TypeReference, by demands: ExampleDemands) -> Example? {
        let least = demands.count(.minItems) ?? 0
        let count = max(least, isDeep ? 0 : min(1, demands.count(.maxItems) ?? 1))
        guard count <= Self.mostItems else { return nil }
        var items: [Example] = []
        var texts: Set<String> = []
        // Some items may be equal where they have to differ.
        for number in 0..<(demands.hasUniqueItems ? count * 3 : count) where items.count < count {
            guard let item = numbered(number).example(of: element, by: demands.ofElements) else { break }
            let isNew = texts.insert(item.json(of: api.types).line).inserted
            if isNew || !demands.hasUniqueItems { items.append(item) }
        }
        return items.count < least ? nil : .list(items)
    }

    private func dictionary(of element: API.TypeReference, by demands: ExampleDemands) -> Example? {
        let least = max(demands.requiredKeys.count, demands.count(.minProperties) ?? 0)
        let count = max(least, isDeep ? 0 : min(1, demands.count(.maxProperties) ?? 1))
        guard count <= Self.mostItems else { return nil }
        var entries: [(key: String, value: Example)] = []
        for (number, key) in keys(count, by: demands).enumerated() {
            guard let value = numbered(number).example(of: element, by: demands.ofElements) else { break }
            entries.append((key, value))
        }
        return entries.count < least ? nil : .dictionary(entries)
    }

    /// Different keys, those that are required first.
    private func keys(_ count: Int, by demands: ExampleDemands) -> [String] {
        var keys = demands.requiredKeys
        for number in 0..<(count * 3) where keys.count < count {
            guard case .text(let key)? = numbered(number).constant(of: .string, by: demands.ofNames) else {
                break
            }
            if !keys.contains(where: { $0.isExactly(key) }) { keys.append(key) }
        }
        return keys
    }

    /// Whether the value is so far inside that it holds no more than it must.
    private var isDeep: Bool { enclosing.count > 3 }

    private static let mostItems = 1000

    private func numbered(_ number: Int) -> ExampleMaker {
        var maker = self
        maker.number = number
        return maker
    }

    /// The examples of a declared type come after those of its use.
    private func declared(_ id: API.TypeID, by demands: ExampleDemands) -> Example? {
        let type = api.types[id.index]
        guard !enclosing.contains(id), enclosing.count < Self.mostLevels else { return nil }
        for node in type.examples {
            if let example = example(node, of: .named(id), by: demands) { return example }
        }
        var maker = inside(id)
        maker.number = number
        switch type.kind {
        case .record(let record):
            return maker.record(record, of: id, from: nil, by: demands).map { .record(id, $0) }
        case .enumeration(let enumeration):
            return Self.enumeration(enumeration, of: id, number: number, by: demands)
        case .union(let union):
            for (index, value) in union.cases.enumerated() {
                if let example = maker.example(of: value.type, by: value.demands) {
                    return .union(id, case: index, example)
                }
            }
            return nil
        }
    }

    func inside(_ id: API.TypeID) -> ExampleMaker {
        var maker = self
        maker.enclosing.append(id)
        maker.number = 0
        return maker
    }

    private static let mostLevels = 12

    /// Whether optional properties are present. Those far inside would hide what an example is about, and their number
    /// may grow with each level.
    private var isComplete: Bool { size == .complete && !isDeep }

    private static func enumeration(
        _ enumeration: API.Enumeration, of id: API.TypeID, number: Int, by demands: ExampleDemands,
    ) -> Example? {
        let constants = enumeration.cases.map { value -> API.Constant in
            enumeration.isInteger ? .number(value.value) : .text(value.value)
        }
        let allowed = constants.filter { demands.values.isEmpty || demands.values.contains($0) }
        guard !allowed.isEmpty else { return nil }
        return .enumeration(id, allowed[number % allowed.count])
    }

    private func json(by demands: ExampleDemands) -> JSONExample {
        if let value = demands.values.first { return .constant(value) }
        return .constant(.text(ExampleText.words(demands.name)))
    }
}

// MARK: - Records

extension ExampleMaker {
    /// An object with the members of a node of the document, as far as they match, and others where it lacks them.
    func record(
        _ record: API.Record, of id: API.TypeID, from node: Node?, by demands: ExampleDemands,
    ) -> RecordExample? {
        var example = RecordExample()
        let choice = MemberChoice(id, in: api.constraints)
        for (index, property) in record.properties.enumerated() where property.isVisible(in: direction) {
            let own = node?[property.wireName]
            let isRequired = isRequired(property) || choice.required.contains(property.wireName)
            if choice.excluded.contains(property.wireName), !isRequired, own == nil { continue }
            // A node that has other members shows what is usual.
            let isUsual = node == nil ? !property.isDeprecated : own != nil && !isLeftOut(property)
            guard isRequired || isComplete && isUsual else { continue }
            if let value = value(of: property, from: own) {
                example.properties.append((index, value))
            } else if isRequired {
                return nil
            }
        }
        let least = max(demands.count(.minProperties) ?? 0, size == .brief ? 1 : 0)
        complete(&example, of: record, to: least, from: node)
        for union in record.unions {
            let value =
                node.flatMap { self.example($0, of: union.type, by: ExampleDemands()) }
                ?? self.example(of: union.type, by: ExampleDemands())
            guard let value else { return nil }
            example.unions.append(value)
        }
        if let node { example.additional = additional(to: record, in: node) }
        for name in record.requiredOthers
        where !example.additional.contains(where: { $0.key.isExactly(name) }) {
            guard let additional = record.additionalProperties, !record.isKeptElsewhere else { break }
            var demands = additional.demands
            demands.name = name
            guard let value = self.example(of: additional.type, by: demands) else { return nil }
            example.additional.append((name, value))
        }
        return example
    }

    /// Adds optional properties, scalars first, until there are enough.
    private func complete(
        _ example: inout RecordExample, of record: API.Record, to least: Int, from node: Node?,
    ) {
        let present = Set(example.properties.map(\.index))
        let others = record.properties.enumerated().filter { index, property in
            property.isVisible(in: direction) && !property.isDeprecated && !present.contains(index)
                && !(property.isReadOnly && direction.contains(.sent))
        }
        let scalars = others.filter { $0.element.type.declaration == nil }
        for (index, property) in scalars + others.filter({ $0.element.type.declaration != nil }) {
            guard example.properties.count < least else { break }
            if let value = value(of: property, from: node?[property.wireName]) {
                example.properties.append((index, value))
            }
        }
        example.properties.sort { $0.index < $1.index }
    }

    /// Whether a new request goes without the property.
    private func isLeftOut(_ property: API.Property) -> Bool {
        property.isDeprecated && direction.contains(.sent)
    }

    private func value(of property: API.Property, from node: Node?) -> Example? {
        if let node {
            if node.isNull, property.isNullable { return .null }
            if let value = example(node, of: property.type, by: property.demands) { return value }
        }
        let value = example(of: property.type, by: property.demands)
        return value ?? (property.isNullable ? .null : nil)
    }

    func isRequired(_ property: API.Property) -> Bool {
        let isTag = property.isTag && property.constant != nil
        guard direction.contains(.sent) else {
            return property.isRequired && !property.isWriteOnly
        }
        return (property.isRequired || property.isRequiredInRequests || isTag) && !property.isReadOnly
    }

    private func additional(to record: API.Record, in node: Node) -> [(key: String, value: Example)] {
        guard let additional = record.additionalProperties, isComplete, !record.isKeptElsewhere else {
            return []
        }
        let known =
            (record.properties.map(\.wireName) + record.unions.flatMap(\.members) + record.foreignMembers)
            .exact
        return node.entries.compactMap { entry in
            guard let key = entry.key.text, !known.contains(key.exact),
                let value = example(entry.value, of: additional.type, by: additional.demands)
            else { return nil }
            return (key, value)
        }
    }
}
