import Foundation

/// A value between its Swift type and the wire: what JSON would hold, with the members of objects in the order
/// in which the model writes them.
enum EncodedValue: Sendable {
    case null
    case string(String)
    /// A number or a Boolean, as it is written.
    case literal(String)
    case file(FilePart)
    case list([EncodedValue])
    case object([Member])

    struct Member: Sendable {
        let name: String
        let value: EncodedValue
    }
}

extension EncodedValue {
    /// As a parameter. `null` has no form outside JSON: it is left out of objects and lists, as what is undefined
    /// is by RFC 6570, section 2.3.
    var parameter: Parameter {
        switch self {
        case .null: .list([])
        case .string(let text), .literal(let text): .text(text)
        case .file(let file): file.bytes.parameter
        case .list(let items): .list(items.filter { !$0.isNull }.map(\.parameter))
        case .object(let members):
            .object(
                members.filter { !$0.value.isNull }.map {
                    Parameter.Member(name: $0.name, value: $0.value.parameter)
                })
        }
    }

    /// As JSON text.
    var json: String {
        switch self {
        case .null: "null"
        case .string(let text): Self.quoted(text)
        case .literal(let text): text
        case .file(let file): Self.quoted(file.bytes.base64EncodedString())
        case .list(let items): "[\(items.map(\.json).joined(separator: ","))]"
        case .object(let members):
            "{\(members.map { "\(Self.quoted($0.name)):\($0.value.json)" }.joined(separator: ","))}"
        }
    }

    private static func quoted(_ text: String) -> String {
        // A text always has a form in JSON.
        (try? JSONCoding.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }

    var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// Whether this is a text, a number or a Boolean.
    var scalar: String? {
        switch self {
        case .string(let text), .literal(let text): text
        case .null, .file, .list, .object: nil
        }
    }
}
