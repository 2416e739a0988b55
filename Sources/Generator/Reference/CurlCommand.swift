/// A request of an operation as a command of curl, for a shell.
struct CurlCommand {
    let operation: API.Operation
    let snippets: SnippetPresenter

    private var api: API { snippets.api }

    /// The lines of the command; `nil` if there is no example of something that is required.
    var view: CodeView? {
        guard let example = snippets.example(of: operation, .brief) else { return nil }
        let secrets = secrets
        let url = quoted(url(example, query: secrets.query))
        let cookies = pairs(of: example, in: .cookie) + secrets.cookies
        let cookie = cookies.isEmpty ? [] : ["-b \(quoted(cookies.joined(separator: "; ")))"]
        let headers = (secrets.headers + self.headers(example)).map(headerOption)
        let body = example.body.map { bodyOptions(for: $0.content, like: $0.value) } ?? []
        let options = secrets.options + headers + cookie + body
        let parts = ["curl\(verbOption(hasBody: !body.isEmpty)) \(url)"] + options.map { "  " + $0 }
        let lines = parts.joined(separator: " \\\n").split(separator: "\n", omittingEmptySubsequences: false)
        return CodeView(title: "curl", language: "sh", lines: lines.map(String.init))
    }

    /// What is left out is GET, and POST with a body.
    private func verbOption(hasBody: Bool) -> String {
        switch operation.verb {
        case "GET" where !hasBody: ""
        case "HEAD": " -I"
        default: " -X \(operation.verb)"
        }
    }

    /// A header without a value has a semicolon in the place of the colon.
    private func headerOption(_ header: (name: String, value: String)) -> String {
        "-H " + quoted(header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)")
    }

    private func quoted(_ text: String) -> String { "'\(text.replacing("'", with: #"'\''"#))'" }

    private func json(_ example: Example) -> JSONExample { example.json(of: api.types) }
}

// MARK: - The URL and the headers

extension CurlCommand {
    private func url(_ example: CallExample, query secrets: [String]) -> String {
        var path = operation.path
        for (parameter, value) in example.parameters where parameter.location == .path {
            let text = StyledValue(parameter, json(value)).pathText
            path = path.replacing("{\(parameter.wireName)}", with: text)
        }
        let whole = example.parameters.filter { $0.parameter.location == .querystring }.map {
            text(ofQuery: $0)
        }
        let pairs = pairs(of: example, in: .query) + whole + secrets
        let separator = path.contains("?") ? "&" : "?"
        return server + path + (pairs.isEmpty ? "" : separator + pairs.joined(separator: "&"))
    }

    private var server: String {
        var url: String
        if let server = operation.server {
            url = server.url
            for variable in server.variables {
                url = url.replacing("{\(variable.name)}", with: variable.value)
            }
        } else if let server = api.servers.first(where: \.isDefault) ?? api.servers.first {
            url = server.url
            for variable in server.variables {
                let value = variable.defaultValue ?? SnippetPresenter.sample(of: variable.wireName)
                url = url.replacing("{\(variable.wireName)}", with: value)
            }
        } else {
            url = "https://api.example.com"
        }
        return url.last == "/" ? String(url.dropLast()) : url
    }

    private func pairs(of example: CallExample, in location: API.ParameterLocation) -> [String] {
        example.parameters.filter { $0.parameter.location == location }
            .flatMap { StyledValue($0.parameter, json($0.value)).pairs }
    }

    /// The text of a parameter that is the whole query.
    private func text(ofQuery part: (parameter: API.Parameter, value: Example)) -> String {
        let json = json(part.value)
        guard let encodings = part.parameter.form else { return PercentEncoding.encoded(json.text) }
        return fields(of: json, by: encodings).flatMap(\.pairs).joined(separator: "&")
    }

    private func headers(_ example: CallExample) -> [(name: String, value: String)] {
        example.parameters.filter { $0.parameter.location == .header }.map { parameter, value in
            (parameter.wireName, StyledValue(parameter, json(value)).headerText)
        }
    }

    private func fields(of json: JSONExample, by encodings: [API.FieldEncoding]) -> [StyledValue] {
        json.members.map { name, value in
            StyledValue(field: name, value, encoding: encodings.first { $0.wireName == name })
        }
    }
}

// MARK: - Credentials

