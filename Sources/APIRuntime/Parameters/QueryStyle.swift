/// The serialization of a query parameter (OpenAPI 3.1, style values).
@_spi(Generated) public enum QueryStyle: Sendable {
    /// `color=blue&color=black`, or `color=blue,black` without explode.
    case form
    /// `color=blue%20black`.
    case spaceDelimited
    /// `color=blue%7Cblack`.
    case pipeDelimited
    /// `color%5BR%5D=100&color%5BG%5D=200`, nested to any depth; lists in it as `color%5B%5D=blue`.
    case deepObject
}

extension QueryStyle {
    /// `explode` is the default of `form`, and the only form of `deepObject`.
    var explodesByDefault: Bool { self == .form || self == .deepObject }

    /// The percent-encoded items `name=value` of a parameter.
    func items(
        of name: String, value: Parameter, explode: Bool, encode: (String) -> String,
    ) -> [String] {
        let key = PercentEncoding.encode(name)
        switch value {
        case .text(let text):
            return ["\(key)=\(encode(text))"]
        case .list, .object:
            if self == .deepObject { return Self.deepItems(key, value: value, encode: encode) }
            return explode
                ? Self.exploded(key, value: value, encode: encode)
                : ["\(key)=\(value.flat(encode).joined(separator: separator))"]
        case .unsendable:
            return []
        }
    }

    private var separator: String {
        switch self {
        case .form, .deepObject: ","
        case .spaceDelimited: "%20"
        case .pipeDelimited: "%7C"
        }
    }

    private static func exploded(_ key: String, value: Parameter, encode: (String) -> String) -> [String] {
        if case .object = value { return value.pairs(encode) }
        return value.flat(encode).map { "\(key)=\($0)" }
    }

    private static func deepItems(_ key: String, value: Parameter, encode: (String) -> String) -> [String] {
        switch value {
        case .text(let text): ["\(key)=\(encode(text))"]
        case .list(let items): items.flatMap { deepItems("\(key)%5B%5D", value: $0, encode: encode) }
        case .object(let members):
            members.flatMap { member in
                deepItems(
                    "\(key)%5B\(PercentEncoding.encode(member.name))%5D", value: member.value, encode: encode)
            }
        case .unsendable: []
        }
    }
}

extension Parameter {
    /// The scalars of a list, or the alternating names and values of an object: what styles join without `explode`.
    func flat(_ encode: (String) -> String) -> [String] {
        switch self {
        case .text(let text): [encode(text)]
        case .list(let items): items.flatMap { $0.flat(encode) }
        case .object(let members): members.flatMap { [encode($0.name)] + $0.value.flat(encode) }
        case .unsendable: []
        }
    }

    /// The properties of an object as `name=value`: what styles join with `explode`. Scalars and lists are unchanged.
    func pairs(_ encode: (String) -> String) -> [String] {
        guard case .object(let members) = self else { return flat(encode) }
        return members.map { "\(encode($0.name))=\($0.value.flat(encode).joined(separator: ","))" }
    }
}
