/// Tables in Markdown of the supported formats and schema keywords.
public enum FormatTable {
    /// The types and formats with their types in Swift.
    public static var formats: String {
        let named = ScalarType.allCases.flatMap { scalar -> [[String]] in
            let facts = scalar.facts
            return (facts.formats + facts.plainFormats).map { row(of: scalar, format: $0) }
        }
        let plain: [ScalarType] = [.string, .integer, .number, .boolean, .json]
        return table(["type", "format", "Swift", "module"], plain.map { row(of: $0, format: nil) } + named)
    }

    /// The keywords with the types that they apply to.
    public static var keywords: String {
        let limits = LimitKeyword.allCases.map(Keyword.limit)
        let shapes = ShapeKeyword.allCases.map(Keyword.shape)
        let annotations = AnnotationKeyword.allCases.map(Keyword.annotation)
        let told = ToldKeyword.allCases.map(Keyword.told)
        let rows = (limits + shapes + annotations + told).map { keyword in
            let types = keyword.subjects?.map(\.rawValue).sorted().joined(separator: ", ")
            return ["`\(keyword.rawValue)`", types ?? "any", keyword.use]
        }
        return table(["keyword", "applies to", "use"], rows)
    }

    private static func row(of scalar: ScalarType, format: String?) -> [String] {
        let (facts, code) = (scalar.facts, scalar.code)
        return [
            facts.type?.rawValue ?? "any", format.map { "`\($0)`" } ?? "", "`\(code.type)`", code.module.name,
        ]
    }

    private static func table(_ header: [String], _ rows: [[String]]) -> String {
        let lines = [header, header.map { _ in "---" }] + rows
        return lines.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
    }
}

extension ScalarCode.Module {
    fileprivate var name: String {
        switch self {
        case .standardLibrary: "Swift"
        case .foundation: "Foundation"
        case .runtime: "APIRuntime"
        }
    }
}

extension Keyword {
    fileprivate var use: String {
        switch self {
        case .limit: "checked before sending"
        case .shape: "shapes the type"
        case .annotation: "documents"
        case .told: "checked, and told in JSON Schema"
        }
    }
}
