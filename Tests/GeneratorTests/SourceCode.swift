/// A source without its comments and literals; what is interpolated in a literal is code.
///
/// It goes by code points, as the compiler does: to `Character`, a quote with an accent is no quote. Any line
/// end that Unicode knows ends a comment here.
struct SourceCode {
    private(set) var code = ""
    private var rest: ArraySlice<Unicode.Scalar>

    init(_ source: String) {
        rest = Array(source.unicodeScalars)[...]
        while let scalar = rest.first {
            if isNext("/", "/") {
                rest = rest.drop { !Self.lineEnds.contains($0) }
            } else if isNext("/", "*") {
                while !rest.isEmpty, !isNext("*", "/") { rest = rest.dropFirst() }
                rest = rest.dropFirst(2)
            } else if Self.isPrefix(of: rest, Self.rawStart) {
                skipRawLiteral()
            } else if scalar == "\"" {
                skipLiteral()
            } else {
                code.unicodeScalars.append(scalar)
                rest = rest.dropFirst()
            }
        }
    }

    private static let lineEnds: Set<Unicode.Scalar> = [
        "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}",
    ]

    private func isNext(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        rest.first == first && rest.dropFirst().first == second
    }

    private static let rawStart = Array("#\"\"\"".unicodeScalars)
    private static let rawEnd = Array("\"\"\"#".unicodeScalars)
    private static let rawInterpolation = Array("\\#(".unicodeScalars)

    private static func isPrefix(of text: ArraySlice<Unicode.Scalar>, _ prefix: [Unicode.Scalar]) -> Bool {
        text.starts(with: prefix)
    }

    /// A raw literal of several lines, which ends at the first place that can end it.
    private mutating func skipRawLiteral() {
        rest = rest.dropFirst(Self.rawStart.count)
        while !rest.isEmpty, !Self.isPrefix(of: rest, Self.rawEnd) {
            if Self.isPrefix(of: rest, Self.rawInterpolation) { code += "#(" }
            rest = rest.dropFirst()
        }
        rest = rest.dropFirst(Self.rawEnd.count)
    }

    private mutating func skipLiteral() {
        rest = rest.dropFirst()
        while let scalar = rest.popFirst(), scalar != "\"", !Self.lineEnds.contains(scalar) {
            guard scalar == "\\" else { continue }
            if rest.first == "(" { code.unicodeScalars.append(contentsOf: rest.prefix { $0 != "\"" }) }
            rest = rest.dropFirst()
        }
    }
}
