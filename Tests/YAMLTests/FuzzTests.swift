import SourceText
import Testing
import YAML

/// Documents with random mistakes: whatever they hold, they are read or refused, and never crash.
@Suite struct FuzzTests {
    private static let samples = [
        (
            "input.yaml",
            """
            %YAML 1.2
            ---
            openapi: 3.1.0 # é
            paths: &paths
              /a/{id}: {get: {tags: [x, "y\\u00e4", 'z''']}}
              ? complex
              : - 1
                - - 0x1F
                  - !!str 2
            text: |-
              one
                two
            folded: >+1
              three
            more: *paths
            merged:
              <<: *paths
              200: "a
                b"
            """
        ),
        (
            "input.json",
            """
            {"openapi": "3.1.0", "é": ["\\ud83d\\ude00", -1.5e+3, true, null, {}],
             "a": {"b": [[1, 2], {"c": "\\n\\u0041"}]}}
            """
        ),
    ]

    /// The same numbers each time (SplitMix64), so that a failure can be had again.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    private static let inserts =
        Array("{}[]\"'&*!|>%@`:,#-?\\\t\n\r <0~\u{0}".utf8) + [0x80, 0xC3, 0xE2, 0xFF, 0xEF]

    private func mutate(_ bytes: [UInt8], using generator: inout Generator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &generator)
            let insert = Self.inserts.randomElement(using: &generator) ?? 0
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes[index] = insert
            case 1: bytes.insert(insert, at: index)
            case 2: bytes.remove(at: index)
            case 3: bytes.removeSubrange(index..<min(bytes.count, index + 8))
            default: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 12)], at: index)
            }
        }
        return bytes
    }

    @Test(arguments: 0..<4)
    func anyBytesAreReadOrRefused(_ seed: Int) {
        var generator = Generator(state: UInt64(seed))
        for (path, text) in Self.samples {
            for _ in 0..<500 {
                let reading = Reading(mutate(Array(text.utf8), using: &generator), path: path)
                #expect((reading.root == nil) == reading.diagnostics.hasErrors)
                _ = reading.root.map(dump)
            }
        }
    }

    @Test func everyBeginningIsReadOrRefused() {
        for (path, text) in Self.samples {
            for count in 0..<text.utf8.count {
                let reading = Reading(Array(text.utf8.prefix(count)), path: path)
                #expect((reading.root == nil) == reading.diagnostics.hasErrors)
            }
        }
    }
}
