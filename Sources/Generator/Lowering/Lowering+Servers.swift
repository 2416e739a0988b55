import APIGenSourceText

/// Lowers server URLs. URLs that calls would reject are reported.
extension ServerLowering {
    /// The variable for the scheme and host of a relative URL.
    static let origin = "origin"

    /// The URL of a server, made absolute if possible. A relative one begins with the variable ``origin``, which has no
    /// default.
    func absoluteURL(of server: OpenAPI.Server) -> String {
        let (url, filled) = (server.url.value, Self.filled(server))
        if filled.contains("://") || filled.hasPrefix("{") { return url }
        if let scheme = Self.missingScheme(of: filled) {
            report(.serverWithoutScheme(server.url, readAs: scheme + filled))
            return scheme + url
        }
        report(.relativeServer(server.url))
        let path = url.drop { $0 == "/" || $0 == "." }
        return "{\(Self.origin)}" + (path.isEmpty || path.hasPrefix("{") ? "" : "/") + path
    }

    /// The URL of an operation's server. If it is relative to the client's host, it begins with a slash.
    func ownURL(of server: OpenAPI.Server) -> String {
        let filled = Self.filled(server)
        let isRelative =
            !filled.contains("://") && !server.url.value.hasPrefix("{")
            && Self.missingScheme(of: filled) == nil
        guard isRelative else { return absoluteURL(of: server) }
        return "/" + server.url.value.drop { $0 == "/" || $0 == "." }
    }

    /// The URL with the default values of its variables.
    private static func filled(_ server: OpenAPI.Server) -> String {
        filled(server.url.value, with: server.variables.map { (name: $0.name, value: $0.defaultValue.value) })
    }

    /// A URL with its variables substituted. Values are not expanded again, since a short document could otherwise
    /// produce text without end.
    private static func filled(_ url: String, with values: [(name: String, value: String)]) -> String {
        var (result, rest) = ("", url[...])
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            rest = rest[open...].dropFirst()
            let name = rest.prefix { $0 != "}" }
            let known = values.first { $0.name.isExactly(String(name)) }
            if let known, name.endIndex < rest.endIndex {
                result += known.value
                rest = rest[name.endIndex...].dropFirst()
            } else {
                result += "{"
            }
        }
        return result + rest
    }

    /// The missing scheme of a URL that begins with a host; `nil` if there is no host.
    private static func missingScheme(of url: String) -> String? {
        if url.hasPrefix("//") { return "https:" }
        let first = url.prefix { $0 != "/" }
        let isHost = first.contains(".") && !first.hasPrefix(".") || first.hasPrefix("localhost")
        return isHost ? "https://" : nil
    }

    /// The variables in the URL that the server does not declare.
    func undeclaredVariables(of server: OpenAPI.Server) -> [String] {
        let declared = server.variables.map(\.name)
        let names = ParameterLowering.names(inTemplate: server.url.value).filter {
            !declared.exact.contains($0.exact)
        }
        for name in names {
            report(.undeclaredServerVariable(name, in: server.url, among: declared))
        }
        return names.withoutDuplicates
    }

    /// The reason why calls to a server with default variables would be rejected; `nil` if there is none.
    func problem(of url: String, _ variables: [(name: String, value: String)]) -> String? {
        let filled = Self.filled(url, with: variables)
        return URLProblem.first(of: filled)
            ?? (filled.contains("?") || filled.contains("#") ? "holds a query or a fragment" : nil)
    }
}
