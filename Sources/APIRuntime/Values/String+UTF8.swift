extension String {
    /// The text of bytes in UTF-8; `nil` if they are invalid.
    ///
    /// It stands for `init(validating:as:)`, which the lowest supported versions of Apple's platforms lack.
    package init?(utf8 bytes: some Collection<UInt8>) {
        self.init(decoding: bytes, as: UTF8.self)
        // Invalid bytes were replaced.
        guard utf8.elementsEqual(bytes) else { return nil }
    }
}
