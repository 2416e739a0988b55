import SourceText
import YAML

extension SpecDecoder {
    private enum FlowName: String, CaseIterable {
        case authorizationCode, clientCredentials, deviceAuthorization, implicit, password
    }

    private struct Flow {
        var endpoints = OpenAPI.OAuthEndpoints()
        /// The URLs as the standard's own fields have them.
        var authorization: Node?
        var token: Node?
        var refresh: Node?
        /// Those that are written once more as templates.
        var templated: [String] = []
    }

    /// The flows of a scheme differ in what they ask of the user, and share the service's endpoints.
    mutating func endpoints(ofFlows node: Node) -> OpenAPI.OAuthEndpoints {
        let flows = extensibleEntries(node, "OAuth flows") { $0.flow($1.name, $1.value) }
        let templated = flows.flatMap(\.templated)
        let refreshes = flows.compactMap { $0.refresh?.text }.filter { !templated.contains($0) }
        var endpoints = OpenAPI.OAuthEndpoints(
            authorization: flows.lazy.compactMap(\.endpoints.authorization).first,
            token: flows.lazy.compactMap(\.endpoints.token).first,
        )
        endpoints.refresh = refreshes.first { $0 != endpoints.token }
        for flow in flows {
            for (url, chosen) in [
                (flow.authorization, endpoints.authorization), (flow.token, endpoints.token),
                (flow.refresh, flow.refresh?.text == endpoints.token ? endpoints.token : endpoints.refresh),
            ] {
                guard let url, let text = url.text, text != chosen, !templated.contains(text) else {
                    continue
                }
                diagnostics.report(.furtherEndpoint(url, instead: chosen))
            }
        }
        return endpoints
    }

    private mutating func flow(_ name: Node, _ node: Node) -> Flow? {
        guard choice(name, FlowName.self, "an OAuth flow") != nil, var object = object(node, "OAuth flow")
        else { return nil }
        defer { finish(object) }
        _ = required("scopes", in: &object)
        // A device asks for its code by a request of its own (RFC 8628). What it gets for that is a token as any other.
        if name.text == FlowName.deviceAuthorization.rawValue { object.drop("deviceAuthorizationUrl") }
        var flow = Flow(
            authorization: object["authorizationUrl"], token: object["tokenUrl"],
            refresh: object["refreshUrl"])
        _ = text(flow.refresh)
        flow.endpoints = OpenAPI.OAuthEndpoints(
            authorization: text(flow.authorization), token: text(flow.token))
        guard let node = object["x-url-templates"], var templates = self.object(node, "URL templates") else {
            return flow
        }
        defer { finish(templates) }
        if let template = text(templates["authorizationUrl"]) {
            flow.templated += [flow.endpoints.authorization].compactMap(\.self)
            flow.endpoints.authorization = template
        }
        if let template = text(templates["tokenUrl"]) {
            flow.templated += [flow.endpoints.token].compactMap(\.self)
            flow.endpoints.token = template
        }
        return flow
    }
}
