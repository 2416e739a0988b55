import APIRuntime
import Foundation
import Testing
import Wire

@Suite struct BodyTests {
    @Test(arguments: [("abcd", "maxLength"), ("a1", "pattern")])
    func checksTexts(_ text: String, _ rule: String) async throws {
        let error = await #expect(throws: APIError.self) {
            try await sent { try await $0.bodies.eraseThumbnail(body: text) }
        }
        guard case .invalidRequest(let failure)? = error else { return #expect(Bool(false), "\(text)") }
        #expect(failure.violations.map(\.rule.rawValue) == [rule])
    }

    @Test func writesChoicesAsTheirJSON() async throws {
        let choices = Choices(
            plain: .range(RangeModel(to: 2)), deep: .range(RangeModel(to: 3)),
            many: [.string("a b"), .range(RangeModel(from: 1))])
        let form = try await sent { try await $0.bodies.sendChoices(body: choices) }
        #expect(form.text == "plain=%7B%22to%22%3A2%7D&deep%5Bto%5D=3&many=a%20b&many=%7B%22from%22%3A1%7D")
        let texts = try await sent {
            try await $0.bodies.sendChoices(body: Choices(plain: .string("x"), deep: .string("y")))
        }
        #expect(texts.text == "plain=x&deep=y")
        let parts = try await sent { try await $0.bodies.uploadChoices(body: choices) }
        let bodies = parts.text.components(separatedBy: "--XXX").dropFirst().dropLast().map {
            $0.components(separatedBy: "\r\n").filter { !$0.isEmpty }
        }
        let json = "Content-Type: application/json"
        #expect(
            bodies == [
                ["Content-Disposition: form-data; name=\"plain\"", json, #"{"to":2}"#],
                ["Content-Disposition: form-data; name=\"deep\"", json, #"{"to":3}"#],
                ["Content-Disposition: form-data; name=\"many\"", "a b"],
                ["Content-Disposition: form-data; name=\"many\"", json, #"{"from":1}"#],
            ])
    }

    @Test func writesFieldsByTheirEncodings() async throws {
        let message = Message(
            to: "Zoë & co=+ ", tags: ["a|b", "c"], copies: ["x", "y"], count: 2, urgent: true,
            at: Date(timeIntervalSince1970: 0), link: "https://a.b/c?d=e&f", note: "say \"hi\"",
            filter: Filter(name: "n", tags: ["1", "2"], range: RangeModel(to: 2, from: 1)),
            range: RangeModel(to: 9),
            ranges: [RangeModel(from: 1), RangeModel(to: 2)], empty: "")
        let request = try await sent { try await $0.bodies.sendForm(body: message) }
        #expect(request.contentType == "application/x-www-form-urlencoded")
        #expect(
            request.text.split(separator: "&").map(String.init) == [
                "to=Zo%C3%AB%20%26%20co%3D%2B%20", "tags=a%7Cb%7Cc", "copies=x", "copies=y", "count=2",
                "urgent=true", "at=1970-01-01T00%3A00%3A00.000Z", "link=https://a.b/c?d=e%26f",
                "note=%22say%20%5C%22hi%5C%22%22", "filter%5Bname%5D=n", "filter%5Btags%5D%5B%5D=1",
                "filter%5Btags%5D%5B%5D=2", "filter%5Brange%5D%5Bto%5D=2", "filter%5Brange%5D%5Bfrom%5D=1",
                "range=%7B%22to%22%3A9%7D", "ranges=%7B%22from%22%3A1%7D", "ranges=%7B%22to%22%3A2%7D",
                "empty=",
            ])
    }

    @Test func holdsFieldsAgainstTheirLimits() async {
        let filter = Filter(name: String(repeating: "n", count: 11), range: RangeModel(from: -1))
        let message = Message(to: String(repeating: "t", count: 21), filter: filter)
        let found = await violations { try await $0.bodies.sendForm(body: message) }
        #expect(
            found == [
                "$.to must hold at most 20 characters", "$.filter.name must hold at most 10 characters",
                "$.filter.range.from must be at least 0",
            ])
    }

    @Test func writesOpenForms() async throws {
        let request = try await sent {
            try await $0.bodies.sendOpenForm(body: ["b": 1.5, "a": ["x", true], "c": ["d": nil]])
        }
        #expect(request.text == "a=x&a=true&b=1.5&c=%7B%22d%22%3Anull%7D")
        let empty = try await sent { try await $0.bodies.sendOpenForm() }
        #expect(empty.body == nil)
        #expect(empty.contentType == nil)
    }

