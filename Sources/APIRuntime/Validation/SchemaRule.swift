import APIPatterns

/// A compiled JSON Schema (2020-12): all rules apply.
struct SchemaNode: Sendable {
    var rules: [SchemaRule] = [] {
        didSet { orderRules() }
    }
    /// The rules with those first that look at no other schema: for a verdict, they come before those that may take long.
    private(set) var quickRules: [SchemaRule] = []
    /// Whether a rule depends on what the others evaluate.
    private(set) var asksForMarks = false
    /// Whether violations must not show the value: it is a secret.
    var isSecret = false
    /// The words for the schema in messages: its title, or the name that a reference has.
    var label: String?
    /// The JSON text of the schema.
    var text = "{}"

    init(rules: [SchemaRule] = [], text: String = "{}") {
        self.rules = rules
        self.text = text
        orderRules()
    }

    private mutating func orderRules() {
        quickRules = rules.sorted { $0.effort < $1.effort }
        asksForMarks = rules.contains { $0.effort == SchemaRule.lastEffort }
    }

    /// Whether the values of the schema are listed.
    var isListing: Bool {
        rules.contains { if case .values = $0 { true } else { false } }
    }
}

/// A keyword of JSON Schema with its value, or several keywords that depend on each other.
indirect enum SchemaRule: Sendable {
    case limit(Limit)
    /// No value is valid: the schema `false`.
    case never
    /// The types of values. Of an open union, others are accepted unless values are closed.
    case types([SchemaValueType], SchemaAlternatives.Union)
    /// The allowed values (`enum`, `const`).
    case values([EncodedValue])
    case format(StringFormat)
    /// The schema at an index of the set.
    case reference(Int)
    case allOf([SchemaNode])
    case anyOf(SchemaAlternatives)
    case oneOf(SchemaAlternatives)
    case discriminated(SchemaDiscriminator)
    case not(SchemaNode)
    case conditional(SchemaCondition)
    case members(SchemaMembers)
    case names(SchemaNode)
    /// The required properties; with a direction, only in requests (`true`) or in responses.
    case required([String], isRequest: Bool?)
    /// The properties that are required if another one is present.
    case dependentRequired(String, [String])
    /// Schemas that apply if a property is present (`dependentSchemas`).
    case dependent([(name: String, schema: SchemaNode)])
    case items(prefix: [SchemaNode], others: SchemaNode?)
    case contains(SchemaContents)
    case unevaluatedProperties(SchemaNode)
    case unevaluatedItems(SchemaNode)
}

extension SchemaRule {
    /// The order in which rules lead to a verdict.
    fileprivate var effort: Int {
        switch self {
        case .limit, .never, .types, .values, .format, .required, .dependentRequired: 0
        case .members, .names, .items, .not, .conditional, .dependent, .contains, .discriminated: 1
        case .reference, .allOf, .anyOf, .oneOf: 2
        // What nothing else evaluated is known at the end.
        case .unevaluatedProperties, .unevaluatedItems: Self.lastEffort
        }
    }

    fileprivate static let lastEffort = 3
}

/// The types of JSON Schema 2020-12, core, section 4.2.1, with `integer` of its validation, section 6.1.1.
enum SchemaValueType: String, Sendable {
    case null, boolean, object, array, number, string, integer
}

/// `anyOf` or `oneOf`.
struct SchemaAlternatives: Sendable {
    let schemas: [SchemaNode]
    /// What the Swift type of the value says of the alternatives.
    let union: Union

    enum Union: String, Sendable {
        /// There is no union: the value is any JSON.
        case none
        /// The value is of a union, whose case tells which alternative is meant.
        case closed
        /// The union may also hold other values, which are accepted unless values are closed.
        case open
    }
}

/// `if`, `then` and `else`.
struct SchemaCondition: Sendable {
    let condition: SchemaNode
    let then: SchemaNode?
    let otherwise: SchemaNode?
}

/// `properties`, `patternProperties` and `additionalProperties`.
struct SchemaMembers: Sendable {
    var properties: [(name: String, schema: SchemaNode)] = []
    var patterns: [(pattern: String, schema: SchemaNode)] = []
    var others: SchemaNode?
}

/// `contains`, `minContains` and `maxContains`.
struct SchemaContents: Sendable {
    let schema: SchemaNode
    let least: Int
    let most: Int?
}

/// The alternatives of a union by the value of a property (OpenAPI 3.1, section 4.8.25).
struct SchemaDiscriminator: Sendable {
    let property: String
    let schemas: [(value: String, schema: SchemaNode)]
}
