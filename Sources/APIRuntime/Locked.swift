import Foundation

/// A value shared by several owners, behind a lock.
///
/// `Synchronization.Mutex` would ask for macOS 15. The class is safe to share because `value` is
/// touched only while the lock is held.
final class Locked<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    init(_ value: Value) { self.value = value }

    func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body(&value)
    }

    var current: Value { withLock { $0 } }
}
