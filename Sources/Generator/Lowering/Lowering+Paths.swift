import APIGenSourceText

/// Lowers path templates. Nonstandard notations in real documents have a clear meaning, and are reported.
struct PathLowering: LoweringPass {
    let lowering: Lowering

    /// Normalizes a path template: it begins with a slash, has a name in braces for each parameter, and is
    /// percent-encoded. A query is kept, a fragment is dropped.
    ///
    /// - Parameter declared: The names of the path parameters.
    func lowerTemplate(
        _ template: OpenAPI.Located<String>,
        declared: [String],
    ) -> OpenAPI.Located<String> {
        let isNew = builder.reportedPaths.insert(template.range).inserted
        func report(_ diagnostic: Diagnostic) {
            if isNew { builder.diagnostics.report(diagnostic) }
        }
        var text = ""
        var rest = template.value[...]
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "#" }) {
            text += literal(rest[..<open], declared: declared)
            guard rest[open] == "{" else {
                report(.pathWithFragment(template))
                rest = ""
                break
            }
            guard let close = rest[open...].firstIndex(of: "}") else {
                report(.unclosedBrace(template))
                rest = rest[open...]
                break
            }
            let expression = String(rest[open..<close].dropFirst())
            let name = Self.name(in: expression, declared)
            if name != expression {
                report(.pathExpression(in: template, expression: expression, name: name))
            }
            text += "{\(name)}"
            rest = rest[close...].dropFirst()
        }
        text += literal(rest, declared: declared)
        if text.contains("?") { report(.pathWithQuery(template)) }
        return OpenAPI.Located(value: text.hasPrefix("/") ? text : "/" + text, range: template.range)
    }

    /// The parameter in an expression: `rest` in `+rest`, `rest*`, `rest...` and `rest:[a-z]+`.
    private static func name(in expression: String, _ declared: [String]) -> String {
        guard !declared.exact.contains(expression.exact) else { return expression }
        let name = expression.drop { "+#./;?&*".contains($0) }.prefix { !"*:.".contains($0) }
        return declared.exact.contains(String(name).exact) ? String(name) : expression
    }

    /// Normalizes the text between parameters. Some frameworks write parameters as `:id`.
    private func literal(_ text: Substring, declared: [String]) -> String {
        let segments = text.split(separator: "/", omittingEmptySubsequences: false).map { segment in
            let name = String(segment.dropFirst())
            return segment.hasPrefix(":") && declared.exact.contains(name.exact)
                ? "{\(name)}" : Self.escaped(segment)
        }
        return segments.joined(separator: "/")
    }

    /// Escapes characters that are not allowed in a path or a query (RFC 3986, sections 3.3 and 3.4).
    private static func escaped(_ text: Substring) -> String {
        var result = ""
        for byte in text.utf8 {
            let scalar = Unicode.Scalar(byte)
            let isPlain = byte < 0x80 && (scalar.properties.isAlphabetic || allowed.contains(byte))
            let hex = String(byte, radix: 16, uppercase: true)
            result += isPlain ? String(Character(scalar)) : "%" + (byte < 16 ? "0" : "") + hex
        }
        return result
    }

    private static let allowed = Set("0123456789-._~!$&'()*+,;=:@%?".utf8)
}
