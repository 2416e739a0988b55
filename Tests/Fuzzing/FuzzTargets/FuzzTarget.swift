/// A reader of bytes from outside, with what has to hold of whatever it is given.
///
/// `FuzzTests` runs each over its corpus and over mutations of it; `fuzz.sh` runs it under libFuzzer.
public enum FuzzTarget: String, CaseIterable, Sendable {
    case yaml, document, template, manifest
    case json, date, event, parameter, pattern

    /// Takes any bytes. A trap is a finding as well.
    ///
    /// - Throws: `Finding` if what has to hold does not.
    public func run(_ bytes: [UInt8]) async throws {
        switch self {
        case .yaml: try checkYAML(bytes)
        case .document: try checkDocument(bytes)
        case .template: try checkTemplate(bytes)
        case .manifest: try checkManifest(bytes)
        case .json: try await checkJSON(bytes)
        case .date: try await checkDate(bytes)
        case .event: try await checkEvents(bytes)
        case .parameter: try await checkParameters(bytes)
        case .pattern: try await checkPattern(bytes)
        }
    }

    /// What means something to the reader, for mutations to put in.
    public var tokens: String {
        switch self {
        case .yaml, .document: "{}[]\"'&*!|>%@`:,#-?\\\t\n\r <0~"
        case .template: "{}#/^>!.& \nabdeginrt"
        case .manifest: "./ \n\r\\0123456789abcdef~"
        case .json: "{}[]\",:\\0123456789.eE+-tfn u"
        case .date: "0123456789-+:.TtZz ,"
        case .event: "\r\n: dataevnirty0123"
        case .parameter: "%/?#&=+;, .\u{7F}"
        case .pattern: "()[]{}|*+?^$\\.-,:=!<>0123456789abcdpuxkPLsSwW"
        }
    }
}

/// Something that has to hold of a reader and does not.
public struct Finding: Error, CustomStringConvertible {
    public let description: String

    static func unless(_ holds: Bool, _ description: @autoclosure () -> String) throws(Finding) {
        if !holds { throw Finding(description: description()) }
    }
}
