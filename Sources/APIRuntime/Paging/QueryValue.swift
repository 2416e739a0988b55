import Foundation

/// Parses the query of a URI.
enum QueryValue {
    /// The first value of a query parameter of a URI, which may be relative; percent-decoded once.
    ///
    /// A `+` is not decoded as a space: cursors are opaque and do not contain spaces.
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
