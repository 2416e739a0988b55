import APIGenTemplating

struct EnumerationView: View {
    let name: String
    let doc: [DocLineView]
    /// The enumeration that this one is an alias of.
    let original: String?
    let isInteger: Bool
    let cases: [CaseView]

    static let fields: ViewFields<EnumerationView> = [
        .text("name", \.name),
        .list("doc", \.doc),
        .optionalText("original", \.original),
        .text("protocol", { $0.isInteger ? "OpenIntegerEnum" : "OpenEnum" }),
        .text("rawType", { $0.isInteger ? "Int" : "String" }),
        .list("cases", \.cases),
    ]
}

struct CaseView: View {
    let name: String
    let doc: [DocLineView]
    let value: String

    static let fields: ViewFields<CaseView> = [
        .text("name", \.name),
        .list("doc", \.doc),
        .text("value", \.value),
    ]
}

extension EnumerationView {
    init(
        _ enumeration: API.Enumeration,
        name: String,
        doc: DocComment,
        names: Names,
        words: Words,
    ) {
        self.name = name
        self.doc = doc.lines
        original = enumeration.original.map { names.type(.named($0)) }
        isInteger = enumeration.isInteger
        cases = enumeration.cases.map { value in
            CaseView(
                name: names[value.name].escaped,
                doc: DocComment(words.enumerationCase(value)).lines,
                value: enumeration.isInteger ? value.value : SwiftLiteral.string(value.value),
            )
        }
    }
}
