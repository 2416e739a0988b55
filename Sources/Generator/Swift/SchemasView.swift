import APIGenTemplating

/// The file with the schemas that values are checked against.
struct SchemasView: View {
    let clientName: String
    /// The members of a JSON object, a line for each schema.
    let lines: [String]

    static let fields: ViewFields<SchemasView> = [
        .text("clientName", \.clientName),
        .texts("lines", \.lines),
    ]
}
