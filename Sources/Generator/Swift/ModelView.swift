import Templating

/// The file of a model.
struct ModelView: View {
    let source: String
    let usesFoundation: Bool
    let usesRuntimePublicly: Bool
    let type: TypeView

    static let fields: ViewFields<ModelView> = [
        .text("source", \.source),
        .flag("usesFoundation", \.usesFoundation),
        .flag("usesRuntimePublicly", \.usesRuntimePublicly),
        .optional("type", { $0.type }),
    ]
}

/// A type, which may hold others.
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

/// A type that only holds others.
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
    let unions: [EmbeddedUnionView]
    let additional: AdditionalPropertiesView?
    /// The hidden property that keeps how members came, where they go out again and may be written in several forms.
    let sourceTexts: String?
    /// The statements that demand members beside others.
    let dependencies: [CallView]
    let nested: [TypeView]

    static let fields: ViewFields<RecordView> = [
        .text("name", \.name),
        .list("doc", \.doc),
        .text("conformances", \.conformances),
        .flag("isDecodable", \.isDecodable),
        .flag("isEncodable", \.isEncodable),
        .list("properties", \.properties),
        .list("unions", \.unions),
        .flag(
            "hasMembers", { !$0.properties.isEmpty || !$0.unions.isEmpty || $0.additional != nil }),
        .flag("hasFields", { !$0.properties.isEmpty || $0.additional != nil }),
        .optional("additional", \.additional),
        .optionalText("sourceTexts", \.sourceTexts),
        .list("dependencies", \.dependencies),
        .list("nested", \.nested),
    ]
}

struct PropertyView: View {
    let name: String
    let label: String
    let type: String
    /// The type in the initialiser.
    let argumentType: String
    let doc: [DocLineView]
    let isVariable: Bool
    let isDeprecated: Bool
    /// Whether the stored property is a hidden one.
    let isHidden: Bool
    /// The stored property: the name itself, or a hidden one below a property that is deprecated, so that its uses
    /// would warn, or whose value lies apart, or is a secret.
    let storage: String
    let storageType: String
    /// The value in the hidden property.
    let content: String
    /// What the initialiser puts into the stored property.
    let initialValue: String
    /// The stored property where a variable may have its name.
    let access: String
    /// What stands for the value in the initialiser if it is left out.
    let defaultValue: String?
    /// The assignment of the value that came.
    let read: CallView
    /// The statement that writes the value.
    let write: CallView

    static let fields: ViewFields<PropertyView> = [
        .text("name", \.name),
        .text("label", \.label),
        .text("type", \.type),
        .text("argumentType", \.argumentType),
        .list("doc", \.doc),
        .flag("isVariable", \.isVariable),
        .flag("isDeprecated", \.isDeprecated),
        .flag("isHidden", \.isHidden),
        .text("storage", \.storage),
        .text("storageType", \.storageType),
        .text("content", \.content),
        .text("initialValue", \.initialValue),
        .text("access", \.access),
        .optionalText("defaultValue", \.defaultValue),
        .optional("read", { $0.read }),
        .optional("write", { $0.write }),
    ]
}

/// A union that shares its object with the properties.
struct EmbeddedUnionView: View {
    let name: String
    let label: String
    /// The property where a variable may have its name.
    let access: String
    let type: String
    let doc: [DocLineView]
    let isVariable: Bool

    static let fields: ViewFields<EmbeddedUnionView> = [
        .text("name", \.name),
        .text("label", \.label),
        .text("access", \.access),
        .text("type", \.type),
        .list("doc", \.doc),
        .flag("isVariable", \.isVariable),
    ]
}

/// The properties that the document does not declare.
struct AdditionalPropertiesView: View {
    let type: String
    let doc: [DocLineView]
    let isVariable: Bool
    /// The call that collects what has no property of its own.
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
