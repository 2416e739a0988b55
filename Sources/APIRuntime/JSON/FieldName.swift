/// The coding key of a member of a JSON object.
///
/// All models share it: a `CodingKeys` enumeration for each of them more than doubles the machine code.
struct FieldName: CodingKey, ExpressibleByStringLiteral {
    let stringValue: String
    let intValue: Int? = nil

    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.stringValue = stringValue }
    init(stringLiteral value: String) { stringValue = value }
    init?(intValue: Int) { nil }
}
