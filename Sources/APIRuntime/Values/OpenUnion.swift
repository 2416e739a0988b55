/// A union that keeps a value that is none of its cases. Generated types conform to it.
public protocol OpenUnion: Decodable, Equatable {
    /// A value that is none of the cases, as it came.
    static func other(_ value: JSONValue) -> Self
}
