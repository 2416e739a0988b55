/// A keyword of a Schema Object: those of JSON Schema 2020-12 and of its drafts, OpenAPI's, and our own.
enum Keyword: Hashable, Sendable {
    /// What generated code checks.
    case limit(LimitKeyword)
    /// What types are made of.
    case shape(ShapeKeyword)
    /// What describes a schema, and demands nothing of its values.
    case annotation(AnnotationKeyword)
    /// What restricts values, and is told instead of checked: the service checks it.
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

    /// The types that the keyword says something of; `nil` where that is all of them, or where it is told anyway.
    var subjects: Set<SchemaType>? {
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