    @Test func writesPartsInTheOrderOfTheDocument() async throws {
        let page = FilePart(Data("<p>\r\n".utf8), filename: "a \"b\"\r\n.html", contentType: "text/html")
        let body = UploadBody(
            attributes: Attributes(name: "ä", size: 1), file: page,
            previews: [FilePart(Data([0, 255]), filename: "1.png"), FilePart(Data(), filename: nil)],
            thumbnail: FilePart(Data("t".utf8), filename: "t.png"), caption: "hi", labels: ["x", "y"],
            checksum: Data([1]))
        let request = try await sent { try await $0.bodies.upload(body: body) }
        #expect(request.contentType == "multipart/form-data; boundary=XXX")
        var expected = Data()
        for part in [
            "attributes\"\r\nContent-Type: application/json; charset=utf-8\r\nX-Version: 2\r\n\r\n"
                + #"{"name":"ä","size":1}"#,
            "file\"; filename=\"a %22b%22%0D%0A.html\"\r\nContent-Type: text/html\r\n\r\n<p>\r\n",
            "previews\"; filename=\"1.png\"\r\nContent-Type: application/octet-stream\r\n\r\n\u{0}?",
            "previews\"\r\nContent-Type: application/octet-stream\r\n\r\n",
            "thumbnail\"; filename=\"t.png\"\r\nContent-Type: image/png\r\n\r\nt",
            "caption\"\r\n\r\nhi", "labels\"\r\n\r\nx", "labels\"\r\n\r\ny", "checksum\"\r\n\r\nAQ==",
        ] {
            var bytes = Data("--XXX\r\nContent-Disposition: form-data; name=\"\(part)\r\n".utf8)
            // A byte that is no UTF-8 cannot stand in a literal.
            if part.hasSuffix("\u{0}?") { bytes[bytes.count - 3] = 255 }
            expected += bytes
        }
        expected += Data("--XXX--\r\n".utf8)
        #expect(request.body == expected, "\(request.text)")
    }

