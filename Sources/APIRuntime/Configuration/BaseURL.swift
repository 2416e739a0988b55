import Foundation

/// The base URL of a service. Its path, if any, is prepended to the paths of the document.
///
/// It can be written as a literal, `"https://api.example.com/v1"`. An unusable URL is not an error here; each call
/// reports it as ``APIError/invalidRequest(_:)`` with the reason.
public struct BaseURL: Hashable, Sendable {
    /// The base URL with its variables substituted.
    public let url: String
    /// The values of the template's variables, by their names in the document.
    public let variables: [String: String]
    /// The URL template as given, with variables in braces.
    let template: String

    /// Creates a base URL from its text. Trailing slashes are ignored.
    public init(_ url: String) { self.init(template: url, variables: [:]) }

    /// Creates a base URL from a template with variables in braces (OpenAPI 3.1, sections 4.8.5 and 4.8.6).
    @_spi(Generated) public init(template: String, variables: [String: String]) {
        url = Self.fill(template, with: variables)
        self.variables = variables
        self.template = template
    }

    /// Substitutes the variables of a template. A trailing slash of a value is dropped in front of another slash.
    /// Variables without a value are left unchanged.
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

    /// Omits an unusable URL, which may contain a password.
    public var customMirror: Mirror { Mirror(self, children: ["url": description]) }
}

extension BaseURL {
    var scheme: String { String(url.prefix { $0 != ":" }) }

    var authority: String { String(afterScheme.prefix { $0 != "/" }) }

    /// The authority without its port. The trailing dot of a fully qualified name is dropped (RFC 1034, section 3.1),
    /// unless an empty variable may have left it behind.
    private var host: Substring {
        let host = authority.prefix { $0 != ":" }
        return host.hasSuffix(".") && !variables.values.contains("") ? host.dropLast() : host
    }

    /// The scheme and the authority.
    var origin: String { "\(scheme)://\(authority)" }

    /// The path of the base URL, percent-encoded as given: empty, or with a leading and no trailing slash.
    var path: String {
        let path = afterScheme.dropFirst(authority.count)
        return String(path.prefix(path.count - path.reversed().prefix { $0 == "/" }.count))
    }

    private var afterScheme: Substring { url.dropFirst(scheme.count + "://".count) }

    /// The reason why the base URL is unusable, or `nil`. It does not quote the URL, which may contain a password.
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

    /// Whether the port, if there is one, is a number.
    private var hasPlainPort: Bool {
        let behind =
            authority.contains("]") ? authority.drop { $0 != "]" }.dropFirst() : authority.drop { $0 != ":" }
        let port = behind.dropFirst()
        return behind.isEmpty
            || behind.first == ":" && (port.isEmpty || (UInt16(port) != nil && port.allSatisfy(\.isNumber)))
            || authority.contains("@")
    }

    /// A variable of the authority whose value could lead to another host.
    private var variableBeyondHost: String? {
        guard let start = template.range(of: "://") else { return nil }
        let authority = template[start.upperBound...].prefix { $0 != "/" }
        return variables.keys.sorted().first { name in
            authority.contains("{\(name)}") && !(variables[name] ?? "").utf8.allSatisfy(Self.isOfHost)
        }
    }

    /// Whether a byte is allowed unescaped in a host or a port (RFC 3986, section 3.2).
    private static func isOfHost(_ byte: UInt8) -> Bool {
        let character = Character(Unicode.Scalar(byte))
        return character.isASCII
            && (character.isLetter || character.isNumber || "-._~:[]".contains(character))
    }

    /// The printable ASCII characters that RFC 3986 does not allow in a URI.
    private static let neverInURL = Set("\"<>\\^`{|}".utf8)
}
