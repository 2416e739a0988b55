import APIPatterns
import Foundation

/// A format of strings that can be asserted (JSON Schema 2020-12, validation, section 7.3).
enum StringFormat: String, CaseIterable, Sendable {
    case dateTime = "date-time"
    case date, time, duration, email
    case idnEmail = "idn-email"
    case hostname, ipv4, ipv6, uri
    case uriReference = "uri-reference"
    case iri
    case iriReference = "iri-reference"
    case uriTemplate = "uri-template"
    case uuid
    case jsonPointer = "json-pointer"
    case relativeJSONPointer = "relative-json-pointer"
    case regex
    /// Base64 (RFC 4648, section 4), as in OpenAPI 3.0.
    case byte

    /// The words for a string of the format.
    var phrase: String {
        switch self {
        case .dateTime: "a date and time with a time zone, such as 2024-02-29T12:00:00Z"
        case .date: "a date, such as 2024-02-29"
        case .time: "a time with a time zone, such as 12:00:00Z"
        case .duration: "a duration, such as P1DT12H"
        case .email, .idnEmail: "an email address"
        case .hostname: "a host name"
        case .ipv4: "an IPv4 address"
        case .ipv6: "an IPv6 address"
        case .uri: "a URI with a scheme"
        case .uriReference: "a URI reference"
        case .iri: "an IRI with a scheme"
        case .iriReference: "an IRI reference"
        case .uriTemplate: "a URI template"
        case .uuid: "a UUID"
        case .jsonPointer: "a JSON pointer"
        case .relativeJSONPointer: "a relative JSON pointer"
        case .regex: "a regular expression"
        case .byte: "Base64"
        }
    }

    func isMet(by text: String) -> Bool {
        switch self {
        case .dateTime: TimeSyntax.isDateTime(text)
        case .date: CalendarDate(text) != nil
        case .time: TimeSyntax.isTime(text)
        case .duration: Self.matches(text, Self.durationPattern)
        case .email: MailboxSyntax.isMailbox(text, isInternational: false)
        case .idnEmail: MailboxSyntax.isMailbox(text, isInternational: true)
        case .hostname: HostSyntax.isHostname(text)
        case .ipv4: HostSyntax.isIPv4(text)
        case .ipv6: HostSyntax.isIPv6(text)
        case .uri: URISyntax(isInternational: false).isURI(text)
        case .uriReference: URISyntax(isInternational: false).isReference(text)
        case .iri: URISyntax(isInternational: true).isURI(text)
        case .iriReference: URISyntax(isInternational: true).isReference(text)
        case .uriTemplate: Self.matches(text, Self.uriTemplatePattern)
        case .uuid: Self.matches(text, Self.uuidPattern)
        case .jsonPointer: Self.matches(text, "^\(Self.pointerPattern)$")
        case .relativeJSONPointer: Self.matches(text, "^(?:0|[1-9][0-9]*)(?:#|\(Self.pointerPattern))$")
        case .regex: Pattern.isValid(text)
        case .byte: Self.matches(text, Self.base64Pattern)
        }
    }

    private static func matches(_ text: String, _ pattern: String) -> Bool {
        Pattern.known(pattern)?.matches(text) ?? false
    }

    /// RFC 3339, appendix A.
    private static let durationPattern: String = {
        let time = "T(?:[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?|[0-9]+M(?:[0-9]+S)?|[0-9]+S)"
        let date = "(?:[0-9]+Y(?:[0-9]+M(?:[0-9]+D)?)?|[0-9]+M(?:[0-9]+D)?|[0-9]+D)"
        return "^P(?:[0-9]+W|\(date)(?:\(time))?|\(time))$"
    }()

    /// RFC 9562, section 4.
    private static let uuidPattern = {
        let digits = "[0-9A-Fa-f]"
        return "^\(digits){8}-\(digits){4}-\(digits){4}-\(digits){4}-\(digits){12}$"
    }()

    /// RFC 6901, section 3.
    private static let pointerPattern = "(?:/(?:[^~/]|~[01])*)*"

    /// RFC 6570, section 2.
    private static let uriTemplatePattern: String = {
        let name = "(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})(?:\\.?(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2}))*"
        let variable = "\(name)(?::[1-9][0-9]{0,3}|\\*)?"
        let expression = "\\{[+#./;?&=,!@|]?\(variable)(?:,\(variable))*\\}"
        return "^(?:[^\\u0000-\\u0020\"'<>\\\\^`{|}%]|%[0-9A-Fa-f]{2}|\(expression))*$"
    }()

    private static let base64Pattern =
        "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
}
