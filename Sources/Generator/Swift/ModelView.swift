import APIGenTemplating

/// The file of a model.
struct ModelView: View {
    let usesFoundation: Bool
    /// The modules of types that the user brings.
    let ownModules: [String]
    /// Whether the interface names types of the runtime.
    let declaresRuntimeTypes: Bool
    let conformsToRuntime: Bool
    let type: TypeView
    let literals: [UnionLiteralView]
    /// The types whose values are checked.
    let validations: [ValidationView]

    static let fields: ViewFields<ModelView> = [
        .flag("usesFoundation", \.usesFoundation),
        .texts("ownModules", \.ownModules),
        .flag("declaresRuntimeTypes", \.declaresRuntimeTypes),
        .flag("conformsToRuntime", \.conformsToRuntime),
        .optional("type", { $0.type }),
        .list("literals", \.literals),
        .list("validations", \.validations),
    ]
}

/// A type whose values are checked.
struct ValidationView: View {
    /// The qualified name.
    let type: String
    /// The expression for the schema that values are checked against.
    let schema: String

    static let fields: ViewFields<ValidationView> = [
        .text("type", \.type),
        .text("schema", \.schema),
    ]
}

/// A type with its nested types.
struct TypeView: View {
    var record: RecordView?
    var enumeration: EnumerationView?
    var union: [UnionView] = []
    var namespace: [NamespaceView] = []

    static let fields: ViewFields<TypeView> = [
        .optional("record", \.record),
        .optional("enumeration", \.enumeration),
        .list("union", \.union),
        .list("namespace", \.namespace),
    ]
}

/// A namespace for nested types.
struct NamespaceView: View {
    let name: String
    let doc: [DocLineView]
    let nested: [TypeView]

    static let fields: ViewFields<NamespaceView> = [
        .text("name", \.name),
        .list("doc", \.doc),
        .list("nested", \.nested),
    ]
}

struct RecordView: View {
    let name: String
    let doc: [DocLineView]
    let conformances: String
    let isDecodable: Bool
    let isEncodable: Bool
    let properties: [PropertyView]
    /// The parameters of the initializer, those without a default first.
    let parameters: [InitializerParameterView]
    /// Whether the initializer takes a closure in place of the parameters with defaults.
    let isSetLater: Bool
    let unions: [EmbeddedUnionView]
    let additional: AdditionalPropertiesView?
    /// The call that reports other properties, if the document disallows them.
    let closing: CallView?
    /// The hidden property that keeps the original text of values with several JSON representations, so that they are
    /// sent back unchanged.
    let sourceTexts: String?
    let nested: [TypeView]

    static let fields: ViewFields<RecordView> = [
        .text("name", \.name),
        .list("doc", \.doc),
        .text("conformances", \.conformances),
        .flag("isDecodable", \.isDecodable),
        .flag("isEncodable", \.isEncodable),
        .list("properties", \.properties),
        .list("parameters", \.parameters),
        .flag("hasParameters", { !$0.parameters.isEmpty || $0.isSetLater }),
        .flag("isSetLater", \.isSetLater),
        .list("unions", \.unions),
        .flag(
            "hasMembers", { !$0.properties.isEmpty || !$0.unions.isEmpty || $0.additional != nil }),
        .flag("hasFields", { !$0.properties.isEmpty || $0.additional != nil }),
        .flag("readsFields", { !$0.properties.isEmpty || $0.additional != nil || $0.closing != nil }),
        .optional("additional", \.additional),
        .optional("closing", { $0.closing }),
        .optionalText("sourceTexts", \.sourceTexts),
        .list("nested", \.nested),
    ]
}

/// A parameter of a struct's initializer.
struct InitializerParameterView: View {
    let label: String
    let type: String
    /// The default argument; `nil` if the caller has to pass a value.
    var defaultValue: String?

    static let fields: ViewFields<InitializerParameterView> = [
        .text("label", \.label),
        .text("type", \.type),
        .optionalText("defaultValue", \.defaultValue),
    ]
}

struct PropertyView: View {
    let name: String
    let type: String
    /// The parameter of the initializer; `nil` if the document allows only one value.
    let parameter: InitializerParameterView?
    let doc: [DocLineView]
    let isVariable: Bool
    let isDeprecated: Bool
    /// Whether the stored property is hidden.
    let isHidden: Bool
    /// The name of the stored property. It is hidden if the property is deprecated, since its uses would produce
    /// warnings, and if the value is boxed or is a secret.
    let storage: String
    let storageType: String
    /// The expression for the value in the stored property.
    let content: String
    /// The value that the initializer assigns to the stored property.
    let initialValue: String
    /// The stored property, qualified with `self` if a local variable has the same name.
    let access: String
    /// The statement that decodes the value.
    let read: CallView
    /// The statement that writes the value.
    let write: CallView

    static let fields: ViewFields<PropertyView> = [
        .text("name", \.name),
        .text("type", \.type),
        .list("doc", \.doc),
        .flag("isVariable", \.isVariable),
        .flag("isDeprecated", \.isDeprecated),
        .flag("isHidden", \.isHidden),
        .text("storage", \.storage),
        .text("storageType", \.storageType),
        .text("content", \.content),
        .text("initialValue", \.initialValue),
        .text("access", \.access),
        .optional("read", { $0.read }),
        .optional("write", { $0.write }),
    ]
}

/// A union whose properties are part of the same JSON object.
struct EmbeddedUnionView: View {
    let name: String
    /// The property, qualified with `self` if a local variable has the same name.
    let access: String
    let type: String
    let doc: [DocLineView]
    let isVariable: Bool

    static let fields: ViewFields<EmbeddedUnionView> = [
        .text("name", \.name),
        .text("access", \.access),
        .text("type", \.type),
        .list("doc", \.doc),
        .flag("isVariable", \.isVariable),
    ]
}

/// The property for additional properties.
struct AdditionalPropertiesView: View {
    let type: String
    let doc: [DocLineView]
    let isVariable: Bool
    /// The call that decodes the additional properties.
    let read: CallView
    let write: CallView

    static let fields: ViewFields<AdditionalPropertiesView> = [
        .text("type", \.type),
        .list("doc", \.doc),
        .flag("isVariable", \.isVariable),
        .optional("read", { $0.read }),
        .optional("write", { $0.write }),
    ]
}
