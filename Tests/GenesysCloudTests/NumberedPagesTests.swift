import APIRuntime
import FlyingFox
import GenesysCloud
import Loopback
import Testing

/// Pages by number, over HTTP.
@Suite(.timeLimit(.minutes(1))) struct NumberedPagesTests {
    private static let path = "/api/v2/journey/segments"

    /// Three pages of two segments each, the last of one, whatever else is asked for.
    @Sendable private static func threePages(_ target: String) -> FlyingFox.HTTPResponse {
        let number = DecodedTarget(target).values("pageNumber").first.flatMap { Int($0) } ?? 1
        let names = number < 3 ? ["\(number)a", "\(number)b"] : ["3a"]
        return .json(page(names, count: 3))
    }

    private static func page(_ names: [String], count: Int? = nil) -> String {
        let entities = names.map { #"{"displayName": "\#($0)"}"# }.joined(separator: ", ")
        return #"{"entities": [\#(entities)], "pageCount": \#(count.map(String.init) ?? "null")}"#
    }

    // MARK: - From the first to the last

    @Test func pagesFollowUpToTheCount() async throws {
        var pages: [[String?]] = []
        let targets = try await withJourneyServer(Self.threePages) { journey, _ in
            for try await page in journey.getJourneySegmentsPages(sortBy: "displayName", pageSize: 2) {
                pages.append((page.entities ?? []).map(\.displayName))
            }
        }
        #expect(pages == [["1a", "1b"], ["2a", "2b"], ["3a"]])
        let first = "\(Self.path)?sortBy=displayName&pageSize=2"
        #expect(targets == [first, "\(first)&pageNumber=2", "\(first)&pageNumber=3"])
    }

    @Test func itemsAreThoseOfAllPages() async throws {
        var names: [String?] = []
        let targets = try await withJourneyServer(Self.threePages) { journey, _ in
            for try await segment in journey.getJourneySegmentsPages().items {
                names.append(segment.displayName)
            }
        }
        #expect(names == ["1a", "1b", "2a", "2b", "3a"])
        #expect(targets.count == 3)
    }

    @Test func pagesBeginWhereTheCallerSays() async throws {
        var names: [String?] = []
        let targets = try await withJourneyServer(Self.threePages) { journey, _ in
            for try await segment in journey.getJourneySegmentsPages(pageNumber: 2).items {
                names.append(segment.displayName)
            }
        }
        #expect(names == ["2a", "2b", "3a"])
        #expect(targets == ["\(Self.path)?pageNumber=2", "\(Self.path)?pageNumber=3"])
    }

    @Test func eachIterationBeginsAnew() async throws {
        let targets = try await withJourneyServer(Self.threePages) { journey, _ in
            let pages = journey.getJourneySegmentsPages(pageNumber: 3)
            for _ in 0..<2 {
                var names: [String?] = []
                for try await segment in pages.items { names.append(segment.displayName) }
                #expect(names == ["3a"])
            }
        }
        #expect(targets.count == 2)
    }

    // MARK: - Not before it is asked for

    @Test func nothingIsFetchedBeforeItIsAskedFor() async throws {
        try await withJourneyServer(Self.threePages) { journey, server in
            let pages = journey.getJourneySegmentsPages()
            var items = pages.items.makeAsyncIterator()
            #expect(await server.all.isEmpty)
            for (name, count) in [("1a", 1), ("1b", 1), ("2a", 2), ("2b", 2), ("3a", 3)] {
                let item = try await items.next()
                #expect(item?.displayName == name)
                #expect(await server.all.count == count)
            }
            let end = try await items.next()
            #expect(end == nil)
            #expect(await server.all.count == 3)
        }
    }

    @Test func leavingTheLoopEndsTheRequests() async throws {
        let targets = try await withJourneyServer(Self.threePages) { journey, _ in
            for try await segment in journey.getJourneySegmentsPages().items where segment.displayName == "1b"
            {
                break
            }
        }
        #expect(targets.count == 1)
    }

    @Test func cancellationEndsTheRequests() async throws {
        let targets = try await withJourneyServer(Self.threePages) { journey, _ in
            let task = Task {
                for try await segment in journey.getJourneySegmentsPages().items
                where segment.displayName == "1b" {
                    withUnsafeCurrentTask { $0?.cancel() }
                }
            }
            let error = await #expect(throws: APIError.self) { try await task.value }
            guard case .cancelled? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
        #expect(targets.count == 1)
    }

    // MARK: - Odd services

    @Test func anEmptyPageIsTheEnd() async throws {
        var names: [String?] = []
        let targets = try await withJourneyServer({ target in
            .json(Self.page(target.contains("pageNumber=2") ? [] : ["a"], count: 9))
        }) { journey, _ in
            for try await segment in journey.getJourneySegmentsPages().items {
                names.append(segment.displayName)
            }
        }
        #expect(names == ["a"])
        #expect(targets.count == 2)
    }

    @Test func aServiceThatRepeatsItsPageIsLeft() async throws {
        var count = 0
        let targets = try await withJourneyServer({ _ in .json(Self.page(["a", "b"])) }) { journey, _ in
            for try await _ in journey.getJourneySegmentsPages() { count += 1 }
        }
        #expect(count == 1)
        #expect(targets.count == 2)
    }

    /// A service that tells no count and goes round, whatever number it is asked for.
    @Test(arguments: [1, 2]) func aServiceThatGoesRoundIsLeft(period: Int) async throws {
        var names: [String?] = []
        let targets = try await withJourneyServer({ target in
            let number = DecodedTarget(target).values("pageNumber").first.flatMap { Int($0) } ?? 1
            let entities = #"[{"displayName": "\#(number % period)"}]"#
            return .json(#"{"entities": \#(entities), "pageNumber": \#(number)}"#)
        }) { journey, _ in
            for try await segment in journey.getJourneySegmentsPages().items {
                names.append(segment.displayName)
            }
        }
        #expect(names.count == period)
        #expect(targets.count == period + 1)
    }

    @Test func anEmptyListIsOnePage() async throws {
        var totals: [Int?] = []
        let targets = try await withJourneyServer({ _ in
            .json(#"{"entities": [], "total": 0, "pageCount": 7}"#)
        }) { journey, _ in
            for try await page in journey.getJourneySegmentsPages() { totals.append(page.total) }
        }
        #expect(totals == [0])
        #expect(targets.count == 1)
    }

    @Test func anErrorComesAfterTheItemsBefore() async throws {
        var names: [String?] = []
        let targets = try await withJourneyServer({ target in
            target.contains("pageNumber=2")
                ? .json(#"{"code": "internal.server.error"}"#, status: .internalServerError)
                : Self.threePages(target)
        }) { journey, _ in
            let error = await #expect(throws: APIError.self) {
                for try await segment in journey.getJourneySegmentsPages().items {
                    names.append(segment.displayName)
                }
            }
            guard case .status(let failure)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(failure.body(as: ErrorBody.self)?.code == "internal.server.error")
        }
        #expect(names == ["1a", "1b"])
        #expect(targets.count == 2)
    }

    @Test(arguments: [1, 5, nil]) func listsOfIDsAreOnePage(count: Int?) async throws {
        var names: [String?] = []
        let targets = try await withJourneyServer({ _ in .json(Self.page(["a", "b"], count: count)) }) {
            journey, _ in
            for try await segment in journey.getJourneySegmentsPages(segmentIDs: ["a", "b"]).items {
                names.append(segment.displayName)
            }
        }
        #expect(names == ["a", "b"])
        #expect(targets == ["\(Self.path)?segmentIds=a&segmentIds=b"])
    }
}
