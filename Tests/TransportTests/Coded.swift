import Foundation

/// Bodies with content codings (RFC 9110, section 8.4.1).
enum Coded {
    static let text = String(repeating: "Hello, coded world! ", count: 20)

    static let gzip = bytes(
        "H4sIAAAAAAACA/NIzcnJ11FIzk9JTVEozy/KSVFU8BgVGzAxANm9kH6QAQAA")

    static let deflate = bytes("eNrzSM3JyddRSM5PSU1RKM8vyklRVPAYFRswMQBt0oeh")

    /// A million zeros in a thousand bytes, as by gzip.
    static let bomb = bytes(
        "H4sIAAAAAAACA+3BAQEAAACCIP+vbkhAAQ" + String(repeating: "A", count: 1290) + "rwaey3kSQEIPAA==")

    private static func bytes(_ base64: String) -> Data { Data(base64Encoded: base64) ?? Data() }
}
