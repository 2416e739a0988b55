import Testing

/// What the pages of Markdown say about each operation, against the table.
@Suite struct PageTests {
    private func page(_ name: String, of operation: ReferenceOperation) -> String {
        Folder.text("Generated/\(operation.service)/Documentation/\(name)")
    }

    private func group(of operation: ReferenceOperation) -> String {
        operation.service == "SnapTrade" ? "ConnectionsAPI.md" : "JourneyAPI.md"
    }

    private func section(of operation: ReferenceOperation) throws -> PageSection {
        try #require(PageSection(of: operation.name, on: page(group(of: operation), of: operation)))
    }

    @Test(arguments: ReferenceOperation.all)
    func leadsToTheOperation(_ operation: ReferenceOperation) {
        let link = "| [**\(operation.name)**](\(group(of: operation))#\(operation.name)) "
        let start = link + "| `\(operation.method) \(operation.path)` | "
        for name in ["README.md", group(of: operation)] {
            let rows = page(name, of: operation).split(separator: "\n").filter { $0.hasPrefix(start) }
            #expect(rows.count == 1)
            #expect(rows.allSatisfy { $0.count > start.count + 10 })
        }
    }

    @Test(arguments: ReferenceOperation.all)
    func showsTheRequest(_ operation: ReferenceOperation) throws {
        let section = try section(of: operation)
        #expect(section.contains("`\(operation.method) \(operation.path)`"))
        #expect(section.item("Credentials") != nil)
        let names = operation.permissions.map { "`\($0)`" }.joined(separator: ", ")
        let needs = section.item("Requires")
        switch operation.permissions.count {
        case 0 where operation.rows[0][.permissions].isEmpty: #expect(needs == nil)
        case 0: #expect(needs == "No permission.")
        case 1: #expect(needs == "The permission \(names).")
        default: #expect(needs == "One of the permissions \(names).")
        }
    }

    @Test(arguments: ReferenceOperation.all)
    func showsAProgram(_ operation: ReferenceOperation) throws {
        let section = try section(of: operation)
        let member = operation.service == "SnapTrade" ? "connections" : "journey"
        for heading in ["Example", "With status and headers"] {
            let code = section.lines(below: heading).joined(separator: "\n")
            #expect(code.contains(".\(member).\(operation.name)("), "\(heading)")
        }
        let example = section.lines(below: "Example").joined(separator: "\n")
        for row in operation.rows where row[.isRequired] == "yes" {
            let label = row[.parameter].lowercased() + ": "
            #expect(example.lowercased().contains(label), "\(row.name)")
        }
    }

    @Test(arguments: ReferenceOperation.all)
    func describesEachParameter(_ operation: ReferenceOperation) throws {
        let section = try section(of: operation)
        let cells = section.rows(below: "Parameters")
        let rows = operation.rows.filter { $0[.location] != "body" }
        #expect(cells.count == rows.count)
        for row in rows {
            let place = "\(row[.location]) `\(row[.parameter])`"
            let own = try #require(cells.first { $0.last?.hasSuffix(place) ?? false }, "\(row.name)")
            #expect(own.count == 4)
            #expect(own[3].hasPrefix(row[.isRequired] == "yes" ? "required, " : "optional, "), "\(row.name)")
            #expect(own[2].count > 10, "\(row.name)")
            let value = row[.defaultValue]
            #expect(value.isEmpty == !own[2].contains("The service's default is"), "\(row.name)")
            #expect(value.isEmpty || own[2].contains("The service's default is `\(value)`."), "\(row.name)")
            for limit in row.limits {
                switch limit {
                case .maxItems(let count): #expect(own[2].contains("At most \(count) items."))
                case .maximum(let bound): #expect(own[2].contains("at most \(bound)."))
                case .requires: #expect(own[2].contains("Requires `"), "\(row.name)")
                case .excludes: #expect(own[2].contains("Excludes `"), "\(row.name)")
                case .other: break
                }
            }
        }
        #expect(section.rows(below: "Request body").isEmpty == (rows.count == operation.rows.count))
    }

    @Test(arguments: ReferenceOperation.all)
    func tellsWhatComesBack(_ operation: ReferenceOperation) throws {
        let section = try section(of: operation)
        let result = section.lines(below: "Return type").first ?? ""
        let type = operation.rows[0][.returnType]
        #expect(type == "void" ? result == "Nothing." : result.contains("(Models/"))
        #expect(section.rows(below: "Responses").contains { $0[0].hasPrefix("2") })
    }
}
