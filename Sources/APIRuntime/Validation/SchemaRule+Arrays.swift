extension SchemaRule {
    /// Checks an array.
    func check(
        _ value: EncodedValue, of items: [EncodedValue], by check: inout SchemaCheck,
        marking marks: inout SchemaMarks,
    ) -> Bool {
        switch self {
        case .items(let prefix, let others):
            marks.insert(first: others == nil ? min(prefix.count, items.count) : items.count)
            return Self.check(items, by: &check) { $0 < prefix.count ? prefix[$0] : others }
        case .contains(let contents):
            let matching = items.indices.filter { index in
                check.path.enter(index)
                defer { check.path.leave() }
                return check.isValid(items[index], by: contents.schema)
            }
            marks.insert(matching)
            return contents.check(value, matching: matching.count, by: &check)
        case .unevaluatedItems(let schema):
            let known = marks
            marks.insert(first: items.count)
            return Self.check(items, by: &check) {
                $0 < known.items || known.indices.contains($0) ? nil : schema
            }
        case .limit, .never, .types, .values, .format, .reference, .allOf, .anyOf, .oneOf, .discriminated,
            .not,
            .conditional, .required, .dependentRequired, .members, .names, .dependent,
            .unevaluatedProperties:
            return true
        }
    }

    /// - Parameter schema: Returns the schema of the item at an index; `nil` for items without one.
    private static func check(
        _ items: [EncodedValue], by check: inout SchemaCheck, schema: (Int) -> SchemaNode?,
    ) -> Bool {
        var isValid = true
        for (index, item) in items.enumerated() {
            guard let schema = schema(index) else { continue }
            check.path.enter(index)
            let isItem =
                schema.isNever
                ? check.fail("items", because: "is one item too many", item)
                : check.check(item, against: schema)
            check.path.leave()
            isValid = isItem && isValid
            if check.mode.isTrial, !isValid { break }
        }
        return isValid
    }
}

extension SchemaContents {
    fileprivate func check(_ value: EncodedValue, matching count: Int, by check: inout SchemaCheck) -> Bool {
        let what = "that match \(schema.text)"
        if count < least {
            return check.fail(
                least == 1 ? "contains" : "minContains",
                because: "must hold at least \(least.of("item")) \(what)", value)
        }
        guard let most, count > most else { return true }
        return check.fail("maxContains", because: "must hold at most \(most.of("item")) \(what)", value)
    }
}
