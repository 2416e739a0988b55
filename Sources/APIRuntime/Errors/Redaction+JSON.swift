package import Foundation

extension Redaction {
    /// A JSON text with secrets redacted in its strings, and with strings redacted whose names are suspicious. It is
    /// returned byte for byte if it holds none; `nil` if it is not JSON.
    package func redacted(json: Data) -> Data? {
        guard let value = try? JSONCoding.decode(JSONValue.self, from: json, reading: .lenient) else {
            return nil
        }
        let clean = redacted(value)
        return clean == value ? json : try? JSONCoding.encode(clean)
    }

    private func redacted(_ value: JSONValue, named name: String = "") -> JSONValue {
        switch value {
        case .null, .bool, .number: value
        case .string(let text): .string(Self.isSecret(name: name) ? "[redacted]" : redacted(text))
        case .array(let elements): .array(elements.map { redacted($0, named: name) })
        case .object(let members):
            .object(Dictionary(uniqueKeysWithValues: members.map { ($0, redacted($1, named: $0)) }))
        }
    }
}
