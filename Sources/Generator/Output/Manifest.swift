/// Which files the generator wrote, and what they held: what lets it tell its own work from yours.
struct Manifest: Equatable {
    /// Hidden, so that the package manager does not take it for a source.
    static let path = ".manifest"

    private var hashes: [String: String] = [:]

    init(_ files: [GeneratedFile]) {
        for file in files { hashes[file.path] = Self.hash(file.bytes) }
    }

    /// Reads lines of a hash, two blanks and a path. Other lines are skipped: what they named counts as not ours.
    init(parsing bytes: [UInt8]) {
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let path = parts[1].drop { $0 == " " }
            // What is not below the folder is not ours, whatever the lines say.
            guard !path.split(separator: "/").contains("..") else { continue }
            hashes[String(path)] = String(parts[0])
        }
    }

    var paths: [String] { hashes.keys.sorted() }

    /// Whether the generator wrote a file of just these bytes at the path.
    func wrote(_ bytes: [UInt8], at path: String) -> Bool {
        hashes[path] == Self.hash(bytes)
    }

    var file: GeneratedFile {
        let lines = paths.map { "\(hashes[$0] ?? "")  \($0)\n" }
        return GeneratedFile(path: Self.path, bytes: Array(lines.joined().utf8))
    }

    /// FNV-1a, 64 bits: it only has to notice edits, not to withstand an attack.
    private static func hash(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
