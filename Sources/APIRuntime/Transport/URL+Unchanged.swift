package import Foundation

extension URL {
    /// Parses a URI; `nil` if it has characters that are not allowed in one.
    package init?(unchanged text: String) {
        if #available(macOS 14, iOS 17, tvOS 17, watchOS 10, visionOS 1, *) {
            self.init(string: text, encodingInvalidCharacters: false)
        } else {
            // Before these versions, invalid characters were not encoded.
            self.init(string: text)
        }
    }
}
