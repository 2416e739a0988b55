/// A name that is compared by code points (RFC 8259, section 8.3).
struct MemberName: Hashable {
    let text: String

    static func == (one: MemberName, other: MemberName) -> Bool {
        one.text.isExactly(other.text)
    }

    func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }
}
