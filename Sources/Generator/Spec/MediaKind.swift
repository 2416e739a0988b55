/// How the generator represents a media type.
enum MediaKind {
    case json, form, multipart, text, xml, bytes
    /// A sequence of values, such as JSON lines or server-sent events.
    case sequence

    /// - Parameter name: The media type without parameters (RFC 9110, section 8.3.1).
    init(_ name: String) {
        switch name {
        case "application/json", "text/json": self = .json
        case "application/x-www-form-urlencoded": self = .form
        case "multipart/form-data": self = .multipart
        case "application/xml", "text/xml": self = .xml
        case _ where Self.sequences.contains(name): self = .sequence
        case _ where name.hasSuffix("+json"): self = .json
        case _ where name.hasSuffix("+xml"): self = .xml
        case _ where name.hasPrefix("text/"): self = .text
        case "application/yaml", "application/x-yaml": self = .text
        case _ where name.hasSuffix("+yaml"): self = .text
        default: self = .bytes
        }
    }

    /// The patch format of a media type, such as `merge-patch` (RFC 7396) for `application/merge-patch+json`; `nil` for
    /// other media types. It determines the meaning of a value and of its absence.
    static func patchFormat(_ name: String) -> String? {
        guard let subtype = name.split(separator: "/").last else { return nil }
        let format = subtype.prefix { $0 != "+" && $0 != ";" }
        return format.split { !$0.isLetter }.contains("patch") ? String(format) : nil
    }

    /// Whether the caller supplies the encoded body.
    var isRaw: Bool { self == .text || self == .bytes || self == .sequence }

    /// Whether the media type is binary, so that `type: string` means bytes.
    static func isNeverText(_ name: String) -> Bool {
        ["image/", "audio/", "video/", "application/octet-stream", "application/pdf", "application/zip"]
            .contains { name.hasPrefix($0) }
    }

    private static let sequences: Set<String> = [
        "application/json-seq", "application/jsonl", "application/jsonlines", "application/ndjson",
        "application/stream+json", "application/x-jsonlines", "application/x-ndjson", "text/event-stream",
    ]
}

extension String {
    /// The media type or media range at the start of the string (RFC 9110, sections 8.3.1 and 12.5.1); `nil` if there
    /// is none.
    var leadingMediaType: String? {
        let parts = split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, String(parts[0]).isToken else { return nil }
        let subtype = parts[1].prefix { String($0).isToken }
        return subtype.isEmpty ? nil : "\(parts[0])/\(subtype)"
    }

    /// Whether the string, which follows a media type, consists of parameters that a header field can contain (RFC
    /// 9110, section 5.6.6).
    var areParameters: Bool {
        let rest = drop { $0 == " " }
        let isText = unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F }
        return isText && (rest.isEmpty || rest.hasPrefix(";"))
    }
}

extension OpenAPI.MediaType {
    /// The name without its parameters, in lowercase.
    var plainName: String {
        name.value.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
    }

    var isRange: Bool { plainName.contains("*") }

    /// Whether the parameters declare a watch stream, one JSON value per line, as in Kubernetes.
    var isWatched: Bool {
        let parameters = name.value.split(separator: ";").dropFirst().map { $0.filter { $0 != " " } }
        return MediaKind(plainName) == .json && parameters.contains { $0.lowercased() == "stream=watch" }
    }

    /// The name as it is sent: with its parameters except `charset`, which JSON does not define (RFC 8259, section 11).
    var sentName: String {
        let parts = name.value.split(separator: ";").map { $0.drop { $0 == " " } }
        return parts.filter { !$0.lowercased().hasPrefix("charset=") }.joined(separator: ";")
    }
}
