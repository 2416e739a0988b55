import Foundation

/// A shared value, protected by a lock.
///
/// The lock is that of Foundation: on Linux, the thread sanitizer does not see what `Mutex` synchronizes.
package final class Locked<Value: Sendable>: Sendable {
    private let lock = NSLock()
    // Only accessed while the lock is held.
    private nonisolated(unsafe) var value: Value

    package init(_ value: Value) { self.value = value }

    package var current: Value { withLock { $0 } }

    package func change(_ body: (inout Value) -> Void) { withLock(body) }

    package func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        try lock.withLock { try body(&value) }
    }
}
