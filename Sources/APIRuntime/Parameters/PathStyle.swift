/// The serialization of a path parameter (OpenAPI 3.1, style values; RFC 6570).
@_spi(Generated) public enum PathStyle: Sendable {
    /// `blue,black`.
    case simple
    /// `.blue,black`, or `.blue.black` with explode.
    case label
    /// `;color=blue,black`, or `;color=blue;color=black` with explode.
    case matrix
}

extension PathStyle {
    /// The percent-encoded text that replaces `{name}`.
    func text(
        of name: String, value: Parameter, explode: Bool, encode: (String) -> String = PercentEncoding.encode,
    ) -> String {
        let parts = explode ? value.pairs(encode) : value.flat(encode)
        switch self {
        case .simple: return parts.joined(separator: ",")
        case .label: return "." + parts.joined(separator: explode ? "." : ",")
        case .matrix:
            return Self.matrix(PercentEncoding.encode(name), value: value, parts: parts, explode: explode)
        }
    }

    /// Whether a segment is a dot segment, with its dots escaped or not (RFC 3986, sections 3.3 and 6.2.2.2).
    static func isDotSegment(_ segment: some StringProtocol) -> Bool {
        [".", ".."].contains(segment.lowercased().replacing("%2e", with: "."))
    }

    private static func matrix(_ key: String, value: Parameter, parts: [String], explode: Bool) -> String {
        guard explode else { return ";\(key)=\(parts.joined(separator: ","))" }
        if case .object = value { return parts.map { ";\($0)" }.joined() }
        return parts.map { ";\(key)=\($0)" }.joined()
    }
}
