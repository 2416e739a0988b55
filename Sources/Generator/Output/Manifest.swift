/// Which files the generator wrote, and what they held: what lets it tell its own work from yours.
struct Manifest: Equatable {
    /// Hidden, so that the package manager does not take it for a source.
    static let path = ".manifest"
    /// What a run is about to write, beside what is there: if it is cut off, the next one knows both for its own.
    static let pendingPath = ".manifest.pending"

    private var hashes: [String: Set<String>] = [:]
    /// The lines that name no file below the folder.
    private(set) var strayLines: [(number: Int, path: String)] = []

    init(_ files: [GeneratedFile]) {
        for file in files { hashes[file.path] = [Self.hash(file.bytes)] }
    }

    /// Reads lines of a hash, two blanks and a path. Other lines are skipped: what they named counts as not ours.
    /// Lines may end in CRLF, as some checkouts make them.
    init(parsing bytes: [UInt8]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let text = String(decoding: line, as: UTF8.self).unicodeScalars
            let parts = text.split(separator: " ", maxSplits: 1)
            guard parts.count == 2 else { continue }
            var content = parts[1].drop { $0 == " " }
            while content.last == "\r" { content.removeLast() }
            let path = String(content)
            if OutputFolder.isBelow(path) {
                hashes[path, default: []].insert(String(parts[0]))
            } else {
                strayLines.append((index + 1, path))
            }
        }
    }

    var paths: [String] { hashes.keys.sorted() }

    /// Whether the generator wrote a file of just these bytes at the path.
    func wrote(_ bytes: [UInt8], at path: String) -> Bool {
        hashes[path]?.contains(Self.hash(bytes)) ?? false
    }

    func merging(_ other: Manifest) -> Manifest {
        var merged = self
        merged.hashes.merge(other.hashes) { $0.union($1) }
        merged.strayLines += other.strayLines
        return merged
    }

    func file(at path: String = Manifest.path) -> GeneratedFile {
        let lines = paths.flatMap { path in (hashes[path] ?? []).sorted().map { "\($0)  \(path)\n" } }
        return GeneratedFile(path: path, bytes: Array(lines.joined().utf8))
    }

    static func == (left: Self, right: Self) -> Bool { left.hashes == right.hashes }

    /// FNV-1a, 64 bits: it only has to notice edits, not to withstand an attack.
    private static func hash(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
