/// The messages of violations of ``Violation/Rule/encoding``.
extension String {
    static let unsafeNameInCookie = "has a member whose name no cookie can have"
    static let unsafeInCookie = "must hold nothing that cookies cannot, such as blanks, commas and semicolons"
    static let tooDeep = "must not hold lists or objects inside"
    static let unsafeInHeader = "must not hold control characters, nor blanks at its ends"
    static let ofConnection = "belongs to the connection, and is set by the transport alone"
    static let beyondCharset = "must be a text that its charset can hold"
    static let unsentNull = "must not be null, which cannot be sent here; leave it out"
}
