import APIGenSourceText
import APIGenYAML

/// Which operations and webhooks of a document the client has. The path of a webhook is its name.
struct OperationFilter: Sendable {
    /// Operations by their tags, paths or IDs. A path may end in `*`.
    struct Selection: Sendable {
        var tags: [OpenAPI.Located<String>] = []
        var paths: [OpenAPI.Located<String>] = []
        var operations: [OpenAPI.Located<String>] = []

        var all: [OpenAPI.Located<String>] { tags + paths + operations }

        /// A selection for each entry.
        var parts: [Selection] {
            tags.map { Selection(tags: [$0]) } + paths.map { Selection(paths: [$0]) }
                + operations.map { Selection(operations: [$0]) }
        }
    }

    /// Only these, unless there are none.
    var included = Selection()
    /// None of these.
    var excluded = Selection()
    var excludesDeprecated = false

    /// The document without the operations that are left out.
    ///
    /// - Returns: `nil` if the filter has no effect.
    func filtered(_ document: OpenAPI.Document) -> OpenAPI.Document? {
        guard !included.all.isEmpty || !excluded.all.isEmpty || excludesDeprecated else { return nil }
        var document = document
        var omitted: [OpenAPI.Operation] = []
        func filtered(_ items: [OpenAPI.PathItem]) -> [OpenAPI.PathItem] {
            items.map { item in
                var item = item
                omitted += item.operations.filter { !keeps($0, at: item.template.value) }
                item.operations.removeAll { !keeps($0, at: item.template.value) }
                return item
            }
        }
        document.paths = filtered(document.paths)
        document.webhooks = filtered(document.webhooks)
        document.omitted = omitted
        return document
    }

    private func keeps(_ operation: OpenAPI.Operation, at path: String) -> Bool {
        let isIncluded = included.all.isEmpty || included.selects(operation, at: path)
        let isExcluded =
            excluded.selects(operation, at: path) || excludesDeprecated && operation.isDeprecated
        return isIncluded && !isExcluded
    }

    /// The entries that select no operation.
    func idle(in document: OpenAPI.Document) -> [OpenAPI.Located<String>] {
        let items = document.paths + document.webhooks
        let operations = items.flatMap { item in item.operations.map { ($0, item.template.value) } }
        return [included, excluded].flatMap(\.parts)
            .filter { part in !operations.contains { part.selects($0, at: $1) } }
            .flatMap(\.all)
    }
}

extension OperationFilter.Selection {
    fileprivate func selects(_ operation: OpenAPI.Operation, at path: String) -> Bool {
        tags.contains { tag in operation.tags.contains { $0.value.isExactly(tag.value) } }
            || operations.contains { id in operation.id.map { $0.value.isExactly(id.value) } ?? false }
            || paths.contains { pattern in
                pattern.value.hasSuffix("*")
                    ? path.hasPrefix(pattern.value.dropLast()) : path.isExactly(pattern.value)
            }
    }
}

extension OperationFilter {
    init(including: Node?, excluding: Node?, by decoder: inout SettingsDecoder) {
        included = Selection(including, as: "included operations", by: &decoder) { _, _ in }
        var excludesDeprecated = false
        excluded = Selection(excluding, as: "excluded operations", by: &decoder) { object, decoder in
            excludesDeprecated = decoder.boolean(object["deprecated"]) ?? false
        }
        self.excludesDeprecated = excludesDeprecated
    }
}

extension OperationFilter.Selection {
    fileprivate init(
        _ node: Node?, as kind: String, by decoder: inout SettingsDecoder,
        others: (inout ObjectFields, inout SettingsDecoder) -> Void,
    ) {
        guard let node, var object = decoder.object(node, as: kind) else { return }
        defer { decoder.finish(object) }
        tags = decoder.locatedTexts(object["tags"], of: "tags")
        paths = decoder.locatedTexts(object["paths"], of: "paths")
        operations = decoder.locatedTexts(object["operations"], of: "operation IDs")
        others(&object, &decoder)
    }
}
