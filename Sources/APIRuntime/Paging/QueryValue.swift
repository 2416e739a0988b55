import Foundation

/// Reads the query of a URI.
enum QueryValue {
    /// The first value of a name in the query of a URI, which may be relative; decoded once.
    ///
    /// A `+` stays a `+`: a cursor is an opaque text, and services that write one for a blank do not put blanks
    /// into cursors.
    static func first(_ name: String, inQueryOf uri: String) -> String? {
        let query = uri.prefix { $0 != "#" }.drop { $0 != "?" }.dropFirst()
        for item in query.split(separator: "&") {
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.first.flatMap({ String($0).removingPercentEncoding }) == name else { continue }
            return parts.dropFirst().first.flatMap { String($0).removingPercentEncoding }
        }
        return nil
    }
}
