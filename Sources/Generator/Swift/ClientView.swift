import APIGenTemplating

/// The file of a service's client.
struct ClientView: View {
    let name: String
    let doc: [DocLineView]
    let initializerDoc: [DocLineView]
    let environment: EnvironmentView
    /// The call that sets the service's own header names; `nil` if there are none.
    let responseHeaders: CallView?
    let usesSigning: Bool
    /// The OAuth endpoints, for clients that use OAuth.
    let endpoints: [OAuthEndpointsView]
    let secrets: [SecretView]
    let credentials: [CredentialView]
    let security: String
    /// The servers of the document, if some operations have their own servers.
    let documentServers: [String]
    let servers: [ServerView]
    let variableTypes: [EnumerationView]

    static let fields: ViewFields<ClientView> = [
        .text("name", \.name),
        .list("doc", \.doc),
        .list("initializerDoc", \.initializerDoc),
        .optional("environment", { $0.environment }),
        .optional("responseHeaders", { $0.responseHeaders }),
        .flag("usesSigning", \.usesSigning),
        .list("endpoints", \.endpoints),
        .flag("usesOAuth", { !$0.endpoints.isEmpty }),
        .list("secrets", \.secrets),
        .list("credentials", \.credentials),
        .text("security", \.security),
        .texts("documentServers", \.documentServers),
        .flag("hasDocumentServers", { !$0.documentServers.isEmpty }),
        .flag("hasSecurity", { $0.security != "[]" }),
        .list("servers", \.servers),
        .list("variableTypes", \.variableTypes),
        .flag("hasServers", { !$0.servers.isEmpty }),
        .optionalText(
            "defaultServer",
            { $0.servers.first { $0.isDefault }.map { $0.hasVariables ? $0.name + "()" : $0.name } }),
    ]
}

/// The initializer that takes its arguments from environment variables.
struct EnvironmentView: View {
    let doc: [DocLineView]
    /// Whether variables may be missing.
    let isRequired: Bool
    /// The default server, if it has variables.
    let server: CallView?
    let call: CallView

    static let fields: ViewFields<EnvironmentView> = [
        .list("doc", \.doc),
        .flag("isRequired", \.isRequired),
        .optional("server", { $0.server }),
        .optional("call", { $0.call }),
    ]
}

/// A parameter of the client's initializer.
struct SecretView: View {
    let label: String
    let type: String
    let isRequired: Bool

    static let fields: ViewFields<SecretView> = [
        .text("label", \.label),
        .text("type", \.type),
        .flag("isRequired", \.isRequired),
    ]
}

/// The statement for a security scheme in the client's initializer.
struct CredentialView: View {
    /// The condition that binds optional secrets; `nil` if there are none.
    let condition: String?
    let call: CallView

    static let fields: ViewFields<CredentialView> = [
        .optionalText("condition", \.condition),
        .optional("call", { $0.call }),
    ]
}

/// The OAuth endpoints of security schemes.
struct OAuthEndpointsView: View {
    let doc: [DocLineView]
    let name: String
    let call: CallView

    static let fields: ViewFields<OAuthEndpointsView> = [
        .list("doc", \.doc),
        .text("name", \.name),
        .optional("call", { $0.call }),
    ]
}

struct ServerView: View {
    let name: String
    let doc: [DocLineView]
    let url: String
    let variables: [ServerVariableView]
    /// The call that creates a server from its variables.
    let call: CallView
    /// Whether it is the client's default server.
    let isDefault: Bool

    var hasVariables: Bool { !variables.isEmpty }

    static let fields: ViewFields<ServerView> = [
        .text("name", \.name),
        .list("doc", \.doc),
        .text("url", \.url),
        .list("variables", \.variables),
        .optional("call", { $0.call }),
        .flag("hasVariables", \.hasVariables),
    ]
}

struct ServerVariableView: View {
    let name: String
    /// The argument label and, if it differs, the parameter name.
    let parameter: String
    let type: String
    let defaultValue: String?

    static let fields: ViewFields<ServerVariableView> = [
        .text("parameter", \.parameter),
        .text("type", \.type),
        .optionalText("defaultValue", \.defaultValue),
    ]
}
