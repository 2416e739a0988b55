import APIRuntime
import Foundation

/// JSON as values, so that blanks and the order of members make no difference.
enum JSON {
    static func value(_ bytes: Data) throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: bytes)
    }

    static func value(_ text: String) throws -> JSONValue { try value(Data(text.utf8)) }
}
