import APIGenSourceText
import APIGenYAML

extension WebhookSignature {
    init?(_ node: Node, by decoder: inout SpecDecoder) {
        guard var object = decoder.object(node, as: "webhook signature") else { return nil }
        defer { decoder.finish(object) }
        let header = decoder.headerName(decoder.required("header", in: &object))
        let encoding = decoder.choice(
            decoder.required("encoding", in: &object), of: Encoding.self, as: "an encoding of signatures")
        let key = object["key"].map { decoder.choice($0, of: Key.self, as: "a form of keys") } ?? .text
        let message = decoder.list(decoder.required("message", in: &object), of: "parts of the message") {
            Part($1, by: &$0)
        }
        let prefix = decoder.text(object["prefix"])
        let timestamp = object["timestamp"].flatMap { Part($0, by: &decoder) }
        guard let header, let encoding, let key, !message.isEmpty else { return nil }
        self.init(
            header: header, prefix: prefix, encoding: encoding, key: key, message: message,
            timestamp: timestamp)
    }
}

extension WebhookSignature.Part {
    private enum Word: String, CaseIterable { case body }

    fileprivate init?(_ node: Node, by decoder: inout SpecDecoder) {
        guard node.kind == .mapping else {
            guard decoder.choice(node, of: Word.self, as: "a part of the message") != nil else { return nil }
            self = .body
            return
        }
        guard var object = decoder.object(node, as: "part of the message") else { return nil }
        defer { decoder.finish(object) }
        if let header = object["header"] {
            guard let name = decoder.headerName(header) else { return nil }
            self = .header(name)
        } else if let field = object["field"] {
            guard let name = decoder.text(field) else { return nil }
            self = .field(name)
        } else {
            guard let text = decoder.text(decoder.required("text", in: &object)) else { return nil }
            self = .text(text)
        }
    }
}
