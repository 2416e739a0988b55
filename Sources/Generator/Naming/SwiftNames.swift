import Foundation

/// Makes Swift names from the names in a document. No other type makes names.
enum SwiftNames {
    /// The name of a property, a parameter or a group: `created_date` becomes `createdDate`, and `userId` becomes
    /// `userID`.
    static func member(_ text: String) -> Identifier {
        if let signed = signed(text) { return identifier(signed) }
        let words = text.nameWords
        guard let first = words.first else { return Identifier(text: symbolName(text)) }
        let rest = words.dropFirst().map(capitalized).joined()
        return identifier(first.lowercased() + rest)
    }

    /// The name of a method. The operation ID is changed as little as possible, since people search for it.
    static func method(_ text: String) -> Identifier {
        let name = text.camelCased
        return name.isEmpty ? Identifier(text: symbolName(text)) : identifier(name)
    }

    /// The name of an additional method of an operation, from the name of the first one: `listOrders pages` becomes
    /// `listOrdersPages`.
    static func secondMethod(_ text: String) -> String {
        let words = text.split(separator: " ").map(String.init)
        return words.prefix(1).joined() + words.dropFirst().map(\.capitalizedStart).joined()
    }

    /// The name of a type. Capitals of the document are kept: `AccountIDs` remains unchanged.
    ///
    /// It starts with a capital, unlike the names of members, as a member would otherwise shadow a type.
    static func type(_ text: String) -> String {
        let letters = text.nameParts.map(\.capitalizedStart).joined()
        let name = letters.isEmpty ? symbolName(text).capitalizedStart : letters
        let isCapital = name.first.map { $0.lowercased() != String($0) } ?? false
        let word = identifier(isCapital ? name : "Value" + name).text
        return reservedTypes.contains(word) ? word + "Model" : word
    }

    /// The name of a top-level type.
    static func moduleType(_ text: String) -> String {
        let name = type(text)
        return reservedModuleTypes.contains(name) ? name + "Model" : name
    }

    /// A name for the type of a group of operations: `orders` and `OrdersApi` become `OrdersAPI`.
    static func group(_ tag: String) -> String {
        let name = type(tag)
        return (name.lowercased().hasSuffix("api") ? String(name.dropLast(3)) : name) + "API"
    }

    /// The name of the client's property for a group of operations.
    static func groupMember(_ tag: String) -> String {
        let name = member(tag).text
        return clientMembers.contains(name) ? name + "Group" : name
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

    /// The name of an enumeration case: `OAUTH_REDIRECT` becomes `oauthRedirect`, and `1Y` becomes `_1Y`.
    static func enumCase(_ text: String) -> Identifier {
        if let first = text.first, first.isNumber {
            return identifier(text.nameParts.joined(separator: "_"))
        }
        if let signed = signed(text) { return identifier(signed) }
        let name = member(text)
        // With an optional, `.none` would mean `Optional.none` instead of the case.
        return ["none", "some"].contains(name.text) ? Identifier(text: name.text + "Value") : name
    }

    /// The name of an integer case without a name in the document: `value5`, `valueMinus1`.
    static func integerCase(_ text: String) -> Identifier {
        Identifier(text: text.hasPrefix("-") ? "valueMinus\(text.dropFirst())" : "value\(text)")
    }

    /// A number with a sign: `-1` becomes `minus1`, and `+5:30` becomes `plus5_30`.
    private static func signed(_ text: String) -> String? {
        guard let sign = signs[text.first ?? " "], text.dropFirst().first?.isNumber == true else {
            return nil
        }
        return sign + text.nameParts.joined(separator: "_")
    }

    private static let signs: [Character: String] = ["+": "plus", "-": "minus"]
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
        let word = short(text.precomposedStringWithCanonicalMapping)
        if word == "self" || word == "Self" { return Identifier(text: word + "Value") }
        let isStart = word.unicodeScalars.first.map { $0.properties.isXIDStart || $0 == "_" } ?? true
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
