import Foundation

/// Performs recursive work on a thread with a stack large enough for the nesting that the parsers and ``SchemaDepth``
/// allow. Default stacks are much smaller; only the used part of this one takes memory.
package func onDeepStack<Result>(_ work: () -> Result) -> Result {
    if Thread.current.threadDictionary[mark] != nil { return work() }
    return withoutActuallyEscaping(work) { work in
        let errand = Errand(work)
        let thread = Thread {
            Thread.current.threadDictionary[mark] = true
            errand.run()
        }
        thread.stackSize = 1 << 30
        thread.start()
        return errand.wait()
    }
}

private let mark = "deep stack"

/// Work that one thread performs while another waits for it, so that they never access it at the same time.
private final class Errand<Result>: @unchecked Sendable {
    private let done = DispatchSemaphore(value: 0)
    private var work: (() -> Result)?
    private var result: Result?

    init(_ work: @escaping () -> Result) { self.work = work }

    func run() {
        result = work?()
        // The closure must not outlive the call that it was passed to.
        work = nil
        done.signal()
    }

    func wait() -> Result {
        done.wait()
        guard let result else { preconditionFailure("The work is done.") }
        return result
    }
}
