/// How strictly JSON is checked against the document.
public enum AnswerReading: Hashable, Sendable, CaseIterable {
    /// Any mismatch is an error, including strings that deviate from the syntax of their format. `null` counts as
    /// absent, and unrecognized values of enumerations and unions are preserved.
    case strict
    /// Common deviations of services are accepted. This is the default.
    ///
    /// - Strings are decoded in forms that services commonly write: a `date-time` without a time zone as UTC, without a
    ///   time as midnight UTC, with a space instead of `T`, a decimal comma, or an offset without its colon; a `date`
    ///   from a date and time; Base64 with line breaks, without padding or in the other alphabet.
    /// - A quoted number or Boolean is decoded as such, and an unquoted one as a string if the type is a string.
    /// - A required list or dictionary that is `null` or absent is empty.
    /// - Any other optional property that does not match is `nil`, and such an additional property is dropped.
    /// - An undeclared property of an object that does not allow additional properties is preserved for
    ///   ``ServiceClient/encode(_:)``, but requests omit it.
    /// - A union without a matching case is `other`.
    /// - Any other mismatch of a required value is an error.
    case lenient
    /// As ``lenient``, but with placeholders for required values that do not match: the empty string, zero, `false`, an
    /// object of placeholders, the year 1 or `about:blank`. Hardly anything but invalid JSON is an error.
    case substituting

    var withoutPlaceholders: AnswerReading {
        switch self {
        case .strict, .lenient: self
        case .substituting: .lenient
        }
    }
}
