import Foundation

/// Where a service answers: a base URL, with a path in front of every path of the document if it has one.
///
/// Written as a literal, `"https://api.example.com/v1"`. A URL that cannot be used does no harm here; it is
/// reported by each call as ``APIError/invalidRequest(_:)``, with what is wrong.
public struct BaseURL: Hashable, Sendable {
    /// The base URL as given, its variables filled in.
    public let url: String
    /// The values that its variables were given, by their names in the document.
    public let variables: [String: String]
    /// The URL as it was given, its variables in braces.
    let template: String

    /// Creates a base URL from its text. A slash at its end makes no difference.
    public init(_ url: String) { self.init(template: url, variables: [:]) }

    /// Creates a base URL from a template with variables in braces (OpenAPI 3.1, 4.8.5).
    @_spi(Generated) public init(template: String, variables: [String: String]) {
        url = Self.fill(template, with: variables)
        self.variables = variables
        self.template = template
    }

    /// Puts values in the place of the variables of a template, a value that ends with a slash in front of another one
    /// without its own. Variables without a value are left alone.
    package static func fill(_ template: String, with variables: [String: String]) -> String {
        variables.reduce(template) { filled, variable in
            let value = variable.value
            let origin = value.hasSuffix("/") ? String(value.dropLast()) : value
            return filled.replacing("{\(variable.key)}/", with: origin + "/")
                .replacing("{\(variable.key)}", with: value)
        }
    }
}

extension BaseURL: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { self.init(value) }
}

extension BaseURL: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { problem == nil ? url : "invalid server URL" }
    public var debugDescription: String { description }

    /// Shows no URL that is refused: it may hold a password.
    public var customMirror: Mirror { Mirror(self, children: ["url": description]) }
}

extension BaseURL {
    var scheme: String { String(url.prefix { $0 != ":" }) }

    var authority: String { String(afterScheme.prefix { $0 != "/" }) }

    /// The authority without its port. A final dot of the host's own is left out (RFC 1034, section 3.1); one that an
    /// empty variable left behind is not.
    private var host: Substring {
        let host = authority.prefix { $0 != ":" }
        return host.hasSuffix(".") && !variables.values.contains("") ? host.dropLast() : host
    }

    /// Scheme and authority.
    var origin: String { "\(scheme)://\(authority)" }

    /// The path of the base URL, percent-encoded as given: empty, or with a slash at its start only.
    var path: String {
        let path = afterScheme.dropFirst(authority.count)
        return String(path.prefix(path.count - path.reversed().prefix { $0 == "/" }.count))
    }

    private var afterScheme: Substring { url.dropFirst(scheme.count + "://".count) }

    /// Why the base URL cannot be used. The URL itself is not repeated, since it may hold a password.
    var problem: String? {
        if !url.hasPrefix("https://") && !url.hasPrefix("http://") {
            "must start with https:// or http://"
        } else if authority.isEmpty {
            "must name a host"
        } else if host.split(separator: ".", omittingEmptySubsequences: false).contains("") {
            "must name a host without empty parts, as an empty variable leaves them"
        } else if !hasPlainPort {
            "must name a port by its number alone"
        } else if authority.contains("@") {
            "must not hold a user or password; set a credential instead"
        } else if url.contains("?") || url.contains("#") {
            "must not hold a query or fragment"
        } else if let variable = variableBeyondHost {
            "must have host characters only in its variable '\(variable)'"
        } else if url.contains("{") || url.contains("}") {
            "must not hold variables in braces; fill them in"
        } else if !url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !Self.neverInURL.contains($0) }) {
            "must be percent-encoded ASCII"
        } else if path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." }) {
            "must not hold dot segments"
        } else {
            nil
        }
    }

    /// Whether nothing but a number follows a colon behind the host.
    private var hasPlainPort: Bool {
        let behind =
            authority.contains("]") ? authority.drop { $0 != "]" }.dropFirst() : authority.drop { $0 != ":" }
        let port = behind.dropFirst()
        return behind.isEmpty
            || behind.first == ":" && (port.isEmpty || (UInt16(port) != nil && port.allSatisfy(\.isNumber)))
            || authority.contains("@")
    }

    /// A variable in front of the path whose value would lead to another host.
    private var variableBeyondHost: String? {
        guard let start = template.range(of: "://") else { return nil }
        let authority = template[start.upperBound...].prefix { $0 != "/" }
        return variables.keys.sorted().first { name in
            authority.contains("{\(name)}") && !(variables[name] ?? "").utf8.allSatisfy(Self.isOfHost)
        }
    }

    /// Whether a byte may stand in a host or a port, as far as it needs no escape (RFC 3986, section 3.2).
    private static func isOfHost(_ byte: UInt8) -> Bool {
        let character = Character(Unicode.Scalar(byte))
        return character.isASCII
            && (character.isLetter || character.isNumber || "-._~:[]".contains(character))
    }

    /// What RFC 3986 allows nowhere, apart from `%` of a percent-encoded byte.
    private static let neverInURL = Set("\"<>\\^`{|}".utf8)
}
