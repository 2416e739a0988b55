import APIGenTemplating

/// The tests of a group of operations.
struct ContractTestsView: View {
    let name: String
    let imports: [String]
    let tests: [ContractTestView]

    static let fields: ViewFields<ContractTestsView> = [
        .text("name", \.name),
        .texts("imports", \.imports),
        .list("tests", \.tests),
    ]
}

/// The test of an operation.
struct ContractTestView: View {
    let name: String
    let isDeprecated: Bool
    /// Empty if there is no example of something that is required.
    let lines: [String]

    static let fields: ViewFields<ContractTestView> = [
        .text("name", \.name),
        .flag("isDeprecated", \.isDeprecated),
        .flag("isEmpty", { $0.lines.isEmpty }),
        .texts("lines", \.lines),
    ]
}

/// What the tests have in common.
struct ContractServiceView: View {
    let imports: [String]

    static let fields: ViewFields<ContractServiceView> = [.texts("imports", \.imports)]
}
