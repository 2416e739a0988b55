import ArgumentParser
import Foundation
import Generator
import SourceText

/// Output for users.
enum Console {
    /// Colors are used only if the output is a terminal (https://no-color.org).
    static var showsColor: Bool {
        isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }

    static func report(_ pipeline: Pipeline) {
        let renderer = DiagnosticRenderer(files: pipeline.files, usesColor: showsColor)
        error(renderer.render(pipeline.diagnostics))
    }

    static func report(_ conflicts: [OutputPlan.Conflict], in folder: String) {
        for conflict in conflicts {
            let fate = conflict.isStillGenerated ? "would be replaced" : "is no longer generated"
            error(
                """
                error: '\(folder)/\(conflict.path)' \(fate), but it is not as the generator wrote it; \
                move your changes elsewhere, or run with --overwrite

                """)
        }
    }

    static func report(_ obstacles: [OutputPlan.Obstacle], in folder: String) {
        for obstacle in obstacles {
            error("error: '\(folder)/\(obstacle.place)' \(obstacle.reason); remove it, and run again\n")
        }
    }

    /// Applies a plan and prints a summary.
    static func apply(_ plan: OutputPlan, named name: String, in folder: String) throws {
        do {
            try plan.apply()
        } catch {
            self.error("error: '\(folder)' cannot be written: \(reason(error))\n")
            throw ExitCode.notWritten
        }
        let counts = "\(plan.writtenPaths.count) written, \(plan.deletedPaths.count) deleted"
        print("\(name): \(plan.fileCount) files, \(plan.isUpToDate ? "up to date" : counts)")
    }

    /// The reason for a failure. The underlying POSIX error, such as `Not a directory`, is more specific than
    /// Foundation's.
    private static func reason(_ error: any Error) -> String {
        let outer = error as NSError
        let inner = (outer.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError } ?? outer
        guard inner.domain == NSPOSIXErrorDomain else { return inner.localizedDescription }
        return String(cString: strerror(Int32(inner.code)))
    }

    static func error(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
