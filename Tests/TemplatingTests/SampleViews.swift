import APIGenTemplating

/// A small model of a type declaration: every kind of field, and a type that holds others of its own kind.
struct TypeView: View {
    let name: String
    var doc: [String] = []
    var isPublic = false
    var rawType: String?
    var parent: ParentView?
    var cases: [CaseView] = []
    var nested: [TypeView] = []

    static let fields: ViewFields<TypeView> = [
        .text("name", \.name),
        .texts("doc", \.doc),
        .flag("isPublic", \.isPublic),
        .optionalText("rawType", \.rawType),
        .optional("parent", \.parent),
        .list("cases", \.cases),
        .list("nested", \.nested),
    ]
}

struct ParentView: View {
    let name: String
    var rawType: String?

    static let fields: ViewFields<ParentView> = [
        .text("name", \.name),
        .optionalText("rawType", \.rawType),
    ]
}

struct CaseView: View {
    let name: String
    var doc: [String] = []
    var value: String?
    var isDeprecated = false

    static let fields: ViewFields<CaseView> = [
        .text("name", \.name),
        .texts("doc", \.doc),
        .optionalText("value", \.value),
        .flag("isDeprecated", \.isDeprecated),
    ]
}

extension TypeView {
    /// What the cases render: types nested three deep, and each field both there and absent.
    static let sample = TypeView(
        name: "Flight<Leg>",
        doc: ["A flight.", "", "Times are \"local\" & naïve."],
        isPublic: true,
        parent: ParentView(name: "Journey"),
        cases: [
            CaseView(name: "first", doc: ["Up front.", "Roomy."], value: "1"),
            CaseView(name: "business", isDeprecated: true),
            CaseView(name: "economy", doc: ["At the back."], value: "\"\"\"\neco\n\n\"\"\""),
        ],
        nested: [
            TypeView(
                name: "Leg",
                doc: ["A leg."],
                rawType: "String",
                cases: [CaseView(name: "outbound", value: "out"), CaseView(name: "inbound")],
                nested: [TypeView(name: "Stop", cases: [CaseView(name: "fuel")])],
            ),
            TypeView(name: "Seat", isPublic: true, parent: ParentView(name: "Place", rawType: "Int")),
        ],
    )
}
