import Foundation

/// A folder with specs and output of its own, and the tool to run in it.
final class Workspace: Sendable {
    struct Run {
        let status: Int32
        let output: String
        let errors: String
        let seconds: Double
    }

    private let root = FileManager.default.temporaryDirectory.appendingPathComponent(
        "gen-\(UUID().uuidString)")
    static let packageRoot = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Arguments for a package without copies of the runtime, where a test looks at its files.
    static let alone = [
        "--runtime", "https://github.com/example/swift-api-gen", "--runtime-version", "1.0.0",
    ]

    init(spec: String? = nil) throws {
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        if let spec { try write(spec, to: "Specs/Shop/openapi.yaml") }
    }

    /// - Parameter folder: A folder whose files are copied.
    init(copying folder: URL) throws {
        try FileManager.default.copyItem(at: folder, to: root)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func write(_ text: String, to path: String) throws {
        try write(Data(text.utf8), to: path)
    }

    func write(_ data: Data, to path: String) throws {
        let url = root.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
    }

    func read(_ path: String) -> String? {
        try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    func delete(_ path: String) throws {
        try FileManager.default.removeItem(at: root.appendingPathComponent(path))
    }

    func move(_ path: String, to other: String) throws {
        try FileManager.default.moveItem(
            at: root.appendingPathComponent(path), to: root.appendingPathComponent(other))
    }

    /// A symbolic link.
    func link(_ path: String, to target: String) throws {
        let url = root.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: url, withDestinationURL: root.appendingPathComponent(target))
    }

    /// A named pipe that hands a text to who opens it, after some seconds.
    func pipe(_ text: String, at path: String, after seconds: Double = 0) throws {
        let path = root.appendingPathComponent(path).path
        guard mkfifo(path, 0o600) == 0 else { throw POSIXError(.EIO) }
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: seconds)
            FileHandle(forWritingAtPath: path)?.write(Data(text.utf8))
        }
    }

    /// Everything in a folder, hidden files among it, sorted.
    func all(_ path: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(
            atPath: root.appendingPathComponent(path).path)
        return (names ?? []).sorted()
    }

    /// The files below a folder, sorted.
    func files(_ path: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: root.appendingPathComponent(path).path)?.allObjects
        return (all as? [String] ?? []).filter { $0.hasSuffix(".swift") }.sorted()
    }

    /// When each file below a folder was last written.
    func dates(_ path: String) -> [String: Date] {
        files(path).reduce(into: [:]) { dates, file in
            let url = root.appendingPathComponent(path).appendingPathComponent(file)
            let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
            dates[file] = attributes?[.modificationDate] as? Date
        }
    }

    /// The absolute path of what is at a path of the folder.
    func path(_ path: String) -> String { root.path + (path.hasPrefix("/") ? path : "/" + path) }

    func copyTool(to path: String) throws {
        try write(try Data(contentsOf: Self.tool), to: path)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: self.path(path))
    }

    /// Runs `gen`.
    func gen(_ arguments: String...) throws -> Run { try gen(arguments) }

    /// - Parameter folder: Where it is started.
    func gen(_ arguments: [String], in folder: String = ".") throws -> Run {
        try run(Self.process(arguments, in: root.appendingPathComponent(folder)))
    }

    /// Runs a copy of the tool.
    func run(
        _ tool: String,
        _ arguments: [String],
        in folder: String,
        environment: [String: String],
    ) throws -> Run {
        let process = Self.process(arguments, in: root.appendingPathComponent(folder))
        process.executableURL = root.appendingPathComponent(tool)
        process.environment = environment
        return try run(process)
    }

    private func run(_ process: Process) throws -> Run {
        try process.currentDirectoryURL.map {
            try FileManager.default.createDirectory(at: $0, withIntermediateDirectories: true)
        }
        // A file, since a process stops where it has filled a pipe that nobody reads.
        let errors = root.appendingPathComponent("errors.txt")
        try Data().write(to: errors)
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, try FileHandle(forWritingTo: errors))
        let start = Date()
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let errorText = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
        let seconds = Date().timeIntervalSince(start)
        return Run(status: process.terminationStatus, output: text, errors: errorText, seconds: seconds)
    }

    /// Starts `gen`, and kills it after some seconds.
    func killed(after seconds: Double) throws {
        let process = Self.process([], in: root)
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        Thread.sleep(forTimeInterval: seconds)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    static func process(_ arguments: [String], in folder: URL) -> Process {
        let process = Process()
        process.executableURL = tool
        process.currentDirectoryURL = folder
        process.arguments = arguments
        return process
    }

    /// Beside the bundle of the tests.
    private static var tool: URL {
        let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
        let folder = bundle?.deletingLastPathComponent() ?? Bundle.main.bundleURL
        return folder.appendingPathComponent("gen")
    }
}
