import Foundation

/// Serializes `application/x-www-form-urlencoded`: every byte but the unreserved ones of RFC 3986 as `%XX`, a space as
/// `%20`, which every decoder of forms understands.
struct FormBody {
    let encodings: [FieldEncoding]

    func text(_ members: [EncodedValue.Member]) -> String {
        members.flatMap { items(of: $0.name, value: $0.value) }.joined(separator: "&")
    }

    /// The items of a field, in its style if it has one. Otherwise, a list is an item for each of its items, and an
    /// object is JSON text (OpenAPI 3.1, section 4.8.15, `contentType`).
    private func items(of name: String, value: EncodedValue) -> [String] {
        guard let encoding = encodings.first(where: { $0.name.isExactly(name) }) else {
            return plain(named: name, value: value)
        }
        if encoding.isJSON, !encoding.hasStyle { return [item(named: name, text: value.json)] }
        guard encoding.hasStyle else { return plain(named: name, value: value) }
        let style = encoding.style ?? .form
        let encode = PercentEncoding.encoder(in: .query, allowsReserved: encoding.allowReserved)
        let parameter = value.parameter
        return parameter.isEmpty
            ? []
            : style.items(
                of: name, value: parameter, explode: encoding.explode ?? style.explodesByDefault,
                encode: encode)
    }

    private func plain(named name: String, value: EncodedValue) -> [String] {
        switch value {
        case .null: []
        case .list(let items): items.flatMap { nested(in: name, value: $0) }
        case .string, .literal, .file, .object: nested(in: name, value: value)
        }
    }

    private func nested(in name: String, value: EncodedValue) -> [String] {
        switch value {
        case .null: []
        case .string(let text), .literal(let text): [item(named: name, text: text)]
        case .file(let file): [item(named: name, text: (file.bytes ?? Data()).base64EncodedString())]
        case .list, .object: [item(named: name, text: value.json)]
        }
    }

    private func item(named name: String, text: String) -> String {
        "\(PercentEncoding.encode(name))=\(PercentEncoding.encode(text))"
    }

    /// The paths of null values, which a form cannot represent outside of JSON text.
    private func nulls(_ members: [EncodedValue.Member]) -> [String] {
        members.flatMap { member -> [String] in
            let encoding = encodings.first { $0.name.isExactly(member.name) }
            if encoding?.isJSON == true, encoding?.hasStyle == false { return [] }
            let isStyled = encoding?.hasStyle == true
            return member.value.nulls(at: member.name, depth: isStyled ? .max : 1)
        }
    }

    /// The violations of the fields.
    func problems(_ members: [EncodedValue.Member]) -> [Violation] {
        nulls(members).map { .encoding($0, reason: String.unsentNull) }
            + tooDeep(members).map { .encoding($0, reason: String.tooDeep) }
    }

    /// The fields that nest lists or objects, which their style cannot represent.
    private func tooDeep(_ members: [EncodedValue.Member]) -> [String] {
        members.filter { member in
            guard let encoding = encodings.first(where: { $0.name.isExactly(member.name) }), encoding.hasStyle
            else {
                return false
            }
            return (encoding.style ?? .form) != .deepObject && member.value.parameter.isNested
        }.map(\.name)
    }
}
