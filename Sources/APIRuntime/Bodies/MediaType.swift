/// Compares media types, ignoring case and parameters (RFC 9110, section 8.3.1).
enum MediaType {
    static func isJSON(_ text: String) -> Bool {
        let name = name(text)
        return name == "application/json" || name.hasSuffix("+json")
    }

    /// The format of a body, as named in errors.
    static func shortName(_ contentType: String?) -> String {
        switch contentType {
        case nil: "multipart"
        case let text? where isJSON(text): "JSON"
        default: "a form"
        }
    }

    static func isPage(_ text: String) -> Bool {
        ["text/html", "application/xhtml+xml"].contains(name(text))
    }

    static func isText(_ text: String) -> Bool { name(text).hasPrefix("text/") }

    private static func name(_ text: String) -> String {
        text.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
    }

    /// Whether a content type matches a media type or a range. `application/json` matches every JSON type.
    static func matches(_ contentType: String, pattern: String) -> Bool {
        let (found, wanted) = (name(contentType), name(pattern))
        if wanted == "*/*" || wanted == found { return true }
        if wanted.hasSuffix("/*") { return found.hasPrefix(wanted.dropLast()) }
        return wanted == "application/json" && isJSON(found)
    }
}
