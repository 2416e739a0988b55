import Foundation
import APIGenerator

enum CPUTime {
    /// Does work, and tells what its thread has worked: the machine may be busy with something else.
    static func of<Result>(_ work: () -> Result) -> (result: Result, time: Duration) {
        onDeepStack {
            let start = now
            return (work(), now - start)
        }
    }

    private static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
