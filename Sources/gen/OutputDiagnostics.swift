import APIGenerator
import APIGenSourceText

// What prevents the output from being written.

extension Diagnostic {
    static func conflict(_ conflict: OutputPlan.Conflict, in folder: String) -> Diagnostic {
        let fate = conflict.isStillGenerated ? "would be replaced" : "is no longer generated"
        return Diagnostic(
            code: "edited-output",
            "'\(folder)/\(conflict.path)' \(fate), but it is not as the generator wrote it; "
                + "move your changes elsewhere, or run with --overwrite",
            at: nil,
        )
    }

    static func obstacle(_ obstacle: OutputPlan.Obstacle, in folder: String) -> Diagnostic {
        Diagnostic(
            code: "blocked-output",
            "'\(folder)/\(obstacle.place)' \(obstacle.reason); remove it, and run again", at: nil)
    }

    static func unwritable(_ path: String, _ error: any Error) -> Diagnostic {
        Diagnostic(code: "unwritable-output", "'\(path)' cannot be written: \(error.systemReason)", at: nil)
    }

    static func outdated(_ folder: String) -> Diagnostic {
        Diagnostic(
            code: "outdated-output", "'\(folder)' is not what the specs give; run gen without --check",
            at: nil)
    }

    static func noService(in folder: String) -> Diagnostic {
        Diagnostic(
            code: "no-service",
            "there is no service in '\(folder)': no folder there holds an openapi.yaml", at: nil)
    }
}
