import APIGenLibYAML

/// The distinct keys of a document, numbered so that comparing keys is comparing numbers.
struct KeyTable: Sendable {
    /// The number for scalars that are not keys.
    static let noKey = UInt32.max
    /// The number of `<<`, the merge key.
    static let merge: UInt32 = 0

    private struct Key {
        let start: Int
        let count: Int
        let hash: Int
        /// The last mapping with the key, and the node of the key there. They detect duplicates without a set for each
        /// mapping.
        var mapping: UInt32 = 0
        var node: UInt32 = 0
    }

    private var keys: ContiguousArray<Key> = []
    /// A hash table with open addressing: each slot contains the number of a key.
    private var slots = ContiguousArray(repeating: noKey, count: 1024)

    /// The offset of the key's text.
    func start(of number: UInt32) -> UInt32 { UInt32(keys[Int(number)].start) }

    func number(of key: String, in text: ContiguousArray<UInt8>) -> UInt32? {
        var key = key
        let number = key.withUTF8 { slots[slot(of: UnsafeRawBufferPointer($0), Self.hash($0), text)] }
        return number == Self.noKey ? nil : number
    }

    /// The number of a key. A new key is added to the text.
    mutating func intern(_ key: UnsafeRawBufferPointer, in text: inout ContiguousArray<UInt8>) -> UInt32 {
        let hash = Self.hash(key)
        let slot = slot(of: key, hash, text)
        guard slots[slot] == Self.noKey else { return slots[slot] }
        let number = UInt32(keys.count)
        keys.append(Key(start: text.count, count: key.count, hash: hash))
        text.append(contentsOf: key)
        slots[slot] = number
        if keys.count * 2 > slots.count { grow() }
        return number
    }

    /// Records that a mapping has a key at a node, and returns the node of an earlier occurrence in that mapping.
    mutating func note(_ number: UInt32, at node: UInt32, in mapping: UInt32) -> UInt32? {
        let key = keys[Int(number)]
        guard key.mapping != mapping else { return key.node }
        keys[Int(number)].mapping = mapping
        keys[Int(number)].node = node
        return nil
    }

    func texts(in text: ContiguousArray<UInt8>) -> [String] {
        keys.map { String(decoding: text[$0.start..<$0.start + $0.count], as: UTF8.self) }
    }

    /// The slot that contains the key, or the free slot for it.
    private func slot(
        of key: UnsafeRawBufferPointer,
        _ hash: Int,
        _ text: ContiguousArray<UInt8>,
    ) -> Int {
        func isMatch(_ number: UInt32) -> Bool {
            keys[Int(number)].hash == hash && isKey(number, key, in: text)
        }
        var slot = hash & (slots.count - 1)
        while slots[slot] != Self.noKey, !isMatch(slots[slot]) {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    /// Whether the key of a number has a text.
    func isKey(
        _ number: UInt32, _ key: UnsafeRawBufferPointer, in text: ContiguousArray<UInt8>,
    ) -> Bool {
        // Most keys differ in their length.
        guard keys[Int(number)].count == key.count else { return false }
        guard let wanted = key.baseAddress, !key.isEmpty else { return true }
        let start = keys[Int(number)].start
        return text.withUnsafeBytes { bytes in
            bytes.baseAddress.map { memcmp($0 + start, wanted, key.count) == 0 } ?? false
        }
    }

    private mutating func grow() {
        slots = ContiguousArray(repeating: Self.noKey, count: slots.count * 2)
        for (number, key) in keys.enumerated() {
            var slot = key.hash & (slots.count - 1)
            while slots[slot] != Self.noKey { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number)
        }
    }

    /// Swift's hash is seeded randomly, so that no document can cause collisions. Nothing depends on its order.
    private static func hash(_ bytes: UnsafeRawBufferPointer) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: bytes)
        return hasher.finalize()
    }

    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        hash(UnsafeRawBufferPointer(bytes))
    }
}
