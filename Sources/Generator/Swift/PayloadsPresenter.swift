/// Presents the payloads of webhooks or callbacks in Swift.
struct PayloadsPresenter {
    let signature: WebhookSignature?
    let names: Names
    let words: Words

    /// Returns `nil` if there are no webhooks.
    func view(named name: String, of webhooks: [API.Webhook], about text: String) -> PayloadsView? {
        guard let example = webhooks.first else { return nil }
        var doc = DocComment(text)
        let verification =
            signature == nil ? "" : "try \(name).signature.verify(body, headers: headers, secret: secret)\n"
        let decoding =
            "let payload = try \(name).decode(\(name).\(names[example.name].text).self, from: body)"
        doc.add("```swift\n\(verification)\(decoding)\n```")
        let names = names.beside(webhooks.map { self.names[$0.name].text })
        return PayloadsView(
            name: name,
            doc: doc.lines,
            usesFoundation: webhooks.contains { $0.payload.usesFoundation },
            ownModules: webhooks.map(\.payload).ownModules,
            declaresRuntimeTypes: webhooks.contains { $0.payload.usesRuntime },
            signature: signature.map { CallView("WebhookSignature", with: $0.arguments) },
            payloads: webhooks.map { webhook in
                PayloadView(
                    name: names[webhook.name].text, doc: self.doc(of: webhook).lines,
                    type: names.type(webhook.payload))
            },
        )
    }

    private func doc(of webhook: API.Webhook) -> DocComment {
        var doc = DocComment("The body of \(Markdown.inert(webhook.title)).")
        doc.add(words.told(webhook.summary))
        doc.add(words.told(webhook.description))
        return doc
    }
}

extension WebhookSignature {
    fileprivate var arguments: [String] {
        [
            "in: \(SwiftLiteral.string(header))", prefix.map { "prefix: \(SwiftLiteral.string($0))" },
            "encoding: .\(encoding.rawValue)", "key: .\(key.rawValue)",
            "message: [\(message.map(\.code).joined(separator: ", "))]",
            timestamp.map { "timestamp: \($0.code)" },
        ].compactMap(\.self)
    }
}

extension WebhookSignature.Part {
    fileprivate var code: String {
        switch self {
        case .body: ".body"
        case .header(let name): ".header(\(SwiftLiteral.string(name)))"
        case .field(let name): ".field(\(SwiftLiteral.string(name)))"
        case .text(let text): ".text(\(SwiftLiteral.string(text)))"
        }
    }
}
