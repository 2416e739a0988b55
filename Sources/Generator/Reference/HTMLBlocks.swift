/// Paragraphs, lists, tables, quotes and code of Markdown as HTML.
struct HTMLBlocks {
    let text: HTMLText
    /// How many lists and quotes may be in one another.
    private static let depth = 8

    func html(_ lines: [String]) -> [String] { html(lines[...], depth: 0) }

    private func html(_ lines: ArraySlice<String>, depth: Int) -> [String] {
        var rest = lines.drop(while: \.isBlank)
        var result: [String] = []
        while let first = rest.first {
            if let fence = Fence(openedBy: first) {
                result += code(fence, &rest)
            } else if first.hasPrefix(">"), depth < Self.depth {
                result += quote(&rest, depth: depth)
            } else if let marker = ListMarker(first), depth < Self.depth {
                result += list(&rest, marker, depth: depth)
            } else if Self.startsTable(rest) {
                result += table(&rest)
            } else {
                result += paragraph(&rest)
            }
            rest = rest.drop(while: \.isBlank)
        }
        return result
    }

    private func code(_ fence: Fence, _ rest: inout ArraySlice<String>) -> [String] {
        let lines = rest.dropFirst().prefix { !fence.isClosed(by: $0) }
        rest = rest.dropFirst(lines.count + 2)
        return ["<pre>"] + lines.map(HTMLText.escaped) + ["</pre>"]
    }

    private func quote(_ rest: inout ArraySlice<String>, depth: Int) -> [String] {
        let lines = rest.prefix { $0.hasPrefix(">") }
        rest = rest.dropFirst(lines.count)
        let content = lines.map { String($0.dropFirst().trimmingPrefix(" ")) }
        return ["<blockquote>"] + html(content[...], depth: depth + 1) + ["</blockquote>"]
    }

    private func paragraph(_ rest: inout ArraySlice<String>) -> [String] {
        var lines = [rest.removeFirst()]
        while let next = rest.first, !next.isBlank, !Self.startsBlock(rest) {
            lines.append(next)
            rest.removeFirst()
        }
        // A hard break (CommonMark, section 6.7).
        for index in lines.indices.dropLast()
        where lines[index].hasSuffix("  ") || lines[index].hasSuffix("\\") {
            let content = lines[index].last == "\\" ? lines[index].dropLast() : lines[index][...]
            lines[index] = content.trimmingTrailingBlanks + "<br>"
        }
        return ["<p>\(text.inline(lines.joined(separator: "\n")[...]))</p>"]
    }

    private static func startsBlock(_ rest: ArraySlice<String>) -> Bool {
        guard let line = rest.first else { return false }
        return Fence(openedBy: line) != nil || line.hasPrefix(">") || ListMarker(line) != nil
            || startsTable(rest)
    }
}

// MARK: - Lists

extension ListMarker {
    /// The marker of a line with any indentation.
    fileprivate init?(_ line: String) {
        self.init(of: line, margin: line.prefix { $0 == " " }.count, isInParagraph: false)
    }

    /// Whether another item may be one of the same list.
    fileprivate func isSibling(of other: ListMarker) -> Bool {
        (number == nil) == (other.number == nil) && indentation < other.width
    }
}

extension HTMLBlocks {
    private func list(_ rest: inout ArraySlice<String>, _ marker: ListMarker, depth: Int) -> [String] {
        let tag = marker.number == nil ? "ul" : "ol"
        let start = marker.number.map { $0 == 1 ? "" : " start=\"\($0)\"" }
        var result = ["<\(tag)\(start ?? "")>"]
        while let line = rest.first, let item = ListMarker(line), item.isSibling(of: marker) {
            rest.removeFirst()
            let content = [String(line.dropFirst(item.width))] + Self.content(of: item, &rest)
            let blocks = html(content[...], depth: depth + 1)
            result +=
                blocks.count == 1
                ? ["<li>\(Self.withoutParagraph(blocks[0]))</li>"] : ["<li>"] + blocks + ["</li>"]
            if let next = rest.firstIndex(where: { !$0.isBlank }), ListMarker(rest[next]) != nil {
                rest = rest[next...]
            }
        }
        return result + ["</\(tag)>"]
    }

    /// The further lines of an item: those that are indented, and those that go on with its paragraph.
    private static func content(of item: ListMarker, _ rest: inout ArraySlice<String>) -> [String] {
        var lines: [String] = []
        while let line = rest.first {
            let indentation = line.prefix { $0 == " " }.count
            if line.isBlank {
                let others = rest.drop(while: \.isBlank)
                guard let next = others.first, next.prefix(while: { $0 == " " }).count > item.indentation
                else {
                    break
                }
                lines.append("")
                rest = others
                continue
            }
            if indentation <= item.indentation, startsBlock(rest) || lines.last?.isBlank ?? false { break }
            lines.append(String(line.dropFirst(min(indentation, item.width))))
            rest.removeFirst()
        }
        return lines
    }

    private static func withoutParagraph(_ html: String) -> String {
        html.hasPrefix("<p>") && html.hasSuffix("</p>") ? String(html.dropFirst(3).dropLast(4)) : html
    }
}

// MARK: - Tables

extension HTMLBlocks {
    /// Whether a header and a delimiter row follow (GitHub Flavored Markdown, section 4.10).
    private static func startsTable(_ rest: ArraySlice<String>) -> Bool {
        guard let header = rest.first, header.contains("|"), let row = rest.dropFirst().first else {
            return false
        }
        return row.contains("-") && row.contains("|") && row.allSatisfy { "|-: \\".contains($0) }
    }

    private func table(_ rest: inout ArraySlice<String>) -> [String] {
        let header = rest.removeFirst()
        rest.removeFirst()
        let rows = rest.prefix { $0.contains("|") }
        rest = rest.dropFirst(rows.count)
        return ["<table>", row(header, as: "th")] + rows.map { row($0, as: "td") } + ["</table>"]
    }

    private func row(_ line: String, as tag: String) -> String {
        var cells: [String] = [""]
        var isEscaped = false
        for character in line.trimmingTrailingBlanks.trimmingPrefix(/\s*\|/) {
            if character == "|", !isEscaped {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        if cells.last?.isBlank ?? false { cells.removeLast() }
        let html = cells.map { cell in
            "<\(tag)>\(text.cell(cell.drop { $0 == " " }.trimmingTrailingBlanks))</\(tag)>"
        }
        return "<tr>\(html.joined())</tr>"
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
