import Foundation
import Testing

/// What the documentation of each generated method says, against the table.
@Suite struct DocCommentTests {
    private func comment(of operation: ReferenceOperation) throws -> DocComment {
        let group = operation.service == "SnapTrade" ? "Connections" : "Journey"
        let source = Folder.text("Generated/\(operation.service)/\(group)/\(group)API.swift")
        return try #require(DocComment(of: operation.name, in: source))
    }

    /// The texts by wire names, which differ from Swift's in the case of letters only.
    private func texts(_ comment: DocComment, _ rows: [Row]) -> [String: String] {
        rows.reduce(into: [:]) { texts, row in
            let name = row[.parameter]
            texts[name] = comment.parameters.first { $0.key.lowercased() == name.lowercased() }?.value
        }
    }

    @Test(arguments: ReferenceOperation.all)
    func documentsEachParameter(_ operation: ReferenceOperation) throws {
        let comment = try comment(of: operation)
        let texts = texts(comment, operation.rows)
        #expect(comment.parameters.count == operation.rows.count)
        for row in operation.rows {
            #expect(texts[row[.parameter], default: ""].count > 10, "\(row.name)")
        }
    }

    @Test(arguments: ReferenceOperation.all)
    func tellsDefaults(_ operation: ReferenceOperation) throws {
        let texts = texts(try comment(of: operation), operation.rows)
        for row in operation.rows {
            let text = texts[row[.parameter], default: ""]
            if row[.defaultValue].isEmpty {
                #expect(!text.contains("The service's default is"), "\(row.name)")
            } else {
                #expect(text.contains("The service's default is `\(row[.defaultValue])`."), "\(row.name)")
            }
        }
    }

    @Test(arguments: ReferenceOperation.all)
    func tellsLimits(_ operation: ReferenceOperation) throws {
        let texts = texts(try comment(of: operation), operation.rows)
        for row in operation.rows {
            let text = texts[row[.parameter], default: ""]
            #expect(text.contains("At most") == row.limits.contains { $0.isCount }, "\(row.name)")
            #expect(names(after: "Requires", in: text) == row.limits.required, "\(row.name)")
            #expect(names(after: "Excludes", in: text) == row.limits.excluded, "\(row.name)")
            for limit in row.limits {
                if case .maxItems(let count) = limit { #expect(text.contains("At most \(count) items.")) }
                if case .maximum(let bound) = limit { #expect(text.contains("at most \(bound).")) }
            }
        }
    }

    @Test(arguments: ReferenceOperation.all)
    func tellsPermissions(_ operation: ReferenceOperation) throws {
        let text = try comment(of: operation).fields["Requires"]
        let names = operation.permissions.map { "`\($0)`" }.joined(separator: ", ")
        switch operation.permissions.count {
        case 0 where operation.rows[0][.permissions].isEmpty: #expect(text == nil)
        case 0: #expect(text == "No permission.")
        case 1: #expect(text == "The permission \(names).")
        default: #expect(text == "One of the permissions \(names).")
        }
    }

    @Test(arguments: ReferenceOperation.all)
    func tellsWhatComesBack(_ operation: ReferenceOperation) throws {
        let text = try comment(of: operation).fields["Returns"]
        #expect((text == nil) == (operation.rows[0][.returnType] == "void"))
    }

    /// The names in backticks between a word and the end of its sentence.
    private func names(after word: String, in text: String) -> Set<String> {
        guard let start = text.range(of: "\(word) `")?.lowerBound else { return [] }
        let sentence = text[start...].prefix { $0 != "." }
        return Set(sentence.matches(of: /`([^`]+)`/).map { String($0.1) })
    }
}

extension [Row.Limit] {
    fileprivate var required: Set<String> {
        reduce(into: []) { if case .requires(let names) = $1 { $0.formUnion(names) } }
    }

    fileprivate var excluded: Set<String> {
        reduce(into: []) { if case .excludes(let names) = $1 { $0.formUnion(names) } }
    }
}

extension Row.Limit {
    fileprivate var isCount: Bool {
        if case .maxItems = self { true } else { false }
    }
}
