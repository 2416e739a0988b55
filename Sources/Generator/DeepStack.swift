import Foundation

/// Does work that recurses as deep as documents nest, on a thread whose stack takes all that ``SchemaDepth`` and the
/// parsers let pass. Other stacks are smaller by far, and only what is used of this one takes memory.
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

/// Work that one thread does while the other waits for it: never do both look at it at once.
private final class Errand<Result>: @unchecked Sendable {
    private let done = DispatchSemaphore(value: 0)
    private var work: (() -> Result)?
    private var result: Result?

    init(_ work: @escaping () -> Result) { self.work = work }

    func run() {
        result = work?()
        // The work must not outlive the call that it was handed to.
        work = nil
        done.signal()
    }

    func wait() -> Result {
        done.wait()
        guard let result else { preconditionFailure("The work is done.") }
        return result
    }
}
