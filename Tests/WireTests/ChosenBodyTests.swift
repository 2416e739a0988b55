import APIRuntime
import ChosenBodies
import Foundation
import Testing

@Suite(.timeLimit(.minutes(1))) struct ChosenBodyTests {
    private let wire = Wire { ChosenBodiesClient(server: $0, configuration: $1) }

    @Test(arguments: [
        (AddDocumentContent.json(Pet(name: "p")), #"{"name":"p"}"#, "application/json"),
        (.vndFilesLinkJSON(Attributes(size: 1)), #"{"size":1}"#, "application/vnd.files.link+json"),
        (.form(Message(to: "t")), "to=t", "application/x-www-form-urlencoded"),
        (.text("# t"), "# t", "text/markdown"),
        (.text("t", contentType: "text/plain"), "t", "text/plain"),
        (.bytes(Data("%PDF".utf8)), "%PDF", "application/pdf"),
    ])
    func sendsWhatTheCallerChooses(content: AddDocumentContent, text: String, type: String) async throws {
        let request = try await wire.sent { try await $0.bodies.addDocument(body: content) }
        #expect(request.text == text)
        #expect(request.contentType == type)
    }

    @Test(arguments: [
        (
            ChangeJobContent.jsonPatch([["op": "remove", "path": "/a"]]), #"[{"op":"remove","path":"/a"}]"#,
            "json-patch+json"
        ),
        (.mergePatch(Attributes(size: 1)), #"{"size":1}"#, "merge-patch+json"),
        (.strategicMergePatch(Attributes(size: 1)), #"{"size":1}"#, "strategic-merge-patch+json"),
        (.applyPatch("größe: 1"), "größe: 1", "apply-patch+yaml"),
    ])
    func sendsEachFormatOfAChange(content: ChangeJobContent, text: String, type: String) async throws {
        let request = try await wire.sent { try await $0.bodies.changeJob(name: "j", body: content) }
        #expect(request.text == text)
        #expect(request.contentType == "application/" + type)
    }

    @Test func sendsNothingWithoutAChoice() async throws {
        let request = try await wire.sent { try await $0.bodies.addDocument() }
        #expect(request.body == nil)
    }

    @Test(arguments: [("iso-8859-1", [0xE4]), ("UTF-16BE", [0x00, 0xE4]), ("utf-8", [0xC3, 0xA4])])
    func sendsTextInItsCharset(charset: String, bytes: [UInt8]) async throws {
        let request = try await wire.sent {
            try await $0.bodies.addDocument(
                body: .text("ä", contentType: "text/plain; charset=\(charset)"))
        }
        #expect(request.body == Data(bytes))
    }

    @Test(arguments: [("ä", "us-ascii"), ("☃", "iso-8859-1"), ("a", "ebcdic")])
    func refusesTextThatItsCharsetCannotHold(text: String, charset: String) async {
        let found = await wire.violations {
            try await $0.bodies.addDocument(
                body: .text(text, contentType: "text/plain; charset=\(charset)"))
        }
        #expect(found == ["body must be a text that its charset can hold"])
    }
}
