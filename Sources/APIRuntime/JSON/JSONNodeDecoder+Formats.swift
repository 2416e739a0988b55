import Foundation

/// Texts with a format.
extension JSONNodeDecoder {
    func date() throws -> Date {
        let expected = "a date and time such as \"2024-02-29T12:00:00Z\""
        guard let date = Date(rfc3339: try text(expected: expected)) else {
            throw mismatch(expected: expected)
        }
        return date
    }

    func uuid() throws -> UUID {
        guard let id = UUID(uuidString: try text(expected: "a UUID")) else {
            throw mismatch(expected: "a UUID")
        }
        return id
    }

    func url() throws -> URL {
        guard let url = URL(string: try text(expected: "a URL")) else { throw mismatch(expected: "a URL") }
        return url
    }

    func data() throws -> Data {
        guard let data = Data(base64Encoded: try text(expected: "text in Base64")) else {
            throw mismatch(expected: "text in Base64")
        }
        return data
    }
}
