/// The files that the generator wrote, with hashes of their contents: it never overwrites or deletes other files.
struct Manifest: Equatable {
    /// Hidden, so that the package manager does not treat it as a source file.
    static let path = ".manifest"
    /// The manifest of the files being written: after an interrupted run, the next one recognizes both old and new
    /// files.
    static let pendingPath = ".manifest.pending"

    private var hashes: [String: Set<String>] = [:]
    /// Lines with a path outside the output folder.
    private(set) var strayLines: [(number: Int, path: String)] = []

    init(_ files: [GeneratedFile]) {
        for file in files { hashes[file.path] = [Self.hash(file.bytes)] }
    }

    /// Parses lines of a hash, two spaces and a path. Other lines are skipped, so that their files do not count as
    /// generated. Lines may end in CRLF, as in some checkouts.
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

    /// Whether the generator wrote these contents at the path.
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

    /// FNV-1a, 64 bits: it detects edits, but not deliberate collisions.
    private static func hash(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        // Without optimization, an iterator would take several times as long.
        var index = 0
        while index < bytes.count {
            hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3
            index += 1
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
