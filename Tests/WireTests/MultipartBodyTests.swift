import APIRuntime
import Foundation
import MultipartBodies
import Loopback
import Testing

@Suite(.timeLimit(.minutes(1))) struct MultipartBodyTests {
    private let wire = Wire { MultipartBodiesClient(server: $0, configuration: $1) }

    @Test func writesPartsInTheOrderOfTheDocument() async throws {
        let page = FilePart(Data("<p>\r\n".utf8), filename: "a \"b\"\r\n.html", contentType: "text/html")
        let body = UploadBody(
            attributes: Attributes(name: "ä", size: 1), file: page,
            previews: [FilePart(Data([0, 255]), filename: "1.png"), FilePart(Data(), filename: nil)],
            thumbnail: FilePart(Data("t".utf8), filename: "t.png"), caption: "hi", labels: ["x", "y"],
            checksum: Data([1]))
        let request = try await wire.sent { try await $0.bodies.upload(body: body) }
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

    @Test func refusesHeadersThatBreakOut() async {
        let file = FilePart(Data(), filename: "f", contentType: "text/plain\r\nX-Evil: 1")
        let found = await wire.violations {
            let body = UploadBody(attributes: Attributes(), file: file, caption: "too long")
            try await $0.bodies.upload(body: body)
        }
        #expect(
            found == [
                "$.caption must hold at most 5 characters",
                "file must not hold control characters, nor blanks at its ends",
            ])
    }

    @Test func sendsFilesThatAreAlternatives() async throws {
        let bytes = Data([0x89, 0x50, 0x4E, 0x47, 0xFF])
        let file = FilePart(bytes, filename: "a.png", contentType: "image/png")
        func parts(_ photos: Photos) async throws -> [Data] {
            let body = try #require(try await wire.sent { try await $0.bodies.addPhotos(body: photos) }.body)
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
        let client = MultipartBodiesClient(
            server: "https://files.example", configuration: ClientConfiguration(transport: transport))
        let body = SetAvatarBody(picture: FilePart(Data("p".utf8), filename: "p"))
        try await client.bodies.setAvatar(body: body)
        try await client.bodies.setAvatar(body: body)
        let types = transport.requests.compactMap(\.contentType)
        #expect(Set(types).count == 2)
        let boundary = try #require(types[0].split(separator: "=").last)
        #expect(transport.requests[0].text.hasPrefix("--\(boundary)\r\n"))
        #expect(transport.requests[0].text.hasSuffix("\r\n--\(boundary)--\r\n"))
    }

    @Test func keepsTheBoundary() async {
        let found = await wire.violations {
            let client = $0.with { $0.headers[.contentType] = "multipart/form-data" }
            try await client.bodies.setAvatar(
                body: SetAvatarBody(picture: FilePart(Data(), filename: "p")))
        }
        #expect(found == ["Content-Type must name the boundary of the parts; leave it out"])
    }

    @Test func sendsNoPartsForAnAbsentBody() async throws {
        let request = try await wire.sent { try await $0.bodies.setAvatar() }
        #expect(request.body == nil)
        #expect(request.contentType == nil)
    }

    @Test func showsNoBytesOfFiles() {
        let file = FilePart(Data("secret".utf8), filename: "f", headers: [.authorization: "secret"])
        var dumped = "\(file)"
        dump(file, to: &dumped)
        #expect(!dumped.contains("secret"))
    }

    @Test func sendsPartsOverHTTP() async throws {
        let bytes = Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 * 7) })
        let file = FilePart(bytes, filename: "ä.bin")
        let all = try await wire.echo { client in
            let body = UploadBody(attributes: Attributes(name: "n"), file: file, labels: ["x", "y"])
            try await client.bodies.upload(body: body)
        }
        let boundary = try #require(all[0].headers["content-type"]?.split(separator: "boundary=").last)
        let end = Data("\r\n--\(boundary)".utf8)
        let start = try #require(all[0].body.range(of: Data("octet-stream\r\n\r\n".utf8))?.upperBound)
        let length = try #require(all[0].body[start...].range(of: end)?.lowerBound) - start
        #expect(all[0].body[start..<(start + length)] == bytes)
        #expect(all[0].body.range(of: Data("filename=\"ä.bin\"".utf8)) != nil)
        #expect(all[0].body.suffix(end.count + 4) == end + Data("--\r\n".utf8))
    }
}
