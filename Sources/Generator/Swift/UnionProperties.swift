/// The properties that all cases of a union have, which are accessible without a `switch`.
struct UnionProperties {
    /// The property of each case, in the order of cases.
    typealias Common = [API.Property]

    private let union: API.Union
    private let direction: API.Direction
    private let names: Names
    private let records: [[API.Property]]

    /// - Returns: `nil` if not all cases are declared objects.
    init?(_ union: API.Union, travelling direction: API.Direction, tree: TypeTree, names: Names) {
        let records = union.cases.compactMap { tree.record(of: $0.type) }
        guard records.count == union.cases.count, records.count > 1 else { return nil }
        (self.union, self.direction, self.names) = (union, direction, names)
        self.records = records.map { record, direction in
            record.properties.filter { property in
                property.isVisible(in: direction) && !property.isDeprecated && property.constant == nil
                    && !property.isTag && !property.hasThreeStates(travelling: direction)
            }
        }
    }

    var all: [Common] {
        let others = records.dropFirst().map { properties in
            Dictionary(properties.map { (names[$0.name].text, $0) }) { first, _ in first }
        }
        let taken = Set(union.cases.map { names[$0.name].text } + ["other"])
        return (records.first ?? []).filter { !taken.contains(names[$0.name].text) }.compactMap { property in
            let same = others.compactMap { $0[names[property.name].text] }.filter {
                names.areSame($0.type, property.type)
            }
            return same.count == others.count ? [property] + same : nil
        }
    }

    func views(_ words: Words) -> [UnionPropertyView] {
        all.map { properties in
            let first = properties[0]
            let isSame = properties.allSatisfy { $0.description?.text == first.description?.text }
            let type = names.type(first.type)
            let forms = properties.map {
                PropertyPresenter(property: $0, direction: direction, names: names, words: words).form.type
            }
            let isOptional = union.isOpen || forms.contains { $0 != type }
            return UnionPropertyView(
                name: names[first.name].escaped,
                doc: isSame ? DocComment(words.told(first.description)).lines : [],
                type: isOptional ? "\(type)?" : type,
                cases: union.cases.map { names[$0.name].escaped },
                isOpen: union.isOpen)
        }
    }
}

extension TypeTree {
    /// The record that a type refers to, with the directions in which it is transferred.
    fileprivate func record(of type: API.TypeReference) -> (API.Record, API.Direction)? {
        guard case .named(let id) = type, case .record(let record) = declaration(of: id).kind else {
            return nil
        }
        return (record, declaration(of: id).direction)
    }
}
