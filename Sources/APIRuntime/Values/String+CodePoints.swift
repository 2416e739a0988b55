/// Names and texts of JSON are compared by their code points (RFC 8259, section 8.3), not by canonical
/// equivalence as Swift does.
extension String {
    /// Whether the other text has the same code points. `==` takes canonically equivalent texts for the same.
    func isExactly(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }

    /// The order of code points, which is that of the bytes in UTF-8.
    func precedesInUnicode(_ other: String) -> Bool {
        let isLess = utf8.withContiguousStorageIfAvailable { bytes in
            other.utf8.withContiguousStorageIfAvailable { bytes.lexicographicallyPrecedes($0) }
        }
        return (isLess ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
    }
}
