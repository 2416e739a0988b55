/// Descriptions of a service, its servers and its credentials.
extension Words {
    /// The title and version of the API description.
    func title(of api: API) -> String {
        let title = api.about.title.isEmpty ? api.service : Markdown.inert(api.about.title)
        let version = Markdown.inert(api.about.version)
        return version.isEmpty ? "\(title)." : "\(title), version \(version)."
    }

    /// The summary and description of the API description.
    func descriptions(of api: API) -> [String] {
        [api.about.summary, api.about.description].compactMap(told)
    }

    /// The contact, license and terms of service, as far as the document has them.
    func parties(of api: API) -> [(label: String, text: String)] {
        let parties = [
            ("Contact:", api.about.contact), ("License:", api.about.license),
            ("Terms of service:", [api.about.termsOfService].compactMap(\.self)),
        ]
        return parties.filter { !$0.1.isEmpty }.map { label, texts in
            (label, texts.compactMap(quoted).map(Markdown.linked).joined(separator: ", "))
        }
    }

    func variable(_ variable: API.ServerVariable) -> String {
        let words =
            variable.isOrigin
            ? "The scheme and host of the service, such as `https://api.example.com`."
            : "The variable \(Markdown.code(variable.wireName)) of the URL."
        return told(variable.description) ?? words
    }

    /// Alternatives of schemes that are required together.
    func credentials(_ alternatives: [[String]]) -> String {
        let schemes = alternatives.map { schemes in
            schemes.isEmpty ? "none" : schemes.map(Markdown.code).joined(separator: " and ")
        }
        return schemes.isEmpty ? "none" : Markdown.list(schemes, with: .or)
    }

    /// The secrets of a credential, each with its description.
    func secrets(of credential: API.Credential) -> [(name: String, text: String)] {
        zip(credential.kind.secrets, credential.kind.words).map { secret, words in
            (spelling(secret.name), self.secret(secret, otherwise: words, credential.kind.form))
        }
    }

    private func secret(_ secret: API.Secret, otherwise words: String, _ form: String?) -> String {
        var sentences = [told(secret.description) ?? words] + [form].compactMap(\.self)
        if let format = quoted(secret.format) { sentences.append("Its format is \(Markdown.code(format)).") }
        if let url = quoted(secret.discovery) {
            sentences.append("Its provider is described at \(Markdown.linked(url)).")
        }
        return Markdown.joined(sentences)
    }
}

extension API.ParameterLocation {
    fileprivate var words: String { self == .query ? "query parameter" : rawValue }
}

extension API.Credential.Kind {
    /// The secrets that the caller supplies.
    var secrets: [API.Secret] {
        switch self {
        case .apiKey(let secret, _, _), .signature(let secret, _, _, _), .bearer(let secret),
            .oauth(let secret, _):
            [secret]
        case .basic(let user, let password): [user, password]
        case .unixTime: []
        }
    }

    /// A sentence about the form of the secret, where services expect more than a key.
    fileprivate var form: String? {
        guard case .apiKey(_, .header, let name) = self, name.lowercased() == "authorization" else {
            return nil
        }
        return
            "It is the whole value of the header, which most services expect with a scheme, as in `Bearer …`."
    }

    /// A default description for each secret.
    fileprivate var words: [String] {
        switch self {
        case .apiKey(_, let location, let name):
            ["The API key, sent in the \(location.words) \(Markdown.code(name))."]
        case .signature: ["The key that signs requests. It is never sent."]
        case .bearer: ["The token, sent as `Authorization: Bearer`."]
        case .oauth: ["How access tokens are obtained. They are sent as `Authorization: Bearer`."]
        case .basic: ["The user name.", "The password."]
        case .unixTime: []
        }
    }
}
