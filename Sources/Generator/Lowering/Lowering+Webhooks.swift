import APIGenSourceText

extension OperationLowering {
    /// The JSON payloads of webhooks.
    func lowerWebhooks() -> [API.Webhook] {
        note("webhooks", of: builder.document.node, as: .typed)
        return builder.document.webhooks.flatMap { webhook in
            note(webhook)
            return webhook.operations.compactMap { operation in
                lowerWebhook(
                    operation, word: webhook.template, title: "`\(webhook.template.value)`", in: .webhooks)
            }
        }
    }

    /// The JSON payloads of callbacks, by operation and callback name.
    func lowerCallbacks() -> [API.Webhook] {
        return builder.document.paths.flatMap(\.operations).flatMap { operation in
            operation.callbacks.flatMap { callback in
                note(callback.node, as: .typed)
                for item in callback.items { note(item) }
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

    private func note(_ item: OpenAPI.PathItem) {
        for node in item.nodes {
            note(node, by: "$ref")
            note("parameters", "servers", of: node, as: .unreached)
        }
    }

    /// Records the operation of a webhook or callback: only the body is of use to a client.
    private func notePayload(of operation: OpenAPI.Operation) {
        note(
            "operationId", "externalDocs", "tags", "deprecated", "parameters", "responses", "callbacks",
            "servers",
            "security", "x-permissions", "x-dependent-required", "x-mutually-exclusive", "x-pagination",
            of: operation.node, as: .unreached)
        note(operation.node, by: "x-swift-name")
        note(operation.body?.node, by: "content")
        // A received body is always present.
        note("required", of: operation.body?.node, as: .unreached)
        for mediaType in operation.body?.content ?? [] { note(mediaType.node, as: .unreached) }
    }

    private func lowerWebhook(
        _ operation: OpenAPI.Operation,
        word: OpenAPI.Located<String>,
        title: String,
        in scope: API.NameScope,
    ) -> API.Webhook? {
        guard let json = operation.body?.content.first(where: { lowering.bodies.kind(of: $0) == .json }),
            let schema = json.schema
        else {
            note(operation.node, as: .unreached)
            return nil
        }
        notePayload(of: operation)
        note(json, as: .json)
        let chosen = operation.swiftName?.text ?? word.value
        let resolved = lowering.types.resolve(
            schema, hint: NameHint(words: API.NameWords("\(chosen) payload"), parent: nil))
        note(resolved.reading, as: .null)
        return API.Webhook(
            name: name(.choice, API.NameWords(chosen), in: scope, for: word.value, at: word.range),
            title: title,
            summary: operation.summary,
            description: operation.description,
            payload: resolved.isNullable ? resolved.type.optional : resolved.type,
        )
    }
}
