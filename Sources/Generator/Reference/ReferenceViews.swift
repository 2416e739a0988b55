import APIGenTemplating

/// The page that leads to the others.
struct IndexView: View {
    let title: String
    let summary: String?
    let description: [String]
    let facts: [FactView]
    let client: [String]
    let servers: [RowView]
    let groups: [GroupLinkView]
    let models: [RowView]

    static let fields: ViewFields<IndexView> = [
        .text("title", \.title),
        .optionalText("summary", \.summary),
        .texts("description", \.description),
        .list("facts", \.facts),
        .flag("hasFacts", { !$0.facts.isEmpty }),
        .texts("client", \.client),
        .list("servers", \.servers),
        .flag("hasServers", { !$0.servers.isEmpty }),
        .list("groups", \.groups),
        .list("models", \.models),
        .flag("hasModels", { !$0.models.isEmpty }),
    ]
}

/// A line about something that has a name.
struct FactView: View {
    let name: String
    let text: String

    static let fields: ViewFields<FactView> = [.text("name", \.name), .text("text", \.text)]
}

/// A row of a table.
struct RowView: View {
    let name: String
    let type: String
    let description: String
    let notes: String

    init(_ name: String, type: String = "", description: String = "", notes: String = "") {
        (self.name, self.type, self.description, self.notes) = (name, type, description, notes)
    }

    static let fields: ViewFields<RowView> = [
        .text("name", \.name),
        .text("type", \.type),
        .text("description", \.description),
        .flag("hasDescription", { !$0.description.isEmpty }),
        .text("notes", \.notes),
        .flag("hasNotes", { !$0.notes.isEmpty }),
    ]
}

/// A group of operations, with links to them.
struct GroupLinkView: View {
    let name: String
    let page: String
    let operations: [OperationLinkView]

    static let fields: ViewFields<GroupLinkView> = [
        .text("name", \.name),
        .text("page", \.page),
        .list("operations", \.operations),
    ]
}

struct OperationLinkView: View {
    let name: String
    let page: String
    let http: String
    let description: String

    static let fields: ViewFields<OperationLinkView> = [
        .text("name", \.name),
        .text("page", \.page),
        .text("http", \.http),
        .text("description", \.description),
        .flag("hasDescription", { !$0.description.isEmpty }),
    ]
}

/// The page of a group of operations.
struct GroupPageView: View {
    let name: String
    let description: [String]
    let server: String?
    let links: GroupLinkView
    let operations: [OperationSectionView]

    static let fields: ViewFields<GroupPageView> = [
        .text("name", \.name),
        .texts("description", \.description),
        .optionalText("server", \.server),
        .optional("links", { $0.links }),
        .list("operations", \.operations),
    ]
}

/// What there is to know about an operation.
struct OperationSectionView: View {
    let name: String
    let signature: [String]
    let summary: String?
    let description: [String]
    let http: String
    let isDeprecated: Bool
    let access: [FactView]
    let examples: [CodeView]
    let parameters: [RowView]
    let body: BodySectionView?
    let responses: [RowView]
    let headers: [RowView]
    let answer: CodeView?
    let result: String

    static let fields: ViewFields<OperationSectionView> = [
        .text("name", \.name),
        .texts("signature", \.signature),
        .optionalText("summary", \.summary),
        .texts("description", \.description),
        .flag("hasDescription", { !$0.description.isEmpty }),
        .text("http", \.http),
        .flag("isDeprecated", \.isDeprecated),
        .list("access", \.access),
        .flag("hasAccess", { !$0.access.isEmpty }),
        .list("examples", \.examples),
        .list("parameters", \.parameters),
        .flag("hasParameters", { !$0.parameters.isEmpty }),
        .optional("body", { $0.body }),
        .list("responses", \.responses),
        .flag("hasResponses", { !$0.responses.isEmpty }),
        .list("headers", \.headers),
        .flag("hasHeaders", { !$0.headers.isEmpty }),
        .optional("answer", { $0.answer }),
        .text("result", \.result),
    ]
}

/// The request body of an operation.
struct BodySectionView: View {
    let description: [String]
    let contents: [RowView]
    let examples: [CodeView]

    static let fields: ViewFields<BodySectionView> = [
        .texts("description", \.description),
        .list("contents", \.contents),
        .list("examples", \.examples),
    ]
}

/// Lines of code, in a language and under a title.
struct CodeView: View {
    let title: String
    let language: String
    let lines: [String]

    static let fields: ViewFields<CodeView> = [
        .text("title", \.title),
        .text("language", \.language),
        .texts("lines", \.lines),
    ]
}

/// The page of a declared type, with the types nested in it.
struct ModelPageView: View {
    let sections: [ModelSectionView]

    static let fields: ViewFields<ModelPageView> = [.list("sections", \.sections)]
}

struct ModelSectionView: View {
    let name: String
    let heading: String
    let kind: String
    let description: [String]
    let isDeprecated: Bool
    let properties: [RowView]
    let cases: [RowView]
    let examples: [CodeView]

    static let fields: ViewFields<ModelSectionView> = [
        .text("name", \.name),
        .text("heading", \.heading),
        .text("kind", \.kind),
        .texts("description", \.description),
        .flag("hasDescription", { !$0.description.isEmpty }),
        .flag("isDeprecated", \.isDeprecated),
        .list("properties", \.properties),
        .flag("hasProperties", { !$0.properties.isEmpty }),
        .list("cases", \.cases),
        .flag("hasCases", { !$0.cases.isEmpty }),
        .list("examples", \.examples),
    ]
}
