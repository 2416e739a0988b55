import APIGenSourceText

extension API {
    /// The name of a declaration. A target language derives the identifier from its ``NameOrigin``.
    struct Name: Hashable, Sendable {
        let index: Int
    }

    /// The name of a declaration in the document, with its role and scope.
    struct NameOrigin: Sendable {
        let role: NameRole
        /// The possible sources of the identifier, the preferred one first: another one is used if the identifier is
        /// taken.
        let words: [NameWords]
        let scope: NameScope
        /// The name in the document, for diagnostics; `nil` if it is the same as the words.
        let source: String?
        let range: SourceRange
    }

    /// The kind of declaration that a name belongs to.
    enum NameRole: Sendable {
        case property, parameter, secret, server, serverVariable, content, result, alternatives
        case enumCase, integerCase, unionCase
        case group, groupType, groupProtocol
        case header
        case method
        /// A method that returns the pages of another one, or streams its response.
        case pages, stream
        case type
        /// The type of a schema in `components`. Its name does not depend on other names in the document.
        case component
        /// A type that is not made for a schema alone: of a request body, a result, a webhook payload or a server
        /// variable.
        case choice
    }

    /// The scope of a declaration. Names are unique in their scope.
    enum NameScope: Hashable, Sendable {
        /// The top-level types.
        case module
        /// The types nested in another type.
        case type(TypeID)
        case client
        case servers
        case secrets
        /// The methods of all groups.
        case methods
        /// The methods of a group that take a response of a type.
        case links(from: TypeReference, in: Name)
        case webhooks
        case callbacks
        /// The members of a declaration.
        case members(Members, of: Int)
    }

    enum Members: Hashable, Sendable {
        case properties
        case parameters(hasBody: Bool, takesMediaType: Bool)
        case enumCases, unionCases, results, contents, variables, headers
    }

    /// A step by which a name in the document becomes a shorter or clearer identifier. Each can be switched off.
    enum NameStep: String, CaseIterable, Sendable {
        /// Initialisms in type names are written in capitals, as in the names of members.
        case initialisms
        /// Adjacent numbers are separated by an underscore.
        case numbers
        /// A trailing `<` or `>` becomes a word.
        case comparisons
        /// A dotted component name is reduced to its last part, or to as many parts as it takes to be unique.
        case namespaces
        /// The words that most group names start with are removed.
        case prefixes
        /// The parts of operation IDs that frameworks add are removed.
        case frameworks
        /// Method names of 60 characters or more are shortened.
        case lengths
        /// Cases of unions are named by the constants that identify them.
        case constants
        /// The words that the names of all alternatives of a union share are removed from its cases.
        case alternatives
        /// Top-level types do not shadow common types of the language.
        case standardTypes
        /// An inline enumeration whose name and cases are those of an earlier one is an alias of it.
        case enumerations
    }

    /// The words that an identifier is made from.
    struct NameWords: Sendable {
        enum Part: Sendable {
            case text(String)
            /// Words that are first made into the name of a member.
            case member(String)
            /// The identifier of another declaration.
            case name(Name)
        }

        private(set) var parts: [Part]
    }
}

extension API.NameWords {
    init(_ text: String) { parts = [.text(text)] }

    init(_ name: API.Name, _ text: String) { parts = [.name(name), .text(text)] }

    init(_ name: API.Name, _ words: API.NameWords) { parts = [.name(name)] + words.parts }

    init(member text: String) { parts = [.member(text)] }

    func after(_ text: String) -> API.NameWords { API.NameWords(parts: [.text(text)] + parts) }

    func after(member text: String) -> API.NameWords { API.NameWords(parts: [.member(text)] + parts) }

    /// The last part of the words, without those of the declarations around it.
    var last: String? {
        switch parts.last {
        case .text(let text)?, .member(let text)?: text
        case .name?, nil: nil
        }
    }

    /// The words with the last one in the singular.
    var singular: API.NameWords {
        guard case .text(let text)? = parts.last else { return self }
        var words = self
        words.parts[parts.count - 1] = .text(text.singular)
        return words
    }
}
