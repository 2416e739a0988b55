/// The name of a member of a JSON object.
///
/// One coding key for every model: a `CodingKeys` enumeration in each of them more than doubles the
/// machine code of generated models.
struct FieldName: CodingKey, ExpressibleByStringLiteral {
    let stringValue: String
    let intValue: Int? = nil

    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.stringValue = stringValue }
    init(stringLiteral value: String) { stringValue = value }
    init?(intValue: Int) { nil }
}
