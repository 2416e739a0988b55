/// Presents the payloads of webhooks or callbacks in Swift.
struct PayloadsPresenter {
    let source: String
    let names: Names
    let words: Words

    /// Returns `nil` if there are no webhooks.
    func view(named name: String, of webhooks: [API.Webhook], about text: String) -> PayloadsView? {
        guard let example = webhooks.first else { return nil }
        var doc = DocComment(text)
        doc.add(
            "```swift\nlet payload = try \(name).decode(\(name).\(names[example.name].text).self, from: body)\n```"
        )
        let names = names.beside(webhooks.map { self.names[$0.name].text })
        return PayloadsView(
            source: source,
            name: name,
            doc: doc.lines,
            usesFoundation: webhooks.contains { $0.payload.usesFoundation },
            payloads: webhooks.map { webhook in
                PayloadView(
                    name: names[webhook.name].text, doc: self.doc(of: webhook).lines,
                    type: names.type(webhook.payload))
            },
        )
    }

    private func doc(of webhook: API.Webhook) -> DocComment {
        var doc = DocComment("The body of \(webhook.title).")
        doc.add(words.told(webhook.summary))
        doc.add(words.told(webhook.description))
        return doc
    }
}
