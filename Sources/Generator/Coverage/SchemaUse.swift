import APIGenYAML

/// A use of a schema in lowering.
struct SchemaUse {
    let reading: SchemaReading
    let usage: Usage
    /// The declaration that contains the use, which counts if the declaration is generated.
    var owner: API.TypeID?
    /// The declarations of the property, if the use is one.
    var declarations: [Node.ID] = []
    /// Whether values are transferred in one direction only, whatever the owner's directions are.
    var isReadOnly = false
    var isWriteOnly = false
    /// Whether it is an optional property.
    var isOptional = false
}

extension SchemaUse {
    /// How the schema is used; `nil` if its owner omits it.
    ///
    /// - Parameter direction: The directions in which values of the owner are transferred.
    func usage(inOwnerTravelling direction: API.Direction?) -> Usage? {
        var usage = usage
        // An optional value treats null as absent, except in a change.
        if isOptional, direction?.contains(.changed) != true || isReadOnly {
            usage.remove(.null)
            usage.insert(.plainText)
        }
        guard let direction else { return usage }
        let isSent = direction.contains(.sent) && !isReadOnly
        let isReceived = direction.contains(.received) && !isWriteOnly
        guard isSent || isReceived else { return nil }
        if usage.contains(.limitsInWords), isSent { usage.insert(.limits) }
        let isMade =
            isOptional ? isSent : direction.isEncodable && !(direction.isBothWays && isReadOnly)
        if !isMade { usage.remove(.constant) }
        // For a type with one direction, `readOnly` has no effect. An optional write-only property may be absent from
        // responses anyway, so that it is only documented.
        let isTold = direction.isBothWays && isWriteOnly && isOptional
        if isTold || !direction.isBothWays { usage.remove(.access) }
        if isTold { usage.insert(.accessInWords) }
        return usage
    }
}

/// How a schema is used beyond its type.
struct Usage: OptionSet {
    let rawValue: Int

    /// The value may be null.
    static let null = Usage(rawValue: 1)
    /// Null counts as absent: it is not a parameter value, nor an error body.
    static let plainText = Usage(rawValue: 2)
    /// A diagnostic reports that null cannot be sent.
    static let nullReported = Usage(rawValue: 4)
    /// Its limits are checked.
    static let limits = Usage(rawValue: 8)
    /// Its limits are documented.
    static let limitsInWords = Usage(rawValue: 16)
    /// Its constants are documented.
    static let values = Usage(rawValue: 32)
    /// Its constant is the value of the property in Swift.
    static let constant = Usage(rawValue: 64)
    /// The value that it allows is sent.
    static let value = Usage(rawValue: 128)
    static let deprecation = Usage(rawValue: 256)
    /// `readOnly` and `writeOnly`.
    static let access = Usage(rawValue: 512)
    /// `writeOnly` is documented.
    static let accessInWords = Usage(rawValue: 1024)
    static let secrecy = Usage(rawValue: 2048)

    static let property: Usage = [.null, .limitsInWords, .deprecation, .access, .values, .secrecy]

    /// How the elements of a list or dictionary are used.
    var ofElements: Usage {
        union(.null).intersection([.null, .limits, .limitsInWords, .plainText, .values])
    }

    /// The outcome of a keyword; `nil` if it is not used.
    func outcome(of aspect: SchemaAspect) -> Outcome? {
        switch aspect {
        case .settled(let outcome): outcome
        case .limit: contains(.limits) ? .typed : contains(.limitsInWords) ? .documentation : nil
        case .null(let isAlternative):
            contains(.null) || isAlternative && contains(.plainText)
                ? .typed : contains(.plainText) ? .dropped : contains(.nullReported) ? .reported : nil
        case .values(let isOnlyOne):
            contains(.value) || isOnlyOne && contains(.constant)
                ? .typed : contains(.values) ? .documentation : nil
        case .cases, .caseNames: .typed
        // Documented ones are recorded separately.
        case .defaultValue: contains(.value) ? .typed : .dropped
        case .deprecation: contains(.deprecation) ? .typed : .dropped
        case .access: contains(.access) ? .typed : contains(.accessInWords) ? .documentation : .dropped
        case .secrecy: contains(.secrecy) ? .typed : .dropped
        }
    }
}
