import APIGenTemplating

/// The landing page of a catalogue for DocC.
struct CatalogueView: View {
    let module: String
    let client: String
    let summary: String
    let description: [String]
    let example: [String]
    let topics: [TopicView]

    static let fields: ViewFields<CatalogueView> = [
        .text("module", \.module),
        .text("client", \.client),
        .text("summary", \.summary),
        .texts("description", \.description),
        .texts("example", \.example),
        .list("topics", \.topics),
    ]
}

/// Links to pages of a catalogue, under a title.
struct TopicView: View {
    let title: String
    /// The links, in Markdown.
    let links: [String]

    static let fields: ViewFields<TopicView> = [.text("title", \.title), .texts("links", \.links)]
}

/// What a catalogue adds to the page of a group of operations.
struct CatalogueGroupView: View {
    let module: String
    let name: String
    let topics: [TopicView]

    static let fields: ViewFields<CatalogueGroupView> = [
        .text("module", \.module),
        .text("name", \.name),
        .list("topics", \.topics),
    ]
}

/// The article about the first call.
struct FirstCallView: View {
    let client: String
    let example: [String]
    let environment: [String]
    let options: [String]

    static let fields: ViewFields<FirstCallView> = [
        .text("client", \.client),
        .texts("example", \.example),
        .texts("environment", \.environment),
        .texts("options", \.options),
    ]
}

/// The article about credentials and permissions.
struct AccessView: View {
    let client: String
    let secrets: [SecretTextView]
    let example: [String]
    /// Whether access tokens are obtained by OAuth.
    let hasOAuth: Bool
    /// The operations that need other credentials than the rest.
    let exceptions: [RowView]
    /// The operations with permissions or scopes.
    let needs: [RowView]

    static let fields: ViewFields<AccessView> = [
        .text("client", \.client),
        .list("secrets", \.secrets),
        .texts("example", \.example),
        .flag("hasOAuth", \.hasOAuth),
        .list("exceptions", \.exceptions),
        .flag("hasExceptions", { !$0.exceptions.isEmpty }),
        .list("needs", \.needs),
        .flag("hasNeeds", { !$0.needs.isEmpty }),
    ]
}

/// What is said about a secret that the client takes.
struct SecretTextView: View {
    let name: String
    let lines: [String]

    static let fields: ViewFields<SecretTextView> = [.text("name", \.name), .texts("lines", \.lines)]
}

/// An article about operations that have something in common.
struct OperationsView: View {
    let example: [String]
    /// A second way to write the example.
    let variant: [String]
    /// Links to the operations.
    let operations: [String]

    static let fields: ViewFields<OperationsView> = [
        .texts("example", \.example),
        .texts("variant", \.variant),
        .texts("operations", \.operations),
    ]
}

/// The article about errors.
struct FailuresView: View {
    let example: [String]
    /// A program that reads the body of a failure; empty if the document describes none.
    let body: [String]
    /// The types of such bodies, each with the operations that have it.
    let types: [RowView]

    static let fields: ViewFields<FailuresView> = [
        .texts("example", \.example),
        .texts("body", \.body),
        .flag("hasBody", { !$0.body.isEmpty }),
        .list("types", \.types),
        .flag("hasTypes", { !$0.types.isEmpty }),
    ]
}

/// The article about tests of code that uses the client.
struct ClientTestsView: View {
    let example: [String]
    /// A program that takes answers from a script.
    let script: [String]

    static let fields: ViewFields<ClientTestsView> = [
        .texts("example", \.example),
        .texts("script", \.script),
    ]
}
