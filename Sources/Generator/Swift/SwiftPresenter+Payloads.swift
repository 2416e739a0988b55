/// What a service sends by itself, in Swift.
extension SwiftPresenter {
    func presentPayloads() -> [SwiftFile] {
        let webhooks = file(
            "Webhooks", "What the service sends by itself, by the names of its webhooks.", api.webhooks)
        let words =
            "What the service sends to addresses that requests gave it, by the names of its callbacks."
        return [webhooks, file("Callbacks", words, api.callbacks)].compactMap(\.self)
    }

    private func file(_ name: String, _ words: String, _ webhooks: [API.Webhook]) -> SwiftFile? {
        guard let example = webhooks.first else { return nil }
        var doc = DocComment(words, indent: 0)
        doc.add(
            "```swift\nlet payload = try \(name).decode(\(name).\(example.name).self, from: body)\n```",
            indent: 0)
        let types = types.beside(webhooks.map(\.name))
        let view = PayloadsView(
            source: source,
            name: name,
            doc: doc.comment,
            usesFoundation: webhooks.contains { $0.payload.usesFoundation },
            payloads: webhooks.map { present($0, types) },
        )
        return SwiftFile(path: "\(name).swift", content: .payloads(view))
    }

    private func present(_ webhook: API.Webhook, _ types: TypeNames) -> PayloadView {
        var doc = DocComment("The body of \(webhook.title).", indent: 4)
        doc.add(told(webhook.summary), indent: 4)
        doc.add(told(webhook.description), indent: 4)
        return PayloadView(name: webhook.name, doc: doc.comment, type: types.name(of: webhook.payload))
    }
}
