import Foundation

/// A row of the table: what a reference page says about a parameter, or the same as it was read elsewhere.
struct Row: Hashable, Sendable {
    enum Column: String, CaseIterable {
        case operation, method, path, parameter
        case location = "in"
        case type
        case isRequired = "required"
        case defaultValue = "default"
        case values, limits, permissions, returnType
    }

    private let cells: [Column: String]

    init(_ cells: [Column: String]) {
        self.cells = cells
    }

    /// The text of a cell; empty where nothing is said.
    subscript(column: Column) -> String { cells[column, default: ""] }

    var name: String { "\(self[.operation]) \(self[.parameter])" }

    /// What the row says otherwise than the row of the table.
    func differences(from table: Row) -> [String] {
        Column.allCases.filter { self[$0] != table[$0] }
            .map { "\(name): \($0.rawValue) is '\(self[$0])', not '\(table[$0])'" }
    }

    /// What the rows lack, what they have beyond the table, and what they say otherwise.
    static func differences(of rows: [Row], from table: [Row]) -> [String] {
        let missing = table.filter { row in !rows.contains { $0.name == row.name } }
        return missing.map { "\($0.name): missing" }
            + rows.flatMap { row in
                table.first { $0.name == row.name }.map(row.differences) ?? ["\(row.name): not in the table"]
            }
    }
}

// MARK: - Limits

extension Row {
    /// The limits as a cell holds them, in an order of their own.
    static func limits(_ limits: [Limit]) -> String {
        limits.map(\.text).sorted().joined(separator: "; ")
    }

    var limits: [Limit] { Limit.all(in: self[.limits]) }

    enum Limit: Hashable, Sendable {
        case maxItems(Int)
        case maximum(Int)
        case requires(Set<String>)
        case excludes(Set<String>)
        /// A limit that no page knows.
        case other(String)

        var text: String {
            switch self {
            case .maxItems(let count): "maxItems=\(count)"
            case .maximum(let bound): "maximum=\(bound)"
            case .requires(let names): "requires=\(names.sorted().joined(separator: " "))"
            case .excludes(let names): "excludes=\(names.sorted().joined(separator: " "))"
            case .other(let text): text
            }
        }

        static func all(in cell: String) -> [Limit] {
            cell.isEmpty ? [] : cell.components(separatedBy: "; ").map(Limit.init)
        }

        private init(_ text: String) {
            let parts = text.components(separatedBy: "=")
            let names = Set(parts[parts.count - 1].components(separatedBy: " "))
            switch (parts[0], Int(parts[parts.count - 1])) {
            case ("maxItems", let count?): self = .maxItems(count)
            case ("maximum", let bound?): self = .maximum(bound)
            case ("requires", nil): self = .requires(names)
            case ("excludes", nil): self = .excludes(names)
            default: self = .other(text)
            }
        }
    }
}
