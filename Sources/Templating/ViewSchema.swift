import APIGenSourceText

/// The fields of a view type.
struct ViewSchema: Sendable {
    let type: any View.Type
    /// Only mistakes name the type.
    var typeName: String { String(describing: type) }
    /// In declaration order.
    let names: [String]
    private(set) var fields: [String: FieldContent] = [:]
    /// The mistakes in the field declarations.
    private(set) var mistakes: [Diagnostic] = []

    /// The flags available in every list.
    static let reservedNames = ["isFirst", "isLast"]

    init<Root: View>(_ type: Root.Type) {
        self.type = type
        let declared = Root.fields.fields
        names = declared.map(\.name)
        for field in declared {
            if Self.reservedNames.contains(field.name) {
                mistakes.append(.reservedField(field.name, of: typeName))
            } else if !TagScanner.isName(field.name) {
                mistakes.append(.unusableField(field.name, of: typeName))
            } else if fields.updateValue(field.content, forKey: field.name) != nil {
                mistakes.append(.duplicateField(field.name, of: typeName))
            }
        }
    }
}
