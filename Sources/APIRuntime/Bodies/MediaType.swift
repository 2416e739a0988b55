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

    static func isPage(_ text: String) -> Bool {
        ["text/html", "application/xhtml+xml"].contains(name(text))
    }

    static func isText(_ text: String) -> Bool { name(text).hasPrefix("text/") }

    private static func name(_ text: String) -> String {
        text.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
    }

    /// Whether a content type is one of those that a name or a range stands for: `application/json` for any JSON.
    static func matches(_ contentType: String, pattern: String) -> Bool {
        let (found, wanted) = (name(contentType), name(pattern))
        if wanted == "*/*" || wanted == found { return true }
        if wanted.hasSuffix("/*") { return found.hasPrefix(wanted.dropLast()) }
        return wanted == "application/json" && isJSON(found)
    }
}
