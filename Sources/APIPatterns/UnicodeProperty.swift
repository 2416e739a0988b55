/// A property of characters, as named in `\p{…}`: a general category or a binary property (ECMA-262, tables of property
/// names and values). Scripts are not supported.
struct UnicodeProperty: Sendable {
    private let test: @Sendable (Unicode.Scalar.Properties) -> Bool

    /// - Parameter name: The text in braces: `Lu`, `Letter`, `gc=Lu`, `Alphabetic`.
    init?(_ name: String) {
        let parts = name.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, ["General_Category", "gc"].contains(parts[0]) {
            guard let category = Self.category(parts[1]) else { return nil }
            test = category
        } else if parts.count == 1, let known = Self.category(name) ?? Self.binary(name) {
            test = known
        } else {
            return nil
        }
    }

    func holds(for scalar: Unicode.Scalar) -> Bool { test(scalar.properties) }

    private static func category(_ name: String) -> (@Sendable (Unicode.Scalar.Properties) -> Bool)? {
        guard let categories = categories.first(where: { $0.names.contains(name) })?.categories else {
            return nil
        }
        return { categories.contains($0.generalCategory) }
    }

    private static func binary(_ name: String) -> (@Sendable (Unicode.Scalar.Properties) -> Bool)? {
        switch name {
        case "Alphabetic", "Alpha": { $0.isAlphabetic }
        case "Lowercase", "Lower": { $0.isLowercase }
        case "Uppercase", "Upper": { $0.isUppercase }
        case "White_Space", "space": { $0.isWhitespace }
        case "Emoji": { $0.isEmoji }
        case "Emoji_Presentation", "EPres": { $0.isEmojiPresentation }
        case "Emoji_Modifier", "EMod": { $0.isEmojiModifier }
        case "Emoji_Modifier_Base", "EBase": { $0.isEmojiModifierBase }
        case "ID_Start", "IDS": { $0.isIDStart }
        case "ID_Continue", "IDC": { $0.isIDContinue }
        case "XID_Start", "XIDS": { $0.isXIDStart }
        case "XID_Continue", "XIDC": { $0.isXIDContinue }
        case "Ideographic", "Ideo": { $0.isIdeographic }
        case "Math": { $0.isMath }
        case "Hex_Digit", "Hex": { $0.isHexDigit }
        case "ASCII_Hex_Digit", "AHex": { $0.isASCIIHexDigit }
        case "Dash": { $0.isDash }
        case "Diacritic", "Dia": { $0.isDiacritic }
        case "Cased": { $0.isCased }
        case "Quotation_Mark", "QMark": { $0.isQuotationMark }
        default: nil
        }
    }

    private static let categories: [(names: [String], categories: Set<Unicode.GeneralCategory>)] = [
        (["L", "Letter"], letters), (["LC", "Cased_Letter"], casedLetters),
        (["Lu", "Uppercase_Letter"], [.uppercaseLetter]), (["Ll", "Lowercase_Letter"], [.lowercaseLetter]),
        (["Lt", "Titlecase_Letter"], [.titlecaseLetter]), (["Lm", "Modifier_Letter"], [.modifierLetter]),
        (["Lo", "Other_Letter"], [.otherLetter]),
        (["M", "Mark", "Combining_Mark"], [.nonspacingMark, .spacingMark, .enclosingMark]),
        (["Mn", "Nonspacing_Mark"], [.nonspacingMark]), (["Mc", "Spacing_Mark"], [.spacingMark]),
        (["Me", "Enclosing_Mark"], [.enclosingMark]),
        (["N", "Number"], [.decimalNumber, .letterNumber, .otherNumber]),
        (["Nd", "Decimal_Number", "digit"], [.decimalNumber]), (["Nl", "Letter_Number"], [.letterNumber]),
        (["No", "Other_Number"], [.otherNumber]), (["P", "Punctuation", "punct"], punctuation),
        (["Pc", "Connector_Punctuation"], [.connectorPunctuation]),
        (["Pd", "Dash_Punctuation"], [.dashPunctuation]), (["Ps", "Open_Punctuation"], [.openPunctuation]),
        (["Pe", "Close_Punctuation"], [.closePunctuation]),
        (["Pi", "Initial_Punctuation"], [.initialPunctuation]),
        (["Pf", "Final_Punctuation"], [.finalPunctuation]),
        (["Po", "Other_Punctuation"], [.otherPunctuation]),
        (["S", "Symbol"], [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol]),
        (["Sm", "Math_Symbol"], [.mathSymbol]), (["Sc", "Currency_Symbol"], [.currencySymbol]),
        (["Sk", "Modifier_Symbol"], [.modifierSymbol]), (["So", "Other_Symbol"], [.otherSymbol]),
        (["Z", "Separator"], [.spaceSeparator, .lineSeparator, .paragraphSeparator]),
        (["Zs", "Space_Separator"], [.spaceSeparator]), (["Zl", "Line_Separator"], [.lineSeparator]),
        (["Zp", "Paragraph_Separator"], [.paragraphSeparator]),
        (["C", "Other"], [.control, .format, .surrogate, .privateUse, .unassigned]),
        (["Cc", "Control", "cntrl"], [.control]), (["Cf", "Format"], [.format]),
        (["Cs", "Surrogate"], [.surrogate]), (["Co", "Private_Use"], [.privateUse]),
        (["Cn", "Unassigned"], [.unassigned]),
    ]

    private static let casedLetters: Set<Unicode.GeneralCategory> = [
        .uppercaseLetter, .lowercaseLetter, .titlecaseLetter,
    ]
    private static let letters = casedLetters.union([.modifierLetter, .otherLetter])
    private static let punctuation: Set<Unicode.GeneralCategory> = [
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation,
    ]
}
