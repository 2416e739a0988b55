/// A property of a struct.
struct PropertyPresenter {
    let property: API.Property
    let direction: API.Direction
    let names: Names
    let words: Words
    /// Whether the initializer has parameters only for properties without a default.
    var isSetLater = false

    private var name: Identifier { names[property.name] }

    var view: PropertyView {
        let form = form
        return PropertyView(
            name: name.escaped,
            type: form.type,
            parameter: hasInitialValue(form)
                ? nil
                : InitializerParameterView(
                    label: name.label, type: form.argument ?? form.type, defaultValue: form.defaultValue),
            doc: DocComment(words.property(property, travelling: direction)).lines,
            isVariable: direction.isEncodable,
            isDeprecated: property.isDeprecated,
            isHidden: isHidden,
            storage: storage,
            storageType: box.map { "\($0)<\(form.type)>" } ?? form.type,
            content: box == nil ? storage : "\(storage).value",
            initialValue: initialValue(form),
            access: access,
            read: read(form),
            write: write(form),
        )
    }

    /// The runtime type that wraps an indirect or sensitive value.
    private var box: String? {
        property.isIndirect ? "Indirect" : property.isSensitive ? "Redacted" : nil
    }

    private func hasInitialValue(_ form: PropertyForm) -> Bool {
        form.isConstant || isSetLater && form.defaultValue != nil
    }

    private func initialValue(_ form: PropertyForm) -> String {
        let value = hasInitialValue(form) ? form.defaultValue ?? name.escaped : name.escaped
        return box.map { "\($0)(\(value))" } ?? value
    }

    private var isHidden: Bool { property.isDeprecated || box != nil }
    private var storage: String { isHidden ? "_\(name.text)" : name.escaped }
    private var access: String { Self.access(to: storage) }

    /// The names of local variables in `init(from:)` and `encode(to:)`.
    private static let taken: Set<String> = ["decoder", "encoder", "fields"]

    /// A stored property, as spelled in `init(from:)` and `encode(to:)`.
    static func access(to storage: String) -> String {
        taken.contains(storage) ? "self.\(storage)" : storage
    }

    private func read(_ form: PropertyForm) -> CallView {
        let absent = form.absent.map { " ?? \($0)" } ?? ""
        let constant = form.isConstant && form.read == "required" ? form.defaultValue : nil
        let arguments =
            [SwiftLiteral.string(property.wireName)] + [constant].compactMap { $0.map { "constant: \($0)" } }
        // Only what is required has no value in place of an error.
        let call = form.read == "required" ? "try fields.required" : "fields.\(form.read)"
        guard let box else {
            return CallView("\(access) = \(call)", with: arguments, trailing: absent)
        }
        return CallView("\(access) = \(box)(\(call)", with: arguments, trailing: "\(absent))")
    }

    private func write(_ form: PropertyForm) -> CallView {
        let value = box == nil ? access : "\(storage).value"
        let arguments = [SwiftLiteral.string(property.wireName), value]
        return CallView("fields.\(form.write)", with: arguments)
    }
}
