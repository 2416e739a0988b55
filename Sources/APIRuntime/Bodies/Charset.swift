import Foundation

/// The charset of a text (RFC 9110, section 8.3.2).
struct Charset {
    /// The name as the content type has it.
    let name: String
    /// Whether the content type names one.
    let isNamed: Bool
    /// `nil` for a charset that is not known here.
    private let encoding: String.Encoding?

    /// The charset that a content type names, or UTF-8.
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

    /// The text of bytes, or `nil` if they are none in this charset, or it is not known.
    func text(_ bytes: Data) -> String? {
        // Some that say ASCII mean more of UTF-8.
        if encoding == .utf8 || encoding == .ascii { return String(validating: bytes, as: UTF8.self) }
        return encoding.flatMap { String(data: bytes, encoding: $0) }
    }

    /// The bytes of a text, or `nil` if it has none in this charset, or that is not known.
    func bytes(_ text: String) -> Data? { encoding.flatMap { text.data(using: $0) } }

    /// By their names in the registry of IANA, and those that are written instead.
    private static let encodings: [String: String.Encoding] = [
        "utf-8": .utf8, "utf8": .utf8, "us-ascii": .ascii, "ascii": .ascii, "utf-16": .utf16,
        "utf-16le": .utf16LittleEndian, "utf-16be": .utf16BigEndian, "utf-32": .utf32,
        "iso-8859-1": .isoLatin1, "latin1": .isoLatin1, "iso-8859-2": .isoLatin2,
        "windows-1250": .windowsCP1250, "windows-1251": .windowsCP1251, "windows-1252": .windowsCP1252,
        "windows-1253": .windowsCP1253, "windows-1254": .windowsCP1254, "shift_jis": .shiftJIS,
        "euc-jp": .japaneseEUC, "iso-2022-jp": .iso2022JP, "macintosh": .macOSRoman,
    ]
}
