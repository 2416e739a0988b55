/// A place where lowering made something of a schema.
struct SchemaUse {
    let schema: OpenAPI.Schema.ID
    let honours: Honours
    /// The declaration that it is a part of, which counts if it is written at all.
    var owner: API.TypeID?
    /// Whether values travel in one direction only, whatever the owner does.
    var isReadOnly = false
    var isWriteOnly = false
    /// Whether it is a property that may be missing.
    var isOptional = false
}

/// What is made of a schema beyond its type.
struct Honours: OptionSet {
    let rawValue: Int

    /// Its properties stand in a declaration.
    static let part = Honours(rawValue: 1)
    /// It may be null.
    static let null = Honours(rawValue: 2)
    /// Its limits are checked.
    static let limits = Honours(rawValue: 4)
    /// Its limits are told.
    static let limitsInWords = Honours(rawValue: 8)
    static let defaultValue = Honours(rawValue: 16)
    static let deprecation = Honours(rawValue: 32)
    /// `readOnly` and `writeOnly`.
    static let access = Honours(rawValue: 64)
    /// `writeOnly` is told.
    static let accessInWords = Honours(rawValue: 131_072)
    static let secrecy = Honours(rawValue: 128)
    /// The value that it allows is a case of a type, or goes out.
    static let value = Honours(rawValue: 256)
    /// Its title makes a name.
    static let title = Honours(rawValue: 512)
    /// Null is as good as nothing there: it is no value of a parameter, and no body of a failure.
    static let plainText = Honours(rawValue: 1024)

    /// Its values are told, or make a type.
    static let values = Honours(rawValue: 16384)
    /// Its only value is the default in Swift.
    static let constant = Honours(rawValue: 32768)
    /// It was reported that its limits are not checked.
    static let limitsReported = Honours(rawValue: 4096)
    /// It was reported that null cannot be sent.
    static let nullReported = Honours(rawValue: 8192)
    /// Its type is told, and no more.
    static let typeInWords = Honours(rawValue: 65536)
    /// What it holds is left to another schema.
    static let onlyItself = Honours(rawValue: 2048)

    /// Its format makes the type of what another part calls a text.
    static let format = Honours(rawValue: 262_144)

    static let property: Honours = [
        .null, .limitsInWords, .defaultValue, .deprecation, .access, .values, .secrecy,
    ]

    /// What is made of the elements of a list or a dictionary.
    var ofElements: Honours {
        contains(.onlyItself)
            ? [.onlyItself]
            : self == .typeInWords
                ? self
                : union(.null).intersection([
                    .null, .limits, .limitsInWords, .plainText, .values, .typeInWords,
                ])
    }
}
