extension String {
    /// The text as a token of a JSON pointer (RFC 6901, section 3).
    var asPointerToken: String { replacing("~", with: "~0").replacing("/", with: "~1") }

    /// The text of a token of a JSON pointer (RFC 6901, section 4).
    var pointerToken: String {
        guard utf8.contains(UInt8(ascii: "~")) else { return self }
        return replacing("~1", with: "/").replacing("~0", with: "~")
    }
}
