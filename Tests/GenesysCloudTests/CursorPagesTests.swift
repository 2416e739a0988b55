import APIRuntime
import FlyingFox
import GenesysCloud
import Loopback
import Testing

/// Pages by the cursor in `nextUri`, over HTTP.
@Suite(.timeLimit(.minutes(1))) struct CursorPagesTests {
    private static let path = "/api/v2/journey/sessions/s/events"

    private static func page(_ id: String, next: String?) -> FlyingFox.HTTPResponse {
        let link = next.map { "\"\($0)\"" } ?? "null"
        let previous = "\(path)?before=start"
        return .json(#"{"entities": [{"id": "\#(id)"}], "nextUri": \#(link), "previousUri": "\#(previous)"}"#)
    }

    /// Answers each cursor with the link to the next one; a page's ID is the cursor that it lies behind.
    @Sendable private static func chain(
        _ links: [String: String],
    ) -> @Sendable (String) -> FlyingFox.HTTPResponse {
        { target in
            let cursor = DecodedTarget(target).values("after").first ?? ""
            return page(cursor, next: links[cursor])
        }
    }

    /// The IDs of all events, and the targets that were asked for.
    private func events(
        _ answer: @escaping @Sendable (String) -> FlyingFox.HTTPResponse, after: String? = nil,
    ) async throws -> (ids: [String?], targets: [String]) {
        var ids: [String?] = []
        let targets = try await withJourneyServer(answer) { journey, _ in
            let pages = journey.getJourneySessionEventsPages(sessionID: "s", after: after, limit: "1")
            for try await event in pages.items { ids.append(event.id) }
        }
        return (ids, targets)
    }

    // MARK: - Cursors

    @Test(arguments: [
        "\(path)?limit=1&after=a%2Bb%2F%3D%3D",
        "https://api.mypurecloud.com\(path)?after=a%2Bb%2F%3D%3D&limit=1",
        "?after=a%2Bb%2F%3D%3D#top", "\(path)?after=a+b/==",
    ])
    func cursorsGoOutAsTheyCameIn(link: String) async throws {
        let (ids, targets) = try await events(
            Self.chain(["": link, "a+b/==": "?after=YS9iK2M9PQ%3D%3D"]))
        #expect(ids == ["", "a+b/==", "YS9iK2M9PQ=="])
        #expect(
            targets == [
                "\(Self.path)?limit=1", "\(Self.path)?after=a%2Bb%2F%3D%3D&limit=1",
                "\(Self.path)?after=YS9iK2M9PQ%3D%3D&limit=1",
            ])
    }

    @Test func cursorsAreDecodedOnce() async throws {
        let (ids, targets) = try await events(Self.chain(["": "?after=100%2525"]))
        #expect(ids == ["", "100%25"])
        #expect(targets.last == "\(Self.path)?after=100%2525&limit=1")
    }

    @Test func pagesBeginWhereTheCallerSays() async throws {
        let (ids, targets) = try await events(Self.chain(["c1": "?after=c2"]), after: "c1")
        #expect(ids == ["c1", "c2"])
        #expect(targets.count == 2)
    }

    // MARK: - The end

    @Test(arguments: [nil, "", "\(path)?limit=1", "\(path)?limit=1&before=c", "\(path)?afterwards=c"])
    func withoutACursorThereAreNoMorePages(link: String?) async throws {
        let (ids, targets) = try await events { _ in Self.page("only", next: link) }
        #expect(ids == ["only"])
        #expect(targets.count == 1)
    }

    /// A page may be empty because of what the service filters, but not for ever.
    @Test func threeEmptyPagesAreTheEnd() async throws {
        let (ids, targets) = try await events { target in
            let cursor = DecodedTarget(target).values("after").first ?? ""
            let items = cursor == "..." ? #"{"id": "late"}"# : ""
            return .json(#"{"entities": [\#(items)], "nextUri": "?after=\#(cursor)."}"#)
        }
        #expect(ids == [])
        #expect(targets.count == 3)
        let (late, _) = try await events { target in
            let cursor = DecodedTarget(target).values("after").first ?? ""
            let items = cursor == ".." ? #"{"id": "late"}"# : ""
            return .json(#"{"entities": [\#(items)], "nextUri": "?after=\#(cursor)."}"#)
        }
        #expect(late == ["late"])
    }

    @Test(arguments: [
        ["": "?after=a", "a": "?after=a"], ["": "?after=a", "a": "?after=b", "b": "?after=a"],
    ])
    func cursorsThatComeAgainAreTheEnd(links: [String: String]) async throws {
        let (ids, targets) = try await events(Self.chain(links))
        #expect(ids.count == links.count)
        #expect(targets.count == links.count)
    }

    @Test func aServiceThatRepeatsItsPageIsLeft() async throws {
        let (ids, targets) = try await events { _ in Self.page("a", next: "?after=same") }
        #expect(ids == ["a"])
        #expect(targets.count == 2)
    }

    // MARK: - Errors and cancellation

    @Test func anErrorComesAfterTheItemsBefore() async throws {
        var ids: [String?] = []
        let answer: @Sendable (String) -> FlyingFox.HTTPResponse = { target in
            target.contains("after=")
                ? .json("{}", status: .tooManyRequests) : Self.page("first", next: "?after=c")
        }
        let targets = try await withJourneyServer(answer) { journey, _ in
            await #expect(throws: APIError.self) {
                for try await event in journey.getJourneySessionEventsPages(sessionID: "s").items {
                    ids.append(event.id)
                }
            }
        }
        #expect(ids == ["first"])
        #expect(targets.count == 2)
    }

    @Test func cancellationEndsTheRequests() async throws {
        let links = ["": "?after=a", "a": "?after=b", "b": "?after=c"]
        let targets = try await withJourneyServer(Self.chain(links)) { journey, _ in
            let task = Task {
                for try await event in journey.getJourneySessionEventsPages(sessionID: "s").items
                where event.id == "a" {
                    withUnsafeCurrentTask { $0?.cancel() }
                }
            }
            await #expect(throws: APIError.self) { try await task.value }
        }
        #expect(targets.count == 2)
    }

    @Test func eachOperationWithACursorHasPages() async throws {
        let answer: @Sendable (String) -> FlyingFox.HTTPResponse = { target in
            Self.page("x\(target.count)", next: target.contains("after=") ? nil : "?after=c")
        }
        let targets = try await withJourneyServer(answer) { journey, _ in
            for try await _ in journey.getJourneySessionSegmentsPages(sessionID: "s") {}
            for try await _ in journey.getJourneyExternalcontactSegmentsPages(externalContactID: "c") {}
            for try await _ in journey.getJourneyCustomerCustomerIdSegmentsPages(
                customerIDType: "t", customerID: "c")
            {}
        }
        #expect(targets.count == 6)
        #expect(targets.filter { $0.hasSuffix("/segments?after=c") }.count == 3)
    }
}
