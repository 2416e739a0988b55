/// The members of an object in a JSON text. Of members with one name the last is meant; names are compared by their
/// code points.
struct JSONObject {
    /// The object's place.
    let decoder: JSONNodeDecoder
    /// The nodes of the values; the node of a name is the one before.
    private let values: [Int]

    var document: JSONDocument { decoder.document }

    /// - Returns: `nil` if there is no object at this place.
    init?(_ decoder: JSONNodeDecoder) {
        let (document, node) = (decoder.document, decoder.node)
        guard document.nodes[node].kind == .object else { return nil }
        self.decoder = decoder
        var values: [Int] = []
        var name = node + 1
        while name < document.nodes[node].next {
            values.append(name + 1)
            name = document.nodes[name + 1].next
        }
        self.values = values
    }

    /// The node of a member's value.
    subscript(name: String) -> Int? {
        values.last { document.hasText(name, at: $0 - 1) }
    }

    /// The members in the order of the text.
    var members: [(name: String, node: Int)] { values.map { (document.text(of: $0 - 1), $0) } }

    /// The members in the order of the text, without some of them.
    func members(except others: [String]) -> [(name: String, node: Int)] {
        let others = Set(others.map(MemberName.init))
        return members.filter { !others.contains(MemberName(text: $0.name)) }
    }

    /// The members by name, without some of them.
    ///
    /// - Throws: `DecodingError` if names differ for JSON, but not as strings of Swift, which are compared by
    ///   canonical equivalence: a dictionary would drop one of them.
    func membersByName(except others: [String] = []) throws -> [String: Int] {
        var nodes: [String: Int] = [:]
        for (name, node) in members(except: others) {
            if let other = nodes.updateValue(node, forKey: name),
                !isSameName(name, at: node - 1, and: other - 1)
            {
                throw decoder.child(node).mismatch(expected: "names that are not canonically equivalent")
            }
        }
        return nodes
    }
}

extension JSONObject {
    /// Whether two names are one. Half a surrogate pair is no text of Swift: names with such halves are compared as
    /// they are written.
    private func isSameName(_ name: String, at one: Int, and other: Int) -> Bool {
        guard document.text(of: other).isExactly(name) else { return false }
        guard name.unicodeScalars.contains("\u{FFFD}") else { return true }
        return document.bytes[document.range(of: one)].elementsEqual(
            document.bytes[document.range(of: other)])
    }
}
