import APIRuntime
import Foundation
import Geography
import OwnTypes
import Testing

/// Values of types that the user brings, which conform to nothing but `Codable`, `Hashable` and `Sendable`.
@Suite struct OwnTypeTests {
    private let exchange = Exchange(
        make: { OwnTypesClient(server: $0, configuration: $1) },
        find: { try await $0.samples.findSample() }, store: { try await $0.samples.storeSample(body: $1) })

    private let json = """
        {"at":{"latitude":1.5,"longitude":2},"blob":{"a":1},"byRegion":{"de":"3 EUR"},"discount":"1 EUR",\
        "id":"01ARZ3NDEKTSV4RRFFQ69G5FAV","made":"2026-01-01T00:00:00Z","oldPrice":null,"other":{"y":1},\
        "place":"4 EUR","points":[{"latitude":1.5,"longitude":2.5},null],"price":"12.50 EUR",\
        "prices":["1 EUR","2 USD"],"shape":{"kind":"circle","radius":1.5},"sum":"1.0","tax":0.07,\
        "trail":{"name":"North"},"version":"v1","x":"01BX5ZZKBKACTAV9WEVGEMMVRZ"}
        """

    @Test func receivesAndSendsThem() async throws {
        let sample = try await exchange.receive(json)
        #expect(sample.price == MyMoney("12.50", "EUR"))
        #expect(sample.oldPrice == nil)
        #expect(sample.discount == MyMoney("1", "EUR"))
        #expect(sample.at == Coordinate(latitude: 1.5, longitude: 2))
        #expect(sample.prices == [MyMoney("1", "EUR"), MyMoney("2", "USD")])
        #expect(sample.byRegion == ["de": MyMoney("3", "EUR")])
        #expect(sample.points == [Coordinate(latitude: 1.5, longitude: 2.5), nil])
        #expect(sample.trail == .name("North"))
        #expect(sample.shape == .circle(Circle(radius: 1.5)))
        #expect(sample.place == .money(MyMoney("4", "EUR")))
        #expect(sample.id == ULID(rawValue: "01ARZ3NDEKTSV4RRFFQ69G5FAV"))
        #expect(sample.tax == Decimal(string: "0.07"))
        #expect(sample.made == .value(Date(timeIntervalSince1970: 1_767_225_600)))
        #expect(sample.sum == "1.0")
        #expect(sample.additionalProperties == ["x": ULID(rawValue: "01BX5ZZKBKACTAV9WEVGEMMVRZ")])
        #expect(try await exchange.send(sample) == json)
    }

