/// A point, coded as the compiler derives it.
public struct Coordinate: Codable, Hashable, Sendable {
    public var latitude: Double
    public var longitude: Double

    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }
}

/// A union that the document has as alternatives.
public enum Trail: Codable, Hashable, Sendable {
    case points([Coordinate])
    case name(String)

    private enum Keys: String, CodingKey { case points, name }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        if let points = try container.decodeIfPresent([Coordinate].self, forKey: .points) {
            self = .points(points)
        } else {
            self = .name(try container.decode(String.self, forKey: .name))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        switch self {
        case .points(let points): try container.encode(points, forKey: .points)
        case .name(let name): try container.encode(name, forKey: .name)
        }
    }
}

/// An identifier, coded as its only text.
public struct ULID: Codable, Hashable, Sendable, RawRepresentable {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
}

/// An alternative of a union, which writes the constant that tells it.
public struct Circle: Codable, Hashable, Sendable {
    public var radius: Double
    private var kind = "circle"

    public init(radius: Double) { self.radius = radius }
}

/// A part of what the document has.
public struct Receipt: Codable, Hashable, Sendable {
    public var number: String

    public init(number: String) { self.number = number }
}
