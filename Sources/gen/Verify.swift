import ArgumentParser

/// Generates a package with tests that hold the client against its document.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Generate a package with tests of each operation against the document.",
        discussion: """
            'swift test' in the package calls each operation with an example. The request is checked against the \
            document, which the tests read themselves, and what comes out of the answer is compared with it.
            """,
    )

    @OptionGroup var package: PackageOptions

    func run() throws { try package.write(hasTests: true) }
}
