import YAML

/// A place where lowering made something of a schema.
struct SchemaUse {
    let reading: SchemaReading
    let usage: Usage
    /// The declaration that it is a part of, which counts if it is written at all.
    var owner: API.TypeID?
    /// The declarations of the property that it is.
    var declarations: [Node.ID] = []
    /// Whether values travel in one direction only, whatever the owner does.
    var isReadOnly = false
    var isWriteOnly = false
    /// Whether it is a property that may be missing.
    var isOptional = false
}

extension SchemaUse {
    /// What is made of the schema; `nil` where its owner does not hold it.
    ///
    /// - Parameter direction: How values of the owner travel.
    func usage(inOwnerTravelling direction: API.Direction?) -> Usage? {
        var usage = usage
        // What is optional takes null for nothing, except in a change.
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
        // Of a type that travels one way only, `readOnly` says nothing new. An optional property that is write-only
        // may be absent from responses anyway, so that the comment tells it.
        let isTold = direction.isBothWays && isWriteOnly && isOptional
        if isTold || !direction.isBothWays { usage.remove(.access) }
        if isTold { usage.insert(.accessInWords) }
        return usage
    }
}

/// What is made of a schema beyond its type.
struct Usage: OptionSet {
    let rawValue: Int

    /// It may be null.
    static let null = Usage(rawValue: 1)
    /// Null is as good as nothing there: it is no value of a parameter, and no body of a failure.
    static let plainText = Usage(rawValue: 2)
    /// It was reported that null cannot be sent.
    static let nullReported = Usage(rawValue: 4)
    /// Its limits are checked.
    static let limits = Usage(rawValue: 8)
    /// Its limits are told.
    static let limitsInWords = Usage(rawValue: 16)
    /// Its values are told.
    static let values = Usage(rawValue: 32)
    /// Its only value is that of the property in Swift.
    static let constant = Usage(rawValue: 64)
    /// The value that it allows goes out.
    static let value = Usage(rawValue: 128)
    static let deprecation = Usage(rawValue: 256)
    /// `readOnly` and `writeOnly`.
    static let access = Usage(rawValue: 512)
    /// `writeOnly` is told.
    static let accessInWords = Usage(rawValue: 1024)
    static let secrecy = Usage(rawValue: 2048)

    static let property: Usage = [.null, .limitsInWords, .deprecation, .access, .values, .secrecy]

    /// What is made of the elements of a list or a dictionary.
    var ofElements: Usage {
        union(.null).intersection([.null, .limits, .limitsInWords, .plainText, .values])
    }

    /// What becomes of a keyword; `nil` where nobody asks for it.
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
        // What of these is told, is observed.
        case .defaultValue: contains(.value) ? .typed : .dropped
        case .deprecation: contains(.deprecation) ? .typed : .dropped
        case .access: contains(.access) ? .typed : contains(.accessInWords) ? .documentation : .dropped
        case .secrecy: contains(.secrecy) ? .typed : .dropped
        }
    }
}