    @Test func sendsNewOnes() async throws {
        let point = Coordinate(latitude: 1.5, longitude: 2.5)
        let sample = Sample(
            price: MyMoney("1", "EUR"), at: point, trail: .points([point]), place: .geoPoint(point))
        let sent = try await exchange.send(sample)
        let text = #"{"latitude":1.5,"longitude":2.5}"#
        #expect(
            sent == """
                {"at":\(text),"oldPrice":null,"place":\(text),"price":"1 EUR","trail":{"points":[\(text)]},\
                "version":"v1"}
                """)
    }

    /// The schemas that they stand in for are checked where they set limits.
    @Test func checksLimits() async {
        let sample = Sample(
            price: MyMoney("1", "euros"), at: Coordinate(latitude: 91, longitude: 0), prices: [],
            byRegion: ["de": MyMoney("1000000000000", "EUR")])
        let found = await exchange.violations(of: sample)
        #expect(
            found == [
                "$.price pattern", "$.at.latitude maximum", "$.prices minItems", "$.byRegion.de maxLength",
            ])
    }

    /// An optional one that does not fit is left out, as all others are; a required one is an error with its place.
    @Test func tellsWhatDoesNotFit() async throws {
        let at = #""at":{"latitude":1,"longitude":2}"#
        let sample = try await exchange.receive(#"{"price":"1 EUR","oldPrice":"?","version":"v1",\#(at)}"#)
        #expect(sample.oldPrice == nil)
        await #expect {
            try await exchange.receive(#"{"price":"?","oldPrice":null,"version":"v1",\#(at)}"#)
        } throws: { error in
            guard case APIError.undecodable(let answer) = error else { return false }
            return answer.path == "$.price"
        }
    }

    @Test func sendsThemAsParameters() async throws {
        let transport = InMemoryTransport { _ in .json(#"[{"latitude":1,"longitude":2}]"#) }
        let point = Coordinate(latitude: 1.5, longitude: -2)
        let places = try await exchange.client(transport).places.findPlaces(
            price: MyMoney("1", "EUR"), id: ULID(rawValue: "01ARZ3NDEKTSV4RRFFQ69G5FAV"),
            ids: [ULID(rawValue: "a"), ULID(rawValue: "b")], near: point, around: point,
            xPrice: MyMoney("2", "EUR"), tax: Decimal(string: "0.1"),
            filter: Filter(most: MyMoney("3", "EUR")))
        #expect(places == [Coordinate(latitude: 1, longitude: 2)])
        let request = try #require(transport.requests.first)
        #expect(request.path == "/prices/1%20EUR")
        #expect(
            request.query?.split(separator: "&").map(String.init) == [
                "id=01ARZ3NDEKTSV4RRFFQ69G5FAV", "ids=a", "ids=b", "near%5Blatitude%5D=1.5",
                "near%5Blongitude%5D=-2", "around=%7B%22latitude%22%3A1.5%2C%22longitude%22%3A-2%7D",
                "tax=0.1", "filter%5Bmost%5D=3%20EUR",
            ])
        #expect(request.head.headerFields[try #require(HTTPField.Name("X-Price"))] == "2 EUR")
    }

    @Test func checksParameters() async {
        await #expect {
            try await exchange.client().places.findPlaces(
                price: MyMoney("1", "euros"), id: ULID(rawValue: "short"),
                near: Coordinate(latitude: 91, longitude: 0))
        } throws: { error in
            guard case APIError.invalidRequest(let invalid) = error else { return false }
            return invalid.violations.map { "\($0.path) \($0.rule.rawValue)" } == [
                "price pattern", "id minLength", "near.latitude maximum",
            ]
        }
    }

    @Test func areWholeBodies() async throws {
        let transport = InMemoryTransport { _ in .json(#""5 EUR""#) }
        let prices = exchange.client(transport).prices
        #expect(try await prices.findPrice() == MyMoney("5", "EUR"))
        try await prices.storePrice(body: MyMoney("6", "EUR"))
        #expect(transport.requests.last?.body.map { String(decoding: $0, as: UTF8.self) } == #""6 EUR""#)
        try await prices.changePrice(body: Change(price: .null, id: .value(ULID(rawValue: "x"))))
        #expect(
            transport.requests.last?.body.map { String(decoding: $0, as: UTF8.self) }
                == #"{"id":"x","price":null}"#)
    }

    @Test func areItemsOfPagesAndPayloads() async throws {
        let transport = InMemoryTransport { _ in .json(#"{"items":["a","b"]}"#) }
        var ids: [ULID] = []
        for try await id in exchange.client(transport).prices.listPricesPages().items { ids.append(id) }
        #expect(ids.map(\.rawValue) == ["a", "b"])
        let moved = try Webhooks.decode(
            Webhooks.Moved.self, from: Data(#"{"latitude":1,"longitude":2}"#.utf8))
        #expect(moved == Coordinate(latitude: 1, longitude: 2))
    }

    @Test func areBodiesOfFailures() async throws {
        let transport = InMemoryTransport { _ in .json(#"{"name":"none"}"#, status: .notFound) }
        do {
            _ = try await exchange.client(transport).places.findPlaces(price: MyMoney("1", "EUR"))
            Issue.record("expected a failure")
        } catch {
            let trail = error.statusFailure?.body(as: Trail.self)
            #expect(trail == .name("none"))
        }
    }
}
