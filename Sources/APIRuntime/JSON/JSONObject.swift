/// The members of an object in a JSON document. Of duplicate names, the last one counts; names are compared by code
/// points.
struct JSONObject {
    /// The decoder of the object.
    let decoder: JSONNodeDecoder
    /// The nodes of the values, each preceded by the node of its name.
    private let values: [Int]

    var document: JSONDocument { decoder.document }

    /// - Returns: `nil` if the node is not an object.
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

    /// The members in document order.
    var members: [(name: String, node: Int)] { values.map { (document.text(of: $0 - 1), $0) } }

    /// The members in document order, except some.
    func members(except others: [String]) -> [(name: String, node: Int)] {
        let others = Set(others.map(MemberName.init))
        return members.filter { !others.contains(MemberName(text: $0.name)) }
    }

    /// The members by name, except some.
    ///
    /// - Throws: `DecodingError` if names differ in JSON but are canonically equivalent, and so equal as `String`: a
    ///   dictionary would drop one of them.
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
    /// Whether two names are the same. Names with unpaired surrogates, which `String` cannot represent, are compared by
    /// their bytes.
    private func isSameName(_ name: String, at one: Int, and other: Int) -> Bool {
        guard document.text(of: other).isExactly(name) else { return false }
        guard name.unicodeScalars.contains("\u{FFFD}") else { return true }
        return document.bytes[document.range(of: one)].elementsEqual(
            document.bytes[document.range(of: other)])
    }
}
