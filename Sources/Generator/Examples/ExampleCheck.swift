import APIGenSourceText
import APIPatterns
import Foundation

/// Whether scalars are valid.
enum ExampleCheck {
    static func matches(
        _ constant: API.Constant, as scalar: API.Scalar, by demands: ExampleDemands,
    ) -> Bool {
        guard demands.values.isEmpty || demands.values.contains(constant) else { return false }
        switch (constant, scalar) {
        case (_, .json): return true
        case (.text(let text), _) where scalar.isText:
            return (scalar.facts.form?.accepts(text) ?? true) && !scalar.isFile && scalar.isUsual(text)
                && texts(text, by: demands)
        case (.number(let text), _) where scalar.isNumber: return numbers(text, as: scalar, by: demands)
        case (.boolean, .boolean): return true
        case (.text, _), (.number, _), (.boolean, _): return false
        }
    }

    static func counts(
        _ count: Int, from least: LimitKeyword, to most: LimitKeyword, by demands: ExampleDemands,
    ) -> Bool {
        count >= demands.count(least) ?? 0 && count <= demands.count(most) ?? .max
    }

    /// Whether a text satisfies all limits.
    static func texts(_ text: String, by demands: ExampleDemands) -> Bool {
        counts(text.unicodeScalars.count, from: .minLength, to: .maxLength, by: demands)
            && demands.limits.allSatisfy { limit in
                switch limit {
                case .keyword(.pattern, .pattern(let pattern)):
                    Pattern(pattern)?.matches(text) ?? true
                case .oneOf(let texts): texts.contains { $0.isExactly(text) }
                case .keyword, .required, .dependentRequired, .absent, .names, .elements: true
                }
            }
    }

    private static func numbers(
        _ text: String, as scalar: API.Scalar, by demands: ExampleDemands,
    ) -> Bool {
        guard let value = Decimal(string: text) else { return false }
        switch scalar {
        case .integer where Int(text) == nil, .unsignedInteger where UInt64(text) == nil: return false
        default: return numbers(value, by: demands)
        }
    }

    /// Whether a number satisfies all limits.
    static func numbers(_ value: Decimal, by demands: ExampleDemands) -> Bool {
        demands.limits.allSatisfy { limit in
            guard case .keyword(let keyword, .number(let number)) = limit,
                let bound = Decimal(string: number.plain)
            else { return true }
            return keyword.holds(for: value, bound: bound)
        }
    }
}

extension API.Scalar {
    /// Whether values are bytes with a name.
    fileprivate var isFile: Bool { self == .file }

    /// Whether a text has the usual one of several notations, which any parser reads.
    fileprivate func isUsual(_ text: String) -> Bool {
        self != .dateTime
            || text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/) != nil
    }
}
