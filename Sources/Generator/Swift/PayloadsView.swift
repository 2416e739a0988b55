import APIGenTemplating

/// The file that names the payloads of webhooks or callbacks.
struct PayloadsView: View {
    let name: String
    let doc: [DocLineView]
    let usesFoundation: Bool
    /// The modules of types that the user brings.
    let ownModules: [String]
    /// Whether payloads are types of the runtime.
    let declaresRuntimeTypes: Bool
    let signature: CallView?
    let payloads: [PayloadView]

    static let fields: ViewFields<PayloadsView> = [
        .text("name", \.name),
        .list("doc", \.doc),
        .flag("usesFoundation", \.usesFoundation),
        .texts("ownModules", \.ownModules),
        .flag("declaresRuntimeTypes", \.declaresRuntimeTypes),
        .optional("signature", { $0.signature }),
        .list("payloads", \.payloads),
    ]
}

struct PayloadView: View {
    let name: String
    let doc: [DocLineView]
    let type: String

    static let fields: ViewFields<PayloadView> = [
        .text("name", \.name),
        .list("doc", \.doc),
        .text("type", \.type),
    ]
}
