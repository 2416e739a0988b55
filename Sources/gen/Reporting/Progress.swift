import Dispatch
import APIGenSourceText

/// A line on the terminal that tells what takes more than a second, and for how long.
struct Progress {
    private let queue = DispatchQueue(label: "progress")
    private let start = ContinuousClock.now
    private let timer: any DispatchSourceTimer

    private init(_ subject: String) {
        timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now() + 1, repeating: 1)
        timer.setEventHandler { [start] in
            let seconds = (ContinuousClock.now - start).components.seconds
            Terminal.write("\r\u{1B}[2K\(subject)... \(seconds) s")
        }
        timer.activate()
    }

    static func show<Result>(_ subject: String, while work: () throws -> Result) rethrows -> Result {
        let progress = Progress(DiagnosticRenderer.escaped(subject))
        defer { progress.end() }
        return try work()
    }

    /// Removes the line.
    private func end() {
        // The queue is serial, so that no line is written afterwards.
        queue.sync {
            timer.cancel()
            if ContinuousClock.now - start >= .seconds(1) { Terminal.write("\r\u{1B}[2K") }
        }
    }
}
