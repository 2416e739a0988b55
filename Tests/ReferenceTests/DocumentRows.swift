@testable import APIGenerator

/// What the generator reads in a document, in the words of the table.
struct DocumentRows {
    let api: API
    private let names: Identifiers

    init(api: API) {
        (self.api, names) = (api, Identifiers(api))
    }

    var all: [Row] {
        api.groups.flatMap(\.operations).flatMap { operation in
            let body = operation.body.map { row($0, of: operation) }
            return operation.parameters.map { row($0, of: operation) } + (body.map { [$0] } ?? [])
        }
    }

    private func row(_ parameter: API.Parameter, of operation: API.Operation) -> Row {
        var cells = cells(of: operation)
        cells[.parameter] = parameter.wireName
        cells[.location] = parameter.location.rawValue
        cells[.type] = words(parameter.type)
        cells[.isRequired] = parameter.isRequired ? "yes" : "no"
        cells[.defaultValue] = parameter.defaultValue?.text
        cells[.values] = values(parameter.type)
        cells[.limits] = Row.limits(limits(of: parameter) + rules(of: parameter, in: operation))
        return Row(cells)
    }

    private func row(_ body: API.Body, of operation: API.Operation) -> Row {
        var cells = cells(of: operation)
        cells[.parameter] = "body"
        cells[.location] = "body"
        cells[.type] = body.contents.map { words($0.type) }.joined(separator: " or ")
        cells[.isRequired] = body.isRequired ? "yes" : "no"
        return Row(cells)
    }

    private func cells(of operation: API.Operation) -> [Row.Column: String] {
        [
            .operation: operation.id,
            .method: operation.method.uppercased(),
            .path: operation.path,
            .permissions: words(operation.permissions),
            .returnType: operation.result.types.isEmpty
                ? "void" : operation.result.types.map(words).joined(separator: " or "),
        ]
    }

    // MARK: - Words

    private func words(_ permissions: API.Permissions?) -> String {
        switch permissions {
        case .any(let names): "any: \(names.joined(separator: " "))"
        case .all(let names): "all: \(names.joined(separator: " "))"
        case .some(.none): "none"
        case nil: ""
        }
    }

    private func words(_ type: API.TypeReference) -> String {
        if case .array(let element) = type { return "[\(words(element))]" }
        if case .named(let id) = type {
            return enumeration(id) == nil ? names[api.types[id.index].name].text : "string"
        }
        if case .scalar(let scalar) = type { return "\(scalar)" }
        return "\(type)"
    }

    private func values(_ type: API.TypeReference) -> String {
        guard case .named(let id) = type else { return "" }
        return enumeration(id)?.cases.map(\.value).joined(separator: " ") ?? ""
    }

    private func enumeration(_ id: API.TypeID) -> API.Enumeration? {
        guard case .enumeration(let enumeration)? = api.types.first(where: { $0.id == id })?.kind else {
            return nil
        }
        return enumeration
    }

    // MARK: - Limits

    private func limits(of parameter: API.Parameter) -> [Row.Limit] {
        parameter.limits.map { limit in
            switch limit {
            case .keyword(.maxItems, .count(let count)): .maxItems(count)
            case .keyword(let keyword, .count(let count)): .other("\(keyword.rawValue)=\(count)")
            case .keyword(.pattern, .pattern(let pattern)):
                greatestNumber(matching: pattern).map(Row.Limit.maximum) ?? .other("pattern=\(pattern)")
            default: .other("\(limit)")
            }
        }
    }

    /// A number that goes as a text can only be limited by a pattern.
    private func greatestNumber(matching pattern: String) -> Int? {
        guard let regex = try? Regex(pattern) else { return nil }
        return (0...9999).last { String($0).contains(regex) }
    }

    private func rules(of parameter: API.Parameter, in operation: API.Operation) -> [Row.Limit] {
        operation.rules.compactMap { rule in
            switch rule {
            case .requires(let trigger, let others) where trigger.wireName == parameter.wireName:
                .requires(Set(others.map(\.wireName)))
            case .excludes(let trigger, let others) where trigger.wireName == parameter.wireName:
                .excludes(Set(others.map(\.wireName)))
            default: nil
            }
        }
    }
}
