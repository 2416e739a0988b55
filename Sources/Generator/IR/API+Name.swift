import SourceText

extension API {
    /// The name of a declaration. What it is in code is up to each language, which makes it of its ``NameOrigin``.
    struct Name: Hashable, Sendable {
        let index: Int
    }

    /// What the document calls something that is declared, and what it stands beside.
    struct NameOrigin: Sendable {
        let role: NameRole
        /// What makes the name, the best first: the next one serves where the name of one before it is taken.
        let words: [NameWords]
        let scope: NameScope
        /// What the document calls it, for those who read a diagnostic; `nil` where the words say it.
        let source: String?
        let range: SourceRange
    }

    /// What a name is the name of.
    enum NameRole: Sendable {
        case property, parameter, secret, server, serverVariable, content, result, alternatives
        case enumCase, integerCase, unionCase
        case group, groupType
        case method
        /// A method that hands out the pages, or the stream, of another one.
        case pages, stream
        case type
        /// The type of a schema that the document names. It keeps its name whatever else the document holds.
        case component
        /// A type beside those of schemas: of what an operation takes or brings, of a webhook, of a server's variable.
        case choice
    }

    /// Where a name is declared. Names of one scope are distinct.
    enum NameScope: Hashable, Sendable {
        /// The types that stand in no other one.
        case module
        /// The types inside another one.
        case type(TypeID)
        case client
        case servers
        case secrets
        /// The methods of all groups.
        case methods
        case webhooks
        case callbacks
        /// What stands inside one declaration.
        case members(Members, of: Int)
    }

    enum Members: Hashable, Sendable {
        case properties
        case parameters(hasBody: Bool, takesMediaType: Bool)
        case enumCases, unionCases, results, contents, variables
    }

    /// Words that make a name.
    struct NameWords: Sendable {
        enum Part: Sendable {
            case text(String)
            /// Words as they make the name of a member.
            case member(String)
            /// Another name.
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

    /// The words for one of many.
    var singular: API.NameWords {
        guard case .text(let text)? = parts.last else { return self }
        var words = self
        words.parts[parts.count - 1] = .text(text.singular)
        return words
    }
}
