extension AnswerDeparture {
    /// - Parameter item: The number of the stream item, counted from 1.
    static func all(
        _ departures: [Departure], in document: JSONDocument, _ redaction: Redaction, of operation: String,
        _ item: Int?,
    ) -> [AnswerDeparture] {
        let paths = document.paths(to: departures.map(\.node))
        return departures.map { departure in
            let member = departure.member.map { [FieldName($0)] } ?? []
            let path = JSONPath((paths[departure.node] ?? []) + member).description
            return AnswerDeparture(
                operation: operation,
                path: redaction.cleaned(path) + (item.map { " of item \($0)" } ?? ""),
                expected: departure.expected,
                found: departure.member == nil ? document.kindInWords(at: departure.node) : "nothing")
        }
    }
}

extension AnswerDeparture {
    /// A constraint that a response violates.
    init(_ violation: Violation, _ redaction: Redaction, of operation: String, _ item: Int?) {
        let place = violation.path == "body" ? "$" : violation.path
        self.init(
            operation: operation,
            path: redaction.cleaned(place) + (item.map { " of item \($0)" } ?? ""),
            expected: "a value that \(violation.message.dropFirst(violation.path.count + 1))",
            found: violation.value == nil ? "none" : "another")
    }
}

extension JSONDocument {
    fileprivate func kindInWords(at node: Int) -> String {
        switch nodes[node].kind {
        case .object: "an object"
        case .array: "an array"
        case .null: "null"
        case .true: "true"
        case .false: "false"
        case .integer, .number: "a number"
        case .plainString, .escapedString:
            nodes[node].start == nodes[node].end ? "an empty string" : "a string"
        }
    }
}
