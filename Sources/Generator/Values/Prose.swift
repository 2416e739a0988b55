import APIGenYAML

/// A text of the document that is meant for readers. It keeps its node, so that coverage can record whether it is
/// included in the output.
struct Prose: Hashable, Sendable {
    let text: String
    let node: Node.ID

    /// Compares the texts only.
    static func == (left: Prose, right: Prose) -> Bool { left.text == right.text }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension Prose {
    /// Whether the text of a response only repeats that the request succeeded.
    var saysNothing: Bool {
        let words = text.lowercased().split { !$0.isLetter }
        return Self.emptyPhrases.contains(words.joined(separator: " "))
    }

    private static let emptyPhrases: Set<String> = [
        "", "accepted", "created", "default", "default response", "no content", "ok", "ok response", "okay",
        "operation successful", "request successful", "request was successful", "response", "success",
        "success ok",
        "success response", "successful", "successful operation", "successful request", "successful response",
        "the operation was successful", "the request has succeeded", "the request succeeded",
        "the request was successful",
    ]
}

extension String {
    /// The text before the first empty line, list, table or code block.
    var firstParagraph: String {
        let lines = split(separator: "\n", omittingEmptySubsequences: false)
        let rest = lines.dropFirst().firstIndex { line in
            let content = line.drop(while: \.isWhitespace)
            return content.isEmpty || "-*+|>#`".contains(content.prefix(1))
        }
        return lines[..<(rest ?? lines.count)].joined(separator: "\n")
    }
}
