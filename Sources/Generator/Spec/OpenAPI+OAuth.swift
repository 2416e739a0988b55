import APIGenSourceText
import APIGenYAML

/// An OAuth Flow Object.
private struct OAuthFlow {
    private enum Name: String, CaseIterable {
        case authorizationCode, clientCredentials, deviceAuthorization, implicit, password
    }

    var endpoints: OpenAPI.OAuthEndpoints
    /// The URLs in the fields of the standard.
    let authorization: Node?
    let token: Node?
    let refresh: Node?
    let deviceAuthorization: Node?
    /// The URLs that `x-url-templates` replaces.
    var templated: [String] = []

    init?(_ node: Node, named name: Node, by decoder: inout SpecDecoder) {
        guard let flow = decoder.choice(name, of: Name.self, as: "an OAuth flow"),
            var object = decoder.object(node, as: "OAuth flow")
        else {
            decoder.record.note(node, as: .reported)
            return nil
        }
        defer { decoder.finish(object) }
        decoder.record.note(node, as: .typed)
        decoder.record.note(decoder.required("scopes", in: &object), as: .dropped)
        // This field does not belong to other flows, where it is reported as unknown.
        deviceAuthorization = flow == .deviceAuthorization ? object["deviceAuthorizationUrl"] : nil
        (authorization, token) = (object["authorizationUrl"], object["tokenUrl"])
        refresh = object["refreshUrl"]
        _ = decoder.text(refresh)
        for url in [authorization, token, refresh, deviceAuthorization] {
            decoder.record.note(url, as: .typed)
        }
        endpoints = OpenAPI.OAuthEndpoints(
            authorization: decoder.text(authorization), token: decoder.text(token),
            deviceAuthorization: decoder.text(deviceAuthorization))
        if let node = object["x-url-templates"] { takeTemplates(node, by: &decoder) }
    }

    private mutating func takeTemplates(_ node: Node, by decoder: inout SpecDecoder) {
        guard var templates = decoder.object(node, as: "URL templates") else { return }
        defer { decoder.finish(templates) }
        decoder.record.note(node, as: .typed)
        if let template = decoder.text(templates["authorizationUrl"]) {
            templated += [endpoints.authorization].compactMap(\.self)
            endpoints.authorization = template
            decoder.record.note(templates["authorizationUrl"], as: .typed)
            decoder.record.note(authorization, as: .dropped)
        }
        if let template = decoder.text(templates["tokenUrl"]) {
            templated += [endpoints.token].compactMap(\.self)
            endpoints.token = template
            decoder.record.note(templates["tokenUrl"], as: .typed)
            decoder.record.note(token, as: .dropped)
        }
    }
}

extension OpenAPI.OAuthEndpoints {
    /// Combines the endpoints of all flows of a scheme. Flows differ in how the user takes part, but usually share
    /// endpoints; others are reported.
    init(ofFlows node: Node, by decoder: inout SpecDecoder) {
        decoder.record.note(node, as: .typed)
        let flows = decoder.extensibleEntries(node, of: "OAuth flows") {
            OAuthFlow($1.value, named: $1.name, by: &$0)
        }
        let templated = flows.flatMap(\.templated)
        let refreshes = flows.compactMap { $0.refresh?.text }.filter { !templated.contains($0) }
        self.init(
            authorization: flows.lazy.compactMap(\.endpoints.authorization).first,
            token: flows.lazy.compactMap(\.endpoints.token).first,
            deviceAuthorization: flows.lazy.compactMap(\.endpoints.deviceAuthorization).first,
        )
        refresh = refreshes.first { $0 != token }
        for flow in flows {
            for (url, chosen) in [
                (flow.authorization, authorization), (flow.token, token),
                (flow.refresh, flow.refresh?.text == token ? token : refresh),
            ] {
                guard let url, let text = url.text, text != chosen, !templated.contains(text) else {
                    continue
                }
                decoder.diagnostics.report(.furtherEndpoint(url, instead: chosen))
            }
        }
    }
}
