import ArgumentParser

/// Generates a package from a document.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Generate a package from an OpenAPI document.",
        discussion: """
            Mistakes in the document whose meaning is clear are warnings, unless --strict or --rule says otherwise.
            """,
    )

    @OptionGroup var package: PackageOptions

    func run() throws { try package.write() }
}
