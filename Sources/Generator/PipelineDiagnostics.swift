import APIGenSourceText

extension Diagnostic {
    static func unusableName(_ name: String) -> Diagnostic {
        let isOfRuntime = SwiftNames.runtimeModules.contains(name)
        let reason =
            isOfRuntime
            ? "is the name of a module that the package of the runtime or one of its dependencies has"
            : "contains no ASCII letter or digit to derive a module name from"
        return Diagnostic(code: "unusable-name", "'\(name)' \(reason); choose another name", at: nil)
    }

    /// An error of the generator, which no document should cause.
    static func incomplete(_ fault: String) -> Diagnostic {
        Diagnostic(
            code: "internal-error",
            "the generator made a mistake, and nothing was written: \(fault); please report it",
            at: nil)
    }
}
