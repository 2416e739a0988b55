/// Reads the names of media types (RFC 9110, section 8.3.1): case and parameters make no difference.
enum MediaType {
    static func isJSON(_ text: String) -> Bool {
        let name = name(text)
        return name == "application/json" || name.hasSuffix("+json")
    }

    /// As errors name the format of a body.
    static func shortName(_ contentType: String?) -> String {
        switch contentType {
        case nil: "multipart"
        case let text? where isJSON(text): "JSON"
        default: "a form"
        }
    }

    static func isText(_ text: String) -> Bool { name(text).hasPrefix("text/") }

    private static func name(_ text: String) -> String {
        text.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
    }

    /// Whether a text in this charset has to be read as ISO 8859-1 instead of UTF-8.
    static func isLatin1(_ text: String) -> Bool {
        let text = text.lowercased()
        return ["charset=iso-8859-1", "charset=\"iso-8859-1\""].contains { text.contains($0) }
    }
}