extension CurlCommand {
    /// Where the secrets of a request stand.
    private struct Secrets {
        var query: [String] = []
        var headers: [(name: String, value: String)] = []
        var cookies: [String] = []
        var options: [String] = []

        mutating func add(_ value: String, named name: String, in location: API.ParameterLocation) {
            switch location {
            case .query, .querystring: query.append("\(PercentEncoding.encoded(name))=\(value)")
            case .header: headers.append((name, value))
            case .cookie: cookies.append("\(name)=\(value)")
            case .path: break
            }
        }
    }

    /// The secrets of the first of the alternatives that the operation takes.
    private var secrets: Secrets {
        let schemes = (operation.security ?? api.security).first ?? []
        var secrets = Secrets()
        for credential in api.credentials where schemes.contains(credential.scheme) {
            switch credential.kind {
            case .apiKey(let secret, let location, let name):
                secrets.add(sample(of: secret), named: name, in: location)
            case .unixTime(let location, let name): secrets.add("my-timestamp", named: name, in: location)
            case .signature(_, _, let location, let name):
                secrets.add("my-signature", named: name, in: location)
            case .bearer(let secret):
                secrets.headers.append(("Authorization", "Bearer \(sample(of: secret))"))
            case .basic(let user, let password):
                secrets.options.append("-u \(quoted("\(sample(of: user)):\(sample(of: password))"))")
            case .oauth: secrets.headers.append(("Authorization", "Bearer my-access-token"))
            }
        }
        return secrets
    }

    private func sample(of secret: API.Secret) -> String {
        "my-" + ExampleText.words(snippets.names[secret.name].text)
    }
}

// MARK: - The body

extension CurlCommand {
    /// The options that bring a body and its media type.
    private func bodyOptions(for content: API.Content, like value: Example?) -> [String] {
        let type = "-H \(quoted("Content-Type: \(content.sample)"))"
        guard let value else { return [type, "--data-binary @content"] }
        switch content.form {
        case .bytes: return [type, "--data-binary @content"]
        case .json: return [type, "--data-raw \(quoted(json(value).lines.joined(separator: "\n")))"]
        case .text: return [type, "--data-raw \(quoted(json(value).text))"]
        case .form(let encodings):
            let pairs = fields(of: json(value), by: encodings).flatMap(\.pairs)
            return ["--data-raw \(quoted(pairs.joined(separator: "&")))"]
        case .multipart(let encodings): return parts(of: value, by: encodings)
        }
    }

    private func parts(of value: Example, by encodings: [API.FieldEncoding]) -> [String] {
        let files = files(in: value)
        return json(value).members.flatMap { name, value in
            let values = if case .array(let items) = value { items } else { [value] }
            let type = encodings.first { $0.wireName == name }?.contentType
            return values.map { part($0, named: name, isFile: files.contains(name), type: type) }
        }
    }

    private func part(_ value: JSONExample, named name: String, isFile: Bool, type: String?) -> String {
        // Of several types, the first; none of a range.
        let first = type?.prefix { $0 != "," }
        let suffix = first.flatMap { $0.contains("*") ? nil : ";type=\($0)" }
        if isFile { return "-F \(quoted("\(name)=@content\(suffix ?? "")"))" }
        if value.members.isEmpty, suffix == nil { return "--form-string \(quoted("\(name)=\(value.text)"))" }
        let text = value.text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "-F \(quoted("\(name)=\"\(text)\"\(suffix ?? ";type=application/json")"))"
    }

    /// The names of the properties that are files.
    private func files(in value: Example) -> Set<String> {
        switch value {
        case .documented(_, let value): files(in: value)
        case .record(let id, _):
            Set(api.types[id.index].properties.filter(\.type.isFile).map(\.wireName))
        case .null, .scalar, .list, .dictionary, .enumeration, .union, .json: []
        }
    }
}

extension API.TypeDeclaration {
    fileprivate var properties: [API.Property] {
        if case .record(let record) = kind { record.properties } else { [] }
    }
}

extension API.TypeReference {
    fileprivate var isFile: Bool {
        switch self {
        case .scalar(.data), .scalar(.file), .scalar(.binary): true
        case .array(let item): item.isFile
        case .nullable(let wrapped): wrapped.isFile
        case .scalar, .dictionary, .named, .own: false
        }
    }
}
