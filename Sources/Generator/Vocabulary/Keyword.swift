/// A keyword of a Schema Object: of JSON Schema 2020-12 or an earlier draft, of OpenAPI, or an extension of this
/// generator.
enum Keyword: Hashable, Sendable {
    /// A keyword that generated code checks.
    case limit(LimitKeyword)
    /// A keyword that determines types.
    case shape(ShapeKeyword)
    /// A keyword that annotates a schema without constraining its values.
    case annotation(AnnotationKeyword)
    /// A keyword that constrains values without a type of its own. Its schema is checked, and documented as it is.
    case told(ToldKeyword)
}

extension Keyword: RawRepresentable {
    init?(rawValue: String) {
        let keyword =
            LimitKeyword(rawValue: rawValue).map(Self.limit)
            ?? ShapeKeyword(rawValue: rawValue).map(Self.shape)
            ?? AnnotationKeyword(rawValue: rawValue).map(Self.annotation)
            ?? ToldKeyword(rawValue: rawValue).map(Self.told)
        guard let keyword else { return nil }
        self = keyword
    }

    var rawValue: String {
        switch self {
        case .limit(let keyword): keyword.rawValue
        case .shape(let keyword): keyword.rawValue
        case .annotation(let keyword): keyword.rawValue
        case .told(let keyword): keyword.rawValue
        }
    }

    /// The types that the keyword applies to; `nil` if it applies to all types, or if it is documented in any case.
    var subjects: [SchemaType]? {
        switch self {
        case .limit(let keyword): keyword.facts.subjects
        case .shape(let keyword): keyword.facts.subjects
        case .annotation, .told: nil
        }
    }
}

enum ToldKeyword: String, Hashable, Sendable, CaseIterable {
    case not, `if`, then, `else`, dependentSchemas, contains, minContains, maxContains, unevaluatedItems
    case contentSchema
}

enum AnnotationKeyword: String, Hashable, Sendable, CaseIterable {
    case title, description, externalDocs, `default`, deprecated, readOnly, writeOnly
    case example, examples, xml
    case comment = "$comment"
    case dialect = "$schema"
    case swiftName = "x-swift-name"
    case valueNames = "x-enum-varnames"
    case valueDescriptions = "x-enum-descriptions"
}
