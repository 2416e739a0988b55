import Foundation
import APIGenSourceText

/// Findings as JSON: an object on each line, so that each can be read by itself.
enum JSONReport {
    static func text(of findings: [Finding]) -> String {
        findings.map { finding in
            let diagnostic = finding.diagnostic
            let object = Object(
                severity: diagnostic.severity.rawValue, code: diagnostic.code, message: diagnostic.message,
                place: finding.place,
                notes: finding.notes.map { Note(message: $0.message, place: $0.place) })
            return json(object) + "\n"
        }.joined()
    }

    /// The JSON of a value, on one line, with its keys in alphabetical order.
    static func json(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts and small whole numbers can always be encoded.
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }

    private struct Object: Encodable {
        let severity: String
        let code: String
        let message: String
        let place: Finding.Place?
        let notes: [Note]
    }

    private struct Note: Encodable {
        let message: String
        let place: Finding.Place?
    }
}
