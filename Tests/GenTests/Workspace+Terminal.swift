import Foundation

extension Workspace {
    /// Runs `gen` with a terminal as its standard error.
    func genOnTerminal(_ arguments: [String], _ environment: [String: String]) throws -> Run {
        let (reader, writer) = try Self.terminal()
        let process = Self.process(arguments, in: URL(fileURLWithPath: path("")))
        process.environment = environment
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, writer)
        let start = Date()
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let seconds = Date().timeIntervalSince(start)
        // So little is written that the terminal holds it until now. It ends lines in its own way.
        let errors = Self.waiting(in: reader).replacing("\r\n", with: "\n")
        return Run(status: process.terminationStatus, output: text, errors: errors, seconds: seconds)
    }

    /// The two sides of a new terminal, which are closed when they are gone.
    private static func terminal() throws -> (reader: FileHandle, writer: FileHandle) {
        var (reader, writer): (Int32, Int32) = (-1, -1)
        guard openpty(&reader, &writer, nil, nil, nil) == 0 else { throw POSIXError(.ENOTTY) }
        _ = fcntl(reader, F_SETFL, O_NONBLOCK)
        return (
            FileHandle(fileDescriptor: reader, closeOnDealloc: true),
            FileHandle(fileDescriptor: writer, closeOnDealloc: true)
        )
    }

    private static func waiting(in terminal: FileHandle) -> String {
        var bytes: [UInt8] = []
        var buffer = Array(repeating: UInt8(0), count: 4096)
        while case let count = Foundation.read(terminal.fileDescriptor, &buffer, buffer.count), count > 0 {
            bytes += buffer.prefix(count)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