    @Test func refusesNullsThatNoFormCanTell() async {
        let form = await violations { try await $0.bodies.sendForm(body: Message(to: "t", empty: .null)) }
        #expect(form == ["empty must not be null, which cannot be sent here; leave it out"])
        let open = await violations {
            try await $0.bodies.sendOpenForm(body: ["a": nil, "b": ["x", nil], "c": ["d": nil]])
        }
        #expect(
            open == ["a", "b[1]"].map { "\($0) must not be null, which cannot be sent here; leave it out" })
    }

    @Test func refusesHeadersThatBreakOut() async {
        let file = FilePart(Data(), filename: "f", contentType: "text/plain\r\nX-Evil: 1")
        let found = await violations {
            let body = UploadBody(attributes: Attributes(), file: file, caption: "too long")
            try await $0.bodies.upload(body: body)
        }
        #expect(
            found == [
                "$.caption must hold at most 5 characters",
                "file must not hold control characters, nor blanks at its ends",
            ])
        let type = await violations {
            try await $0.bodies.setPicture(body: Data(), contentType: "image/png\r\nX-Evil: 1")
        }
        #expect(type == ["Content-Type must not hold control characters, nor blanks at its ends"])
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
        let request = try await sent { try await $0.bodies.changeJob(name: "j", body: content) }
        #expect(request.text == text)
        #expect(request.contentType == "application/" + type)
    }

    @Test func sendsFilesThatAreAlternatives() async throws {
        let bytes = Data([0x89, 0x50, 0x4E, 0x47, 0xFF])
        let file = FilePart(bytes, filename: "a.png", contentType: "image/png")
        func parts(_ photos: Photos) async throws -> [Data] {
            let body = try #require(try await sent { try await $0.bodies.addPhotos(body: photos) }.body)
            var parts: [Data] = []
            var rest = body[...]
            while let start = rest.range(of: Data("\r\n\r\n".utf8)),
                let end = rest[start.upperBound...].range(of: Data("\r\n--XXX".utf8))
            {
                let head = rest[..<start.lowerBound]
                let type = head.range(of: Data("Content-Type".utf8))?.lowerBound ?? head.endIndex
                parts.append(Data(head[type...]) + rest[start.upperBound..<end.lowerBound])
                rest = rest[end.upperBound...]
            }
            return parts
        }
        let png = Data("Content-Type: image/png".utf8) + bytes
        #expect(try await parts(Photos(photo: .binary(file))) == [png])
        let several = Photos(
            photo: .binaryArray([file, file]), others: [.file(file), .attributes(Attributes())])
        let json = Data("Content-Type: application/json{}".utf8)
        #expect(try await parts(several) == [png, png, png, json])
    }

    @Test func makesANewBoundaryForEachBody() async throws {
        let transport = InMemoryTransport()
        let client = WireClient(configuration: ClientConfiguration(transport: transport))
        let body = SetAvatarBody(picture: FilePart(Data("p".utf8), filename: "p"))
        try await client.bodies.setAvatar(body: body)
        try await client.bodies.setAvatar(body: body)
        let types = transport.requests.compactMap(\.contentType)
        #expect(Set(types).count == 2)
        let boundary = try #require(types[0].split(separator: "=").last)
        #expect(transport.requests[0].text.hasPrefix("--\(boundary)\r\n"))
        #expect(transport.requests[0].text.hasSuffix("\r\n--\(boundary)--\r\n"))
    }

    @Test func sendsNoPartsForAnAbsentBody() async throws {
        let request = try await sent { try await $0.bodies.setAvatar() }
        #expect(request.body == nil)
        #expect(request.contentType == nil)
    }

    @Test func showsNoBytesOfFiles() {
        let file = FilePart(Data("secret".utf8), filename: "f", headers: [.authorization: "secret"])
        var dumped = "\(file)"
        dump(file, to: &dumped)
        #expect(!dumped.contains("secret"))
    }

    @Test(arguments: [("plain", "text/plain"), ("naïve", "text/plain; charset=utf-8")])
    func sendsText(text: String, contentType: String) async throws {
        let request = try await sent { try await $0.bodies.setNote(body: text) }
        #expect(request.text == text)
        #expect(request.contentType == contentType)
    }

    @Test(arguments: [("iso-8859-1", [0xE4]), ("UTF-16BE", [0x00, 0xE4]), ("utf-8", [0xC3, 0xA4])])
    func sendsTextInItsCharset(charset: String, bytes: [UInt8]) async throws {
        let request = try await sent {
            try await $0.bodies.addDocument(
                body: .text("ä", contentType: "text/plain; charset=\(charset)"))
        }
        #expect(request.body == Data(bytes))
    }

    @Test(arguments: [("ä", "us-ascii"), ("☃", "iso-8859-1"), ("a", "ebcdic")])
    func refusesTextThatItsCharsetCannotHold(text: String, charset: String) async {
        let found = await violations {
            try await $0.bodies.addDocument(
                body: .text(text, contentType: "text/plain; charset=\(charset)"))
        }
        #expect(found == ["body must be a text that its charset can hold"])
    }

    @Test func keepsTheBoundary() async {
        let found = await violations {
            let client = $0.with { $0.headers[.contentType] = "multipart/form-data" }
            try await client.bodies.setAvatar(
                body: SetAvatarBody(picture: FilePart(Data(), filename: "p")))
        }
        #expect(found == ["Content-Type must name the boundary of the parts; leave it out"])
    }

    @Test func sendsJSONForATextThatIsBoth() async throws {
        let request = try await sent { try await $0.bodies.addNote(body: "a\"b") }
        #expect(request.text == #""a\"b""#)
        #expect(request.contentType == "application/json")
    }

    @Test func sendsBytesOfEachType() async throws {
        let bytes = Data([0, 10, 255])
        let raw = try await sent { try await $0.bodies.setRaw(body: bytes) }
        #expect(raw.body == bytes)
        #expect(raw.contentType == "application/octet-stream")
        let png = try await sent { try await $0.bodies.setPicture(body: bytes) }
        #expect(png.contentType == "image/png")
        let jpeg = try await sent { try await $0.bodies.setPicture(body: bytes, contentType: "image/jpeg") }
        #expect(jpeg.contentType == "image/jpeg")
        let any = try await sent { try await $0.bodies.setAnything(declaredType: "x", body: bytes) }
        #expect(any.contentType == "application/octet-stream")
        #expect(any.query == "contentType=x")
    }

    @Test func sendsJSONUnderItsName() async throws {
        let any = try await sent { try await $0.bodies.setValue(body: Message(to: "t")) }
        #expect(any.text == #"{"to":"t"}"#)
        #expect(any.contentType == "application/json")
        let patch = try await sent { try await $0.bodies.mergeValue(body: ["a": nil]) }
        #expect(patch.text == #"{"a":null}"#)
        #expect(patch.contentType == "application/merge-patch+json")
        let pet = try await sent { _ = try? await $0.bodies.addPet(body: Pet(name: "p")) }
        #expect(pet.contentType == "application/json")
        #expect(pet.accept == "application/json")
    }

    @Test func sendsBodiesWithEachMethod() async throws {
        let gone = try await sent { try await $0.bodies.removeValues(body: ["a"]) }
        #expect(gone.text == #"["a"]"#)
        let search = try await sent { _ = try await $0.bodies.searchValues(body: ["q": 1]) }
        #expect(search.head.method == .get)
        #expect(search.text == #"{"q":1}"#)
        let head = try await sent { try await $0.bodies.checkValue() }
        #expect(head.head.method == .head)
        let found = await violations { try await $0.bodies.removeValues(body: []) }
        #expect(found == ["body must hold at least 1 item"])
    }

    @Test(arguments: [
        (AddDocumentContent.json(Pet(name: "p")), #"{"name":"p"}"#, "application/json"),
        (.vndFilesLinkJSON(Attributes(size: 1)), #"{"size":1}"#, "application/vnd.files.link+json"),
        (.form(Message(to: "t")), "to=t", "application/x-www-form-urlencoded"),
        (.text("# t"), "# t", "text/markdown"),
        (.text("t", contentType: "text/plain"), "t", "text/plain"),
        (.bytes(Data("%PDF".utf8)), "%PDF", "application/pdf"),
    ])
    func sendsWhatTheCallerChooses(content: AddDocumentContent, text: String, type: String) async throws {
        let request = try await sent { try await $0.bodies.addDocument(body: content) }
        #expect(request.text == text)
        #expect(request.contentType == type)
    }

    @Test func sendsNothingWithoutAChoice() async throws {
        let request = try await sent { try await $0.bodies.addDocument() }
        #expect(request.body == nil)
    }
}
