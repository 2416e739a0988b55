extension CoverageReport {
    /// The counts as a table, with a row for each kind of object and their sum.
    public var table: String {
        let header = ["", "nodes"] + Outcome.allCases.map(\.rawValue)
        let body = rows.map { row in
            [row.kind, "\(row.total)"] + Outcome.allCases.map { Self.cell(row.counts[$0] ?? 0) }
        }
        let sums = Outcome.allCases.map { Self.cell(count(of: $0)) }
        let total = rows.map(\.total).reduce(0, +)
        return Self.lines([header] + body + [["all", "\(total)"] + sums])
    }

    private static func cell(_ count: Int) -> String { count == 0 ? "-" : "\(count)" }

    private static func lines(_ cells: [[String]]) -> String {
        let widths = (cells.first ?? []).indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        let lines = cells.map { row in
            let padded = zip(row, widths).enumerated().map { column, cell in
                let space = String(repeating: " ", count: cell.1 - cell.0.count)
                return column == 0 ? cell.0 + space : space + cell.0
            }
            return padded.joined(separator: "  ")
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
