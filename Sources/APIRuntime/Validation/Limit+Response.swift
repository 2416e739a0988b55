extension [Limit] {
    /// What responses of a type are checked against: generated types, and arrays and optionals of them.
    static func ofResponse(_ type: Any.Type) -> [Limit] {
        if let type = type as? any Validatable.Type { return [.schema(type.validationSchema)] }
        return (type as? any ValidatedContents.Type)?.limits ?? []
    }
}

/// A type that holds values of another one.
private protocol ValidatedContents {
    static var limits: [Limit] { get }
}

extension Array: ValidatedContents {
    fileprivate static var limits: [Limit] {
        let limits = [Limit].ofResponse(Element.self)
        return limits.isEmpty ? [] : [.elements(limits)]
    }
}

extension Optional: ValidatedContents {
    fileprivate static var limits: [Limit] { [Limit].ofResponse(Wrapped.self) }
}
