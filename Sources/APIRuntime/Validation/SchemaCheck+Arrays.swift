extension SchemaCheck {
    mutating func check(
        _ value: EncodedValue, _ prefix: [SchemaNode], _ others: SchemaNode?, _ marks: inout SchemaMarks,
    ) -> Bool {
        guard case .list(let items) = value else { return true }
        var isValid = true
        for (index, item) in items.enumerated() {
            guard let schema = index < prefix.count ? prefix[index] : others else { break }
            isValid = check(item, schema, at: index) && isValid
            if isTrial, !isValid { return false }
        }
        marks.items = max(marks.items, others == nil ? min(prefix.count, items.count) : items.count)
        return isValid
    }

    private mutating func check(_ value: EncodedValue, _ node: SchemaNode, at index: Int) -> Bool {
        path.enter(index)
        defer { path.leave() }
        guard !node.isNever else { return fail("items", "is one item too many", value) }
        return check(value, node)
    }

    mutating func check(
        _ value: EncodedValue, _ contents: SchemaContents, _ marks: inout SchemaMarks,
    ) -> Bool {
        guard case .list(let items) = value else { return true }
        var matching: [Int] = []
        for (index, item) in items.enumerated() where isValid(item, contents.schema) { matching.append(index) }
        marks.indices.formUnion(matching)
        let what = "that match \(contents.schema.text)"
        guard matching.count >= contents.least else {
            let rule: Violation.Rule = contents.least == 1 ? "contains" : "minContains"
            return fail(rule, "must hold at least \(contents.least.of("item")) \(what)", value)
        }
        guard let most = contents.most, matching.count > most else { return true }
        return fail("maxContains", "must hold at most \(most.of("item")) \(what)", value)
    }

    mutating func check(
        _ value: EncodedValue, unevaluatedItems schema: SchemaNode, _ marks: inout SchemaMarks,
    ) -> Bool {
        guard case .list(let items) = value else { return true }
        var isValid = true
        for (index, item) in items.enumerated() where index >= marks.items && !marks.indices.contains(index) {
            isValid = check(item, schema, at: index) && isValid
            if isTrial, !isValid { return false }
        }
        marks.items = items.count
        return isValid
    }
}
