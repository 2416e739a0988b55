@_spi(Generated) import APIRuntime
import Foundation

struct Color: OpenEnum {
    let rawValue: String
    init(rawValue: String) { self.rawValue = rawValue }

    static var red: Self { "red" }
}

struct Level: OpenIntegerEnum {
    let rawValue: Int
    init(rawValue: Int) { self.rawValue = rawValue }

    static var high: Self { 3 }
}

/// A model that is sent, in the shape of generated ones.
struct Note: Encodable, Validatable {
    static let validationSchema = SchemaSet(
        #"""
        {
        "Note": {"properties": {"title": {"maxLength": 5}, "tags": {"maxItems": 2}, "text": {"minLength": 1},
        "rank": {"minimum": 1}, "parent": {"minimum": 1}, "children": {"items": {"$ref": "Note"}}}}
        }
        """#)["Note"]

    var title: String?
    var tags: [String] = []
    var text: PropertyPatch<String> = .unchanged
    var rank: PropertyPatch<Int> = .unchanged
    var owner: UUID?
    var readers: [UUID]?
    var parent: Int?
    var children: [Note] = []
    var additionalProperties: [String: JSONValue] = [:]

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.fields()
        fields.write("title", title)
        fields.write("tags", tags)
        fields.write("text", text)
        fields.write("rank", rank)
        fields.write("owner", owner)
        fields.write("readers", readers)
        fields.writeNullable("parent", parent)
        fields.write("children", children)
        fields.write(additionalProperties)
        try fields.end()
    }
}

/// A model that is received, in the shape of generated ones.
struct Item: Decodable, Equatable {
    let id: Int
    let name: String?
    let color: Color?
    let created: Date?
    let day: CalendarDate?
    let owner: UUID?
    let link: URL?
    let parts: [Item]?
    let note: PropertyPatch<String>
    let additionalProperties: [String: JSONValue]

    init(from decoder: any Decoder) throws {
        var fields = try decoder.fields()
        id = try fields.required("id")
        name = fields.optional("name")
        color = fields.optional("color")
        created = fields.optional("created_date")
        day = fields.optional("day")
        owner = fields.optional("owner")
        link = fields.optional("link")
        parts = fields.optional("parts")
        note = fields.nullable("note")
        additionalProperties = fields.others()
        try fields.end()
    }
}
