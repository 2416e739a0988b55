import APIGenSourceText

extension TypeLowering {
    func enumeration(
        _ draft: TypeTable.Draft,
        of schema: OpenAPI.Schema,
    ) -> API.Enumeration {
        let cases =
            graph.alternatives(of: schema).isEmpty && !schema.values.isEmpty
            ? cases(of: schema.enumeration, values: schema.values) : mergedCases(of: draft.schema)
        return API.Enumeration(cases: cases)
    }

    /// The cases of alternatives that are all string enumerations.
    private func mergedCases(of id: OpenAPI.Schema.ID) -> [API.Case] {
        let scope = builder.scope(of: .enumCases)
        return graph.values.listed(of: id).map { listed in
            let (text, range) = (listed.value.text, listed.name?.range ?? listed.value.range)
            let words = API.NameWords(listed.name?.value ?? text)
            let name = self.name(.enumCase, words, in: scope, for: text, at: range)
            return API.Case(name: name, value: text, description: listed.description)
        }
    }

    /// The cases of an integer enumeration, wherever its values are listed.
    func integerCases(of id: OpenAPI.Schema.ID) -> [API.Case] {
        let scope = builder.scope(of: .enumCases)
        var cases: [API.Case] = []
        var places = ExactDictionary<OpenAPI.Schema.Value>()
        for listed in graph.values.listed(of: id) {
            let text = listed.value.text
            if let first = places[text] {
                report(.duplicateValue(listed.value, first: first))
                continue
            }
            places[text] = listed.value
            let range = listed.name?.range ?? listed.value.range
            let word = listed.name?.value ?? text
            let role: API.NameRole = listed.name == nil ? .integerCase : .enumCase
            let name = self.name(role, API.NameWords(word), in: scope, for: word, at: range)
            cases.append(API.Case(name: name, value: text, description: listed.description))
        }
        return cases
    }

    /// The cases of an enumeration, with the names and descriptions of the document.
    func cases(of enumeration: OpenAPI.Enumeration?, values: [OpenAPI.Schema.Value]) -> [API.Case] {
        let chosen = enumeration?.names.count == values.count ? enumeration?.names : nil
        let descriptions = enumeration?.descriptions.count == values.count ? enumeration?.descriptions : nil
        let scope = builder.scope(of: .enumCases)
        var cases: [API.Case] = []
        var places = ExactDictionary<OpenAPI.Schema.Value>()
        for (index, value) in values.enumerated() where value.kind != .null {
            if let first = places[value.text] {
                report(.duplicateValue(value, first: first))
                continue
            }
            places[value.text] = value
            let words = API.NameWords(chosen?[index].value ?? value.text)
            let range = chosen?[index].range ?? value.range
            let name = self.name(.enumCase, words, in: scope, for: value.text, at: range)
            cases.append(API.Case(name: name, value: value.text, description: descriptions?[index]))
        }
        return cases
    }
}
