import Foundation

/// Makes Swift names from the names in a document. No other type makes names.
struct SwiftNames {
    var steps = Set(API.NameStep.allCases)
    /// What the names of the module's types begin with.
    var typePrefix = ""
    /// The types of the user that the client names, or the types and modules that they are in.
    var ownTypes: Set<String> = []

    /// The name of a property, a parameter or a group: `created_date` becomes `createdDate`, and `userId` becomes
    /// `userID`.
    func member(_ text: String) -> Identifier {
        if let signed = signed(text) { return Self.identifier(signed) }
        let words = text.nameWords
        guard let first = words.first else { return Identifier(text: Self.symbolName(text)) }
        let rest = words.dropFirst().map(Self.capitalized)
        return Self.identifier(joined([first.lowercased()] + rest + comparison(in: text)))
    }

    /// The name of a method. The operation ID is changed as little as possible, since people search for it.
    func method(_ text: String) -> Identifier {
        let parts = text.nameParts
        guard let first = parts.first else { return Identifier(text: Self.symbolName(text)) }
        return Self.identifier(joined([first.lowercasedStart] + parts.dropFirst().map(\.capitalizedStart)))
    }

    /// The name of a method without some words in its middle, or `nil` if the whole name is short enough.
    func shortMethod(_ text: String) -> String? {
        let name = method(text).text
        guard steps.contains(.lengths), name.count > Self.longestMethod else { return nil }
        var words = name.nameWords
        while words.count > 2, words.joined().count > Self.longestMethod { words.remove(at: words.count / 2) }
        return words.joined()
    }

    private static let longestMethod = 59

    /// The name of an additional method of an operation, from the name of the first one: `listOrders pages` becomes
    /// `listOrdersPages`.
    func secondMethod(_ text: String) -> String {
        let words = text.split(separator: " ").map(String.init)
        return words.prefix(1).joined() + words.dropFirst().map(\.capitalizedStart).joined()
    }

    /// The name of a type: `image_url` and `ImageUrl` become `ImageURL`. Other capitals of the document are kept.
    ///
    /// It starts with a capital, unlike the names of members, as a member would otherwise shadow a type.
    func type(_ text: String) -> String {
        let name = capitalizedName(text)
        return Self.reservedTypes.contains(name) || ownTypes.contains(name) ? name + "Model" : name
    }

    private func capitalizedName(_ text: String) -> String {
        let words =
            steps.contains(.initialisms)
            ? text.nameWords.map { Self.initialisms[$0.lowercased()] ?? $0.capitalizedStart }
            : text.nameParts.map(\.capitalizedStart)
        let name = words.isEmpty ? Self.symbolName(text).capitalizedStart : joined(words)
        let isCapital = name.first.map { $0.lowercased() != String($0) } ?? false
        return Self.identifier(isCapital ? name : "Value" + name).text
    }

    /// The name of a top-level type.
    func moduleType(_ text: String) -> String {
        let name = typePrefix.isEmpty ? type(text) : typePrefix + capitalizedName(text)
        let isReserved =
            Self.reservedModuleTypes.contains(name) || ownTypes.contains(name)
            || steps.contains(.standardTypes) && Self.standardTypes.contains(name)
        return isReserved ? name + "Model" : name
    }

    /// A name for the type of a group of operations: `orders` and `OrdersApi` become `OrdersAPI`.
    func group(_ tag: String) -> String {
        let name = typePrefix + capitalizedName(tag)
        return (name.lowercased().hasSuffix("api") ? String(name.dropLast(3)) : name) + "API"
    }

    /// A name for the protocol with the operations of a group: that of its type, and `Protocol`.
    func groupProtocol(_ tag: String) -> String { group(tag) + "Protocol" }

    /// A name for the property of a client that holds a group of operations.
    func groupMember(_ tag: String) -> String {
        let name = member(tag).text
        return Self.clientMembers.contains(name) ? name + "Group" : name
    }

    /// The folder for the file of a group.
    static func folder(ofGroup type: String) -> String {
        type.hasSuffix("API") && type != "API" ? String(type.dropLast(3)) : type
    }

    /// A name for a module, from the title of a document.
    static func module(title: String) -> String {
        let name = moduleName(title) ?? "Client"
        return runtimeModules.contains(name) ? name + "Service" : name
    }

    /// The name of a module, from a chosen name, which is kept if it is valid.
    ///
    /// - Returns: `nil` if the text contains no valid characters, or is the name of a module that clients import.
    static func module(named text: String) -> String? {
        let isName = text.utf8.allSatisfy(\.isIdentifierCharacter) && identifier(text).escaped == text
        let name = isName && text.contains { $0 != "_" } ? text : moduleName(text)
        return name.flatMap { runtimeModules.contains($0) ? nil : $0 }
            .map { reservedTypes.contains($0) ? $0 + "Model" : $0 }
    }

    /// The ASCII letters and digits of the text, as names of modules are also names of files.
    private static func moduleName(_ text: String) -> String? {
        let ascii = text.unicodeScalars.filter(\.isASCII).map(String.init).joined()
        let letters = ascii.nameParts.map(\.capitalizedStart).joined()
        guard !letters.isEmpty else { return nil }
        let name = identifier(letters).text
        return reservedTypes.contains(name) ? name + "Model" : name
    }

