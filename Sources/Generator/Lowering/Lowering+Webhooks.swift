import SourceText

extension OperationLowering {
    /// The payloads that are JSON, by the names of their webhooks.
    func lowerWebhooks() -> [API.Webhook] {
        return builder.document.webhooks.flatMap { webhook in
            webhook.operations.compactMap { operation in
                lowerWebhook(
                    operation, word: webhook.template, title: "`\(webhook.template.value)`", in: .webhooks)
            }
        }
    }

    /// The payloads that are JSON, by the operations that ask for them and the names of their callbacks.
    func lowerCallbacks() -> [API.Webhook] {
        return builder.document.paths.flatMap(\.operations).flatMap { operation in
            operation.callbacks.flatMap { callback in
                let owner = operation.id?.value ?? operation.method
                let title = "`\(callback.name.value)` of `\(owner)`"
                let name = OpenAPI.Located(
                    value: "\(owner) \(callback.name.value)", range: callback.name.range)
                return callback.items.flatMap(\.operations).compactMap { call in
                    lowerWebhook(call, word: name, title: title, in: .callbacks)
                }
            }
        }
    }

    private func lowerWebhook(
        _ operation: OpenAPI.Operation,
        word: OpenAPI.Located<String>,
        title: String,
        in scope: API.NameScope,
    ) -> API.Webhook? {
        guard let json = operation.body?.content.first(where: { lowering.bodies.kind(of: $0) == .json }),
            let schema = json.schema
        else { return nil }
        note(json, as: .json)
        let chosen = operation.swiftName?.text ?? word.value
        let resolved = lowering.types.resolve(
            schema, hint: NameHint(words: API.NameWords("\(chosen) payload"), parent: nil))
        return API.Webhook(
            name: name(.choice, API.NameWords(chosen), in: scope, for: word.value, at: word.range),
            title: title,
            summary: operation.summary,
            description: operation.description,
            payload: resolved.isNullable ? resolved.type.optional : resolved.type,
        )
    }
}
