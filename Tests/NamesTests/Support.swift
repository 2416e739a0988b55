import APIRuntime
import Foundation

extension InMemoryTransport {
    /// The method and the path of the first request.
    var line: String? { requests.first.map { "\($0.head.method.rawValue) \($0.path)" } }
}

/// The members of a JSON object whose values hold no comma, as they are written.
func members(of json: Data?) -> Set<Data> {
    Set((json ?? Data()).dropFirst().dropLast().split(separator: UInt8(ascii: ",")).map { Data($0) })
}
