import APIGenSourceText

/// The parsed templates by name, and their inclusions.
struct TemplateSet: Sendable {
    private(set) var templates: [ParsedTemplate] = []
    private var indices: [String: Int] = [:]

    var names: [String] { templates.map(\.name) }

    subscript(name: String) -> Int? { indices[name] }

    /// - Returns: The mistakes in the syntax of the template.
    mutating func add(_ source: TemplateSource) -> [Diagnostic] {
        let start = SourceRange(file: source.id, line: 1, column: 1)
        guard indices[source.name] == nil else { return [.duplicateTemplate(source.name, at: start)] }
        // Invalid bytes are replaced.
        guard String(decoding: source.file.bytes, as: UTF8.self).utf8.elementsEqual(source.file.bytes) else {
            return [.notUTF8(source.name, at: start)]
        }
        let (template, mistakes) = TemplateParser.parse(source)
        indices[source.name] = templates.count
        templates.append(template)
        return mistakes
    }

    var unknownPartials: [Diagnostic] {
        templates.flatMap(\.partials).filter { indices[$0.name] == nil }
            .map { .unknownPartial($0, among: names) }
    }

    func unreachable(from roots: [Int]) -> [ParsedTemplate] {
        var isReached = Array(repeating: false, count: templates.count)
        var pending = roots
        while let next = pending.popLast() {
            guard !isReached[next] else { continue }
            isReached[next] = true
            pending += templates[next].partials.compactMap(target)
        }
        return templates.indices.filter { !isReached[$0] }.map { templates[$0] }
    }

    /// The included template. For an unknown name, the most similar one counts as used.
    private func target(of partial: Tag) -> Int? {
        (indices[partial.name] ?? Suggestion.nearest(to: partial.name, among: names).flatMap { indices[$0] })
    }
}
