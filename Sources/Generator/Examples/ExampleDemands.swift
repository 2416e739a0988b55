import APIGenYAML

/// What is demanded of an example, and what the document suggests.
struct ExampleDemands {
    var limits: [API.Limit] = []
    var rules: [API.Rule] = []
    /// The only values that are valid; empty if the type alone decides.
    var values: [API.Constant] = []
    var examples = API.Examples()
    /// What the document calls the value.
    var name = ""

    /// The format of a string, if its type does not tell it.
    var format: String? {
        for case .format(let format) in rules { return format.text }
        return nil
    }

    /// What is demanded of each element of a list or dictionary.
    var ofElements: ExampleDemands {
        ExampleDemands(
            limits: limits.flatMap { limit -> [API.Limit] in
                if case .elements(let limits) = limit { limits } else { [] }
            },
            rules: rules.flatMap { rule -> [API.Rule] in
                if case .elements(_, let rules) = rule { rules } else { [] }
            },
            values: values, examples: API.Examples(values: examples.elements), name: name.singular)
    }

    /// What is demanded of each key of a dictionary.
    var ofNames: ExampleDemands {
        ExampleDemands(
            limits: limits.flatMap { limit -> [API.Limit] in
                if case .names(let limits) = limit { limits } else { [] }
            }, name: name.isEmpty ? "key" : name)
    }

    func count(_ keyword: LimitKeyword) -> Int? {
        for case .keyword(keyword, .count(let count)) in limits { return count }
        return nil
    }

    var hasUniqueItems: Bool {
        for case .keyword(.uniqueItems, .flag) in limits { return true }
        return false
    }

    /// The keys that a dictionary must have.
    var requiredKeys: [String] {
        limits.flatMap { if case .required(let names) = $0 { names } else { [String]() } }
    }
}

extension API.Property {
    var demands: ExampleDemands {
        ExampleDemands(
            limits: limits, rules: rules, values: constant.map { [$0] } ?? values, examples: examples,
            name: wireName)
    }
}

extension API.AdditionalProperties {
    var demands: ExampleDemands {
        let own = limits.flatMap { limit -> [API.Limit] in
            if case .elements(let limits) = limit { limits } else { [limit] }
        }
        return ExampleDemands(limits: own, values: values, examples: API.Examples(values: examples))
    }
}

extension API.UnionCase {
    var demands: ExampleDemands { ExampleDemands(limits: limits, rules: rules, values: values) }
}

extension API.Parameter {
    var demands: ExampleDemands {
        ExampleDemands(limits: limits, rules: rules, values: values, examples: examples, name: wireName)
    }
}

extension API.Content {
    var demands: ExampleDemands { ExampleDemands(limits: limits, rules: rules, examples: examples) }
}

extension API.Result {
    var demands: ExampleDemands { ExampleDemands(limits: limits, rules: rules, examples: examples) }
}

extension API.ResultChoice.Case {
    var demands: ExampleDemands { ExampleDemands(limits: limits, rules: rules, examples: examples) }
}
