import Foundation

/// The charset of a text body (RFC 9110, section 8.3.2).
struct Charset {
    /// The name as given in the content type.
    let name: String
    /// Whether the content type names one.
    let isNamed: Bool
    /// `nil` for an unsupported charset.
    private let encoding: String.Encoding?

    /// Creates the charset of a content type; UTF-8 if it names none.
    init(contentType: String?) {
        let parameters = (contentType ?? "").split(separator: ";").dropFirst()
        let value = parameters.lazy.compactMap(Self.charset).first
        name = value ?? "utf-8"
        isNamed = value != nil
        encoding = Self.encodings[name.lowercased()]
    }

    private static func charset(_ parameter: Substring) -> String? {
        let parts = parameter.split(separator: "=", maxSplits: 1).map { $0.filter { !" \"".contains($0) } }
        return parts.count == 2 && parts[0].lowercased() == "charset" ? parts[1] : nil
    }

    /// Decodes text; `nil` if the bytes are invalid in the charset, or it is not supported.
    func text(_ bytes: Data) -> String? {
        // Services label UTF-8 as ASCII.
        if encoding == .utf8 || encoding == .ascii { return String(utf8: bytes) }
        return encoding.flatMap { String(data: bytes, encoding: $0) }
    }

    /// Encodes text; `nil` if it cannot be represented in the charset, or it is not supported.
    func bytes(_ text: String) -> Data? { encoding.flatMap { text.data(using: $0) } }

    /// The encodings by their names in the IANA registry, and by common variants.
    private static let encodings: [String: String.Encoding] = [
        "utf-8": .utf8, "utf8": .utf8, "us-ascii": .ascii, "ascii": .ascii, "utf-16": .utf16,
        "utf-16le": .utf16LittleEndian, "utf-16be": .utf16BigEndian, "utf-32": .utf32,
        "iso-8859-1": .isoLatin1, "latin1": .isoLatin1, "iso-8859-2": .isoLatin2,
        "windows-1250": .windowsCP1250, "windows-1251": .windowsCP1251, "windows-1252": .windowsCP1252,
        "windows-1253": .windowsCP1253, "windows-1254": .windowsCP1254, "shift_jis": .shiftJIS,
        "euc-jp": .japaneseEUC, "iso-2022-jp": .iso2022JP, "macintosh": .macOSRoman,
    ]
}
