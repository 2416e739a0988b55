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
            code: "outdated-output", "'\(folder)' is not what the documents give; run gen without --check",
            at: nil)
    }

    static func noService(in folder: String) -> Diagnostic {
        Diagnostic(
            code: "no-service",
            "there is no service in '\(folder)': no folder there holds an openapi.yaml or a gen.yaml", at: nil
        )
    }

    static func noOutput(_ config: String) -> Diagnostic {
        Diagnostic(
            code: "no-output",
            "'\(config)' does not say where the client goes; add 'package' or 'sources' with a folder",
            at: nil)
    }

    static func noDocument(in folder: String) -> Diagnostic {
        Diagnostic(
            code: "no-document",
            "there is no openapi.yaml in '\(folder)'; name the document by 'document' in its gen.yaml",
            at: nil)
    }

    static func existingConfig(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "existing-config", "there is a '\(path)' already; change it, or remove it and run again",
            at: nil)
    }

    static func noRuntime(in folder: String) -> Diagnostic {
        Diagnostic(
            code: "no-runtime",
            "'\(folder)' is not the folder of swift-api-gen, which 'runtime' names relative to the package; "
                + "with 'vendored', no folder is needed",
            at: nil)
    }

    static func sharedOutput(_ folder: String, _ other: String) -> Diagnostic {
        Diagnostic(
            code: "shared-output",
            folder == other
                ? "two clients go to '\(folder)'; give each a folder of its own"
                : "'\(folder)' and '\(other)' would replace each other's files; give each client a folder of its own",
            at: nil)
    }

    static func twoTemplates(_ folder: String, _ other: String) -> Diagnostic {
        Diagnostic(
            code: "two-templates",
            "a run has one folder of templates, and the configs name '\(folder)' and '\(other)'; run them one by one",
            at: nil)
    }

    static func needlessPackages(in config: String) -> Diagnostic {
        Diagnostic(
            code: "needless-field",
            "'packages' in '\(config)' has no effect, as the target that holds the client has a manifest of yours; remove it",
            at: nil)
    }

    static func needless(_ field: String, in config: String) -> Diagnostic {
        Diagnostic(
            code: "needless-field",
            "'\(field)' in '\(config)' has no effect, as the client has no copies of the runtime; remove it",
            at: nil)
    }
}
