import Foundation
import Testing

/// An operation as the vendor's reference page has it.
struct ReferenceOperation: Sendable, CustomTestStringConvertible {
    let service: String
    let rows: [Row]

    var name: String { rows[0][.operation] }
    var method: String { rows[0][.method] }
    var path: String { rows[0][.path] }
    var testDescription: String { name }

    /// The wire names of the parameters at a place.
    func parameters(in location: String) -> Set<String> {
        Set(rows.filter { $0[.location] == location }.map { $0[.parameter] })
    }

    /// The permissions of which one is needed.
    var permissions: [String] {
        Array(rows[0][.permissions].components(separatedBy: " ").dropFirst())
    }

    static let services = ["GenesysCloud", "SnapTrade"]

    /// The operations of the table, in its order.
    static let all: [ReferenceOperation] = {
        var operations: [ReferenceOperation] = []
        for (service, row) in table {
            if operations.last?.name == row[.operation] {
                let last = operations.removeLast()
                operations.append(ReferenceOperation(service: service, rows: last.rows + [row]))
            } else {
                operations.append(ReferenceOperation(service: service, rows: [row]))
            }
        }
        return operations
    }()

    static func rows(of service: String) -> [Row] {
        all.filter { $0.service == service }.flatMap(\.rows)
    }

    private static let table: [(service: String, row: Row)] = {
        let lines = Folder.text("Tests/ReferenceTests/operations.csv").split(separator: "\n")
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        guard let head = lines.first else { return [] }
        return lines.dropFirst().map { line in
            let cells = Dictionary(zip(head, line)) { first, _ in first }
            return (cells["service", default: ""], Row(named: cells))
        }
    }()
}

extension Row {
    fileprivate init(named texts: [String: String]) {
        var cells: [Column: String] = [:]
        for column in Column.allCases {
            cells[column] = texts[column.rawValue]
        }
        cells[.limits] = Row.limits(Limit.all(in: cells[.limits, default: ""]))
        self.init(cells)
    }
}

/// The files of this package.
enum Folder {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The text of a file; empty if there is none, which fails the test that needs it.
    static func text(_ path: String) -> String {
        (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)) ?? ""
    }

    /// The names of the files in a folder, sorted.
    static func names(in path: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(path).path)) ?? [])
            .sorted()
    }
}
