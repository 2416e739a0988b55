/// A union that preserves values without a matching case. Generated types conform to it.
public protocol OpenUnion: Decodable, Equatable {
    /// A value that matches no case, preserved unchanged.
    static func other(_ value: JSONValue) -> Self
}