    /// The name of a service's client type, which must not be the name of a runtime type.
    static func client(of service: String) -> String {
        let name = service + "Client"
        return reservedTypes.contains(name) ? "Client" : name
    }

    /// A name for a value of an enum: `OAUTH_REDIRECT` becomes `oauthRedirect`, `1Y` becomes `_1Y`.
    func enumCase(_ text: String) -> Identifier {
        if let first = text.first, first.isNumber {
            return Self.identifier(text.nameParts.joined(separator: "_"))
        }
        if let signed = signed(text) { return Self.identifier(signed) }
        let name = member(text)
        return Self.reservedCases.contains(name.text) ? Identifier(text: name.text + "Value") : name
    }

    /// With an optional, `.none` would mean `Optional.none` instead of the case. The schema is a member of the type.
    private static let reservedCases: Set<String> = ["none", "some", "validationSchema"]

    /// A name for an integer of an enum that has none: `value5`, `valueMinus1`.
    func integerCase(_ text: String) -> Identifier {
        Identifier(text: text.hasPrefix("-") ? "valueMinus\(text.dropFirst())" : "value\(text)")
    }

    /// A number with its sign: `-1` becomes `minus1`, `+5:30` `plus5_30`.
    private func signed(_ text: String) -> String? {
        guard let sign = Self.signs[text.first ?? " "], text.dropFirst().first?.isNumber == true else {
            return nil
        }
        return sign + text.nameParts.joined(separator: "_")
    }

    private static let signs: [Character: String] = ["+": "plus", "-": "minus"]

    /// The word for a trailing comparison sign, as in the parameter `DateSent<`.
    private func comparison(in text: String) -> [String] {
        guard steps.contains(.comparisons), let sign = text.last, "<>".contains(sign) else { return [] }
        let isTime = text.nameWords.contains {
            ["date", "day", "time", "timestamp"].contains($0.lowercased())
        }
        return [sign == "<" ? isTime ? "Before" : "Below" : isTime ? "After" : "Above"]
    }

    /// Joins words, with an underscore between numbers: `gpt-5.5` becomes `gpt5_5`.
    private func joined(_ words: [String]) -> String {
        words.reduce("") { name, word in
            let areNumbers = name.last?.isNumber == true && word.first?.isNumber == true
            return name + (areNumbers && steps.contains(.numbers) ? "_" : "") + word
        }
    }
}

// MARK: - Words

extension SwiftNames {
    /// Initialisms that Swift writes in capitals unless they come first.
    private static let initialisms: [String: String] = [
        "api": "API", "css": "CSS", "csv": "CSV", "dns": "DNS", "html": "HTML", "http": "HTTP",
        "https": "HTTPS",
        "id": "ID", "ids": "IDs", "ip": "IP", "json": "JSON", "pdf": "PDF", "sql": "SQL", "ssl": "SSL",
        "tls": "TLS", "ui": "UI", "uri": "URI", "uris": "URIs", "url": "URL", "urls": "URLs", "uuid": "UUID",
        "xml": "XML",
    ]

    private static func capitalized(_ word: String) -> String {
        initialisms[word.lowercased()] ?? word.prefix(1).uppercased() + word.dropFirst().lowercased()
    }

    /// A valid identifier: it does not start with a digit, and is not a keyword that is invalid even in backticks. It
    /// is normalized to composed characters, since Swift compares identifiers by their code points.
    private static func identifier(_ text: String) -> Identifier {
        let word = short(text.isASCII ? text : text.precomposedStringWithCanonicalMapping)
        if word == "self" || word == "Self" { return Identifier(text: word + "Value") }
        let isStart = word.unicodeScalars.first.map { $0 == "_" || $0.properties.isXIDStart } ?? true
        return Identifier(text: isStart ? word : "_" + word)
    }

    /// The start of a very long name. Types are in files of the same name, and file systems limit these to 255 bytes.
    private static func short(_ word: String) -> String {
        guard word.utf8.count > 200 else { return word }
        var count = 0
        let start = word.unicodeScalars.prefix { scalar in
            count += scalar.utf8.count
            return count <= 200
        }
        return String(start)
    }

    /// A name for a text without letters and digits.
    private static func symbolName(_ text: String) -> String {
        let names = text.unicodeScalars.map { symbols[$0] ?? "u" + String($0.value, radix: 16) }
        guard let first = names.first else { return "empty" }
        return first + names.dropFirst().map(\.capitalizedStart).joined()
    }

    private static let symbols: [Unicode.Scalar: String] = [
        "!": "not", "#": "hash", "$": "dollar", "%": "percent", "&": "and", "*": "any", "+": "plus",
        "-": "minus",
        ".": "dot", "/": "slash", ":": "colon", "<": "less", "=": "equal", ">": "greater", "?": "question",
        "@": "at", "_": "underscore", "|": "or", "~": "tilde",
    ]
}
