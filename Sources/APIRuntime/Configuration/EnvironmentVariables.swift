import Foundation

/// The environment variables from which a client takes its credentials and its base URL. Empty ones count as missing.
public struct EnvironmentVariables: Sendable {
    private let values: [String: String]

    /// Creates variables from their values, by name, as a test or a file with settings needs them.
    public init(_ values: [String: String]) { self.values = values }

    /// The variables of this process.
    public static var process: EnvironmentVariables {
        EnvironmentVariables(ProcessInfo.processInfo.environment)
    }

    subscript(name: String) -> String? {
        values[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension EnvironmentVariables: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "EnvironmentVariables(redacted)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Environment variables that a client needs, and that are not set.
public struct MissingVariables: Error, Hashable, CustomStringConvertible {
    /// The names of the variables, in the order of the parameters of the client's initializer.
    public let names: [String]

    /// What to set.
    public var description: String {
        let last = names.last ?? ""
        let list = names.count < 2 ? last : names.dropLast().joined(separator: ", ") + " and " + last
        return "set the environment variable\(names.count == 1 ? "" : "s") \(list)"
    }
}

/// Reads environment variables, and notes which ones are missing, so that a single error names all of them.
@_spi(Generated) public struct EnvironmentLookup {
    private let variables: EnvironmentVariables
    private var missing: [String] = []

    /// Creates a lookup that has found nothing missing so far.
    public init(in variables: EnvironmentVariables) { self.variables = variables }

    /// The value of a variable, or `nil` if it is missing.
    public func optional(_ name: String) -> String? { variables[name] }

    /// The value of a variable. If it is missing, that is noted, and the result is an empty string.
    public mutating func required(_ name: String) -> String {
        guard let value = variables[name] else {
            missing.append(name)
            return ""
        }
        return value
    }

    /// - Throws: ``MissingVariables`` if a required variable is missing.
    public func finish() throws(MissingVariables) {
        guard missing.isEmpty else { throw MissingVariables(names: missing) }
    }
}
