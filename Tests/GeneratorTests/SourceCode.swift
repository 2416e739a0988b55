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

    private mutating func skipLiteral() {
        rest = rest.dropFirst()
        while let scalar = rest.popFirst(), scalar != "\"", !Self.lineEnds.contains(scalar) {
            guard scalar == "\\" else { continue }
            if rest.first == "(" { code.unicodeScalars.append(contentsOf: rest.prefix { $0 != "\"" }) }
            rest = rest.dropFirst()
        }
    }
}
