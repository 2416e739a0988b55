import Blocking
import Testing

/// What only a terminal gets to see.
@Suite(.blocking) struct TerminalTests {
    private static let red = "\u{1B}[1;31m"

    @Test(arguments: [
        (environment: [:], isColored: true),
        (["TERM": "xterm"], true),
        (["TERM": "dumb"], false),
        (["NO_COLOR": "1"], false),
        (["NO_COLOR": ""], true),
    ])
    func colorsMessages(environment: [String: String], isColored: Bool) throws {
        let run = try Workspace().genOnTerminal(["generate", "none.yaml", "--output", "Out"], environment)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix(isColored ? "\(Self.red)error" : "error: "), "\(run.errors)")
        #expect(run.errors.contains("\u{1B}") == isColored)
    }

    /// The time is shown from the first second on, and the line is removed at the end.
    @Test(arguments: [
        (arguments: [], environment: [:], isShown: true),
        (["--quiet"], [:], false),
        (["--format", "json"], [:], false),
        ([], ["TERM": "dumb"], false),
    ])
    func showsThatItTakesTime(arguments: [String], environment: [String: String], isShown: Bool) throws {
        let workspace = try Workspace()
        // A document that never begins takes time, whatever the machine.
        try workspace.pipe(Self.document, at: "slow.yaml", after: 3)
        let run = try workspace.genOnTerminal(
            ["generate", "slow.yaml", "--output", "Out"] + arguments, environment)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("\r\u{1B}[2Kslow.yaml... 1 s") == isShown, "\(run.errors)")
        #expect(run.errors.hasSuffix("\r\u{1B}[2K") == isShown, "\(run.errors)")
    }

    private static let document = """
        openapi: 3.1.0
        info: {title: Shop, version: 1.0.0}
        paths:
          /orders:
            get: {operationId: listOrders, responses: {"204": {description: Done.}}}

        """
}
