/// How values are read from JSON that differs from what the document says of it.
public enum AnswerReading: Hashable, Sendable, CaseIterable {
    /// By the letter: a value that differs is an error, a text in another form of its format included. `null` counts as
    /// absent, and what an enumeration or a union does not know is kept.
    case strict
    /// As it is evidently meant, or not at all: the default.
    ///
    /// - A text is read in the forms that services are known to write: a `date-time` without a zone in UTC, without a
    ///   time as midnight in UTC, with a space, a comma or an offset without its colon; a `date` of a date and time;
    ///   Base64 in lines, without padding or in the other alphabet.
    /// - A number or a Boolean in quotes is read as one, and where a string should be, it is read as its text.
    /// - A list or a dictionary that is required, and `null` or absent, is empty.
    /// - Any other optional property that does not fit is `nil`, and an additional property is left out.
    /// - A property of an object that allows no additional ones is kept for ``ServiceClient/encode(_:)``, and no request
    ///   has it.
    /// - A union that fits none of its cases is `other`.
    /// - Anything else that is required is an error.
    case lenient
    /// As ``lenient``, and with a placeholder for what is required and does not fit, so that hardly anything is an error
    /// but what is no JSON: the empty string, zero, `false`, an object of placeholders, the year 1, `about:blank`.
    case substituting

    var withoutPlaceholders: AnswerReading {
        switch self {
        case .strict, .lenient: self
        case .substituting: .lenient
        }
    }
}
