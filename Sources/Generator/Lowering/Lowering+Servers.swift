import SourceText

/// URLs of servers as a client can use them. What a call would refuse at run time is reported here.
extension ServerLowering {
    /// The variable for scheme and host where a URL has none.
    static let origin = "origin"

    /// The URL of a server of the document, absolute as far as it can be. One that is relative begins with the variable
    /// ``origin``, which has no default.
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

    /// The URL of a server of an operation, with a slash in front where it is on the host of the client's.
    func ownURL(of server: OpenAPI.Server) -> String {
        let filled = Self.filled(server)
        let isRelative =
            !filled.contains("://") && !server.url.value.hasPrefix("{")
            && Self.missingScheme(of: filled) == nil
        guard isRelative else { return absoluteURL(of: server) }
        return "/" + server.url.value.drop { $0 == "/" || $0 == "." }
    }

    /// The URL with the defaults of its variables.
    private static func filled(_ server: OpenAPI.Server) -> String {
        filled(server.url.value, with: server.variables.map { (name: $0.name, value: $0.defaultValue.value) })
    }

    /// A URL with values in place of its variables. What a value holds is no variable, or else a short document would
    /// make a text without end.
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

    /// What stands in front of a host that is given without a scheme; `nil` where there is no host.
    private static func missingScheme(of url: String) -> String? {
        if url.hasPrefix("//") { return "https:" }
        let first = url.prefix { $0 != "/" }
        let isHost = first.contains(".") && !first.hasPrefix(".") || first.hasPrefix("localhost")
        return isHost ? "https://" : nil
    }

    /// The names in the URL that the server does not declare.
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

    /// Why the calls of a client would be refused with the defaults of a server; `nil` for a usable one.
    func problem(of url: String, _ variables: [(name: String, value: String)]) -> String? {
        let filled = Self.filled(url, with: variables)
        return URLProblem.first(of: filled)
            ?? (filled.contains("?") || filled.contains("#") ? "holds a query or a fragment" : nil)
    }
}
