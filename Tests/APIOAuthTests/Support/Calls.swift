import APIRuntime
import Foundation

/// The error of a call, or `nil` if it had none.
func failure<Value>(_ call: () async throws(APIError) -> Value) async -> APIError? {
    do throws(APIError) {
        _ = try await call()
        return nil
    } catch {
        return error
    }
}

/// The reason why a call has no token, or `nil` if there is another or no error.
func reason<Value>(_ call: () async throws(APIError) -> Value) async -> AuthorizationError.Reason? {
    guard case .unauthorized(let failure)? = await failure(call) else { return nil }
    return failure.reason
}

/// The outcomes of calls that are made at once.
func atOnce(
    _ count: Int, _ call: @escaping @Sendable () async throws(APIError) -> Void,
) async -> [APIError?] {
    await withTaskGroup { group in
        for _ in 0..<count { group.addTask { await failure(call) } }
        return await group.reduce(into: []) { $0.append($1) }
    }
}

/// Everything that a value shows of itself.
func everythingShown(_ value: Any) -> String {
    var dumped = ""
    dump(value, to: &dumped)
    let localized = (value as? any Error)?.localizedDescription ?? ""
    return [dumped, "\(value)", String(describing: value), String(reflecting: value), localized].joined(
        separator: "\n")
}
