package import Foundation

extension ValueSchema {
    /// The violations of the schema by a JSON text, in sentences.
    ///
    /// - Parameters:
    ///   - root: The name of a parameter, `$` for a body.
    ///   - isRequest: Whether the value is sent, so that it goes without read-only properties.
    /// - Throws: An error for a text that is not JSON.
    package func violations(by json: Data, at root: String, isRequest: Bool) throws -> [String] {
        let value = EncodedValue(try JSONDocument(json), at: 0)
        return [Limit.schema(self)].violations(
            by: value, at: root, options: .closedValues, isRequest: isRequest
        )
        .map(\.description)
    }
}
