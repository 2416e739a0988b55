import Foundation

/// The terminal that errors are written to, if they are written to one.
enum Terminal {
    /// Whether it takes control sequences.
    static var isCapable: Bool { isatty(STDERR_FILENO) == 1 && variable("TERM") != "dumb" }

    /// An empty `NO_COLOR` says nothing (https://no-color.org).
    static var showsColor: Bool { isCapable && variable("NO_COLOR").isEmpty }

    private static func variable(_ name: String) -> String {
        ProcessInfo.processInfo.environment[name] ?? ""
    }

    static func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
