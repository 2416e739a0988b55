import Foundation

/// What people see.
enum Console {
    /// Colour only where a person is likely to see it (https://no-color.org).
    static var showsColor: Bool {
        isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }

    static func error(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
