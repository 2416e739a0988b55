import Foundation
import Testing

/// What the generator reads in our documents, against the table.
@Suite struct DocumentTests {
    @Test func tableIsComplete() {
        #expect(ReferenceOperation.all.count == 36)
        #expect(ReferenceOperation.rows(of: "GenesysCloud").count == 77)
        #expect(ReferenceOperation.rows(of: "SnapTrade").count == 20)
    }

    @Test(arguments: ReferenceOperation.all)
    func readsWhatThePageSays(_ operation: ReferenceOperation) throws {
        let rows = try Document.rows(of: operation.service).filter { $0[.operation] == operation.name }
        #expect(Row.differences(of: rows, from: operation.rows) == [])
        #expect(rows.map(\.name) == operation.rows.map(\.name), "the order of the arguments")
    }

    @Test(arguments: ReferenceOperation.services)
    func readsNothingElse(service: String) throws {
        let operations = Set(try Document.rows(of: service).map { $0[.operation] })
        #expect(operations == Set(ReferenceOperation.rows(of: service).map { $0[.operation] }))
    }

    /// Documents with a mistake in them: a check that finds nothing here would find nothing anywhere.
    @Test(arguments: Mistake.all)
    func noticesMistakes(_ mistake: Mistake) throws {
        let text = Folder.text("Specs/\(mistake.file)")
        #expect(text.components(separatedBy: mistake.text).count == 2, "is there once")
        let service = String(mistake.file.prefix { $0 != "/" })
        let rows = try Document.rows(of: service, with: mistake)
        #expect(
            Row.differences(of: rows, from: ReferenceOperation.rows(of: service)) == mistake.differences)
    }
}
