/// Comparison of JSON strings by code points (RFC 8259, section 8.3), not by canonical equivalence as in Swift.
extension String {
    /// Whether the other string has the same code points. `==` treats canonically equivalent strings as equal.
    func isExactly(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }

    /// The order by code points, which is that of the UTF-8 bytes.
    func precedesInUnicode(_ other: String) -> Bool {
        let isLess = utf8.withContiguousStorageIfAvailable { bytes in
            other.utf8.withContiguousStorageIfAvailable { bytes.lexicographicallyPrecedes($0) }
        }
        return (isLess ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
    }
}
