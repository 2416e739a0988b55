import APIGenSourceText

/// Presents the schemas that values are checked against, as JSON text in a raw string literal.
struct SchemasPresenter {
    let api: API
    let names: Names

    /// `nil` if types guarantee everything.
    var view: SchemasView? {
        guard !api.constraints.schemas.isEmpty else { return nil }
        let members = api.constraints.schemas.enumerated().map { index, schema in
            (name: names.schemas[API.SchemaID(index: index)], schema: schema.schema)
        }
        let lines = members.sorted { $0.name < $1.name }
            .map { "\($0.name.json): \(json($0.schema))" }
        return SchemasView(
            clientName: api.clientName,
            lines: lines.enumerated().map { index, line in
                Self.escaped(line + (index < lines.count - 1 ? "," : ""))
            })
    }

    private func json(_ schema: API.Schema) -> String {
        switch schema {
        case .any: "true"
        case .never: "false"
        case .keywords(let keywords):
            "{\(keywords.map { "\($0.name.json): \(json($0.value))" }.joined(separator: ", "))}"
        }
    }

    private func json(_ value: API.SchemaValue) -> String {
        switch value {
        case .limit(_, let value): value.json
        case .json(let text), .note(let text): text
        case .reference(let id): names.schemas[id].json
        case .schema(let schema): json(schema)
        case .list(let schemas): "[\(schemas.map(json).joined(separator: ", "))]"
        case .members(let members): object(members)
        case .discriminator(let property, let schemas):
            "{\"propertyName\": \(property.json), \"mapping\": \(object(schemas.map { ($0.value, $0.schema) }))}"
        }
    }

    private func object(_ members: [(name: String, schema: API.Schema)]) -> String {
        "{\(members.map { "\($0.name.json): \(json($0.schema))" }.joined(separator: ", "))}"
    }

    /// JSON that can stand in a raw string literal: no interpolation, and no character that cannot be seen.
    private static func escaped(_ json: String) -> String {
        if json.isPlainASCII, !json.utf8.contains(UInt8(ascii: "#")) { return json }
        var text = ""
        for scalar in json.unicodeScalars {
            let mayInterpolate = scalar == "#" && text.hasSuffix("\\")
            if mayInterpolate || SwiftLiteral.needsEscape(scalar) {
                text += scalar.jsonEscape
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

extension Unicode.Scalar {
    /// The scalar as an escape sequence of JSON (RFC 8259, section 7).
    fileprivate var jsonEscape: String {
        String(self).utf16.map { unit in
            let digits = String(unit, radix: 16, uppercase: true)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}

extension LimitValue {
    fileprivate var json: String {
        switch self {
        case .number(let number): number.text ?? number.plain
        case .count(let count): "\(count)"
        case .pattern(let pattern): pattern.json
        case .flag: "true"
        }
    }
}
