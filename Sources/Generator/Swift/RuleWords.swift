extension API.Rule {
    /// What the type does not tell, as sentences of a comment.
    static func sentence(_ rules: [API.Rule]) -> String? {
        var keywords: [String] = []
        var sentences: [String] = []
        for rule in rules {
            switch rule {
            case .positions(let positions):
                let words = positions.map { $0 ?? "any value" }
                sentences.append("In this order: \(words.joined(separator: ", ")).")
            case .requires(let trigger, let others):
                sentences.append(
                    "`\(trigger)` requires \(others.map { "`\($0)`" }.joined(separator: " and ")).")
            case .keyword(let keyword, let value): keywords.append("`\"\(keyword)\": \(value)`")
            }
        }
        if !keywords.isEmpty {
            sentences.append("The service checks more, in JSON Schema: \(keywords.joined(separator: ", ")).")
        }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
}
