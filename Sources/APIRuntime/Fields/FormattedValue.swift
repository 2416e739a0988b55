public import Foundation

/// A value that may stand in JSON in several forms, of which it is written in one: a date, a URL, a number with a
/// fraction, or a union that may be one of them. ``SourceTexts`` keeps the form in which it came.
public protocol FormattedValue: Encodable {}

extension Date: FormattedValue {}
extension CalendarDate: FormattedValue {}
extension URL: FormattedValue {}
extension UUID: FormattedValue {}
extension Data: FormattedValue {}
extension Base64URL: FormattedValue {}
extension Double: FormattedValue {}
extension Float: FormattedValue {}
extension Decimal: FormattedValue {}
extension Optional: FormattedValue where Wrapped: FormattedValue {}
extension Array: FormattedValue where Element: FormattedValue {}
extension Dictionary: FormattedValue where Key == String, Value: FormattedValue {}

extension EncodedValue {
    /// A value of a text as it stands there.
    init(_ document: JSONDocument, _ node: Int) {
        switch document.nodes[node].kind {
        case .null: self = .null
        case .true, .false, .integer, .number: self = .literal(document.text(of: node))
        case .plainString, .escapedString: self = .string(document.text(of: node))
        case .array: self = .list(document.items(of: node).map { EncodedValue(document, $0) })
        case .object:
            let members = JSONObject(document.decoder(at: node))?.members ?? []
            self = .object(members.map { Member(name: $0.name, value: EncodedValue(document, $0.node)) })
        }
    }

    /// Whether both are one value of JSON: texts of the same code points, and numbers of the same value.
    func isSame(as other: EncodedValue) -> Bool {
        switch (self, other) {
        case (.null, .null): true
        case (.string(let text), .string(let other)): text.isExactly(other)
        case (.literal(let text), .literal(let other)): text == other || Self.isSameNumber(text, other)
        case (.list(let items), .list(let others)):
            items.count == others.count && zip(items, others).allSatisfy { $0.isSame(as: $1) }
        case (.object(let members), .object(let others)): Self.isSame(members, others)
        case (.file(let file), .file(let other)): file == other
        case (.null, _), (.string, _), (.literal, _), (.list, _), (.object, _), (.file, _): false
        }
    }

    private static func isSameNumber(_ text: String, _ other: String) -> Bool {
        guard let number = JSONNumber(text), let other = JSONNumber(other) else { return false }
        return number == other
    }

    private static func isSame(_ members: [Member], _ others: [Member]) -> Bool {
        guard members.count == others.count else { return false }
        let pairs = zip(
            members.sorted { $0.name.precedesInUnicode($1.name) },
            others.sorted { $0.name.precedesInUnicode($1.name) })
        return pairs.allSatisfy {
            $0.name.isExactly($1.name) && $0.value.isSame(as: $1.value)
        }
    }
}
