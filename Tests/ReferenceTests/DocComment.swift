/// The documentation of a generated method, with its wrapped lines put together.
struct DocComment {
    /// The texts after `- Parameters:`, by the names of the arguments.
    private(set) var parameters: [String: String] = [:]
    /// The texts of the other fields, such as `Requires` and `Returns`.
    private(set) var fields: [String: String] = [:]

    /// - Parameters:
    ///   - method: The base name of a method.
    ///   - source: The text of the file that declares it.
    init?(of method: String, in source: String) {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        guard let place = lines.firstIndex(where: { $0.hasPrefix("    public func \(method)(") }) else {
            return nil
        }
        let comment = lines[..<place].reversed().prefix { $0.hasPrefix("    ///") }.reversed()
        for item in Self.items(of: comment.map { $0.dropFirst("    ///".count) }) {
            let name = String(item.text.prefix { $0 != ":" })
            let text = String(item.text.dropFirst(name.count + 1).drop { $0 == " " })
            if item.isNested { parameters[name] = text } else { fields[name] = text }
        }
    }

    /// The items of lists, each in one line, without their dashes.
    private static func items(of lines: [Substring]) -> [(isNested: Bool, text: String)] {
        var items: [(isNested: Bool, text: String)] = []
        for line in lines {
            let text = line.drop { $0 == " " }
            if text.hasPrefix("- ") {
                items.append((line.hasPrefix("   - "), String(text.dropFirst(2))))
            } else if let last = items.popLast() {
                items.append((last.isNested, "\(last.text) \(text)"))
            }
        }
        return items
    }
}
