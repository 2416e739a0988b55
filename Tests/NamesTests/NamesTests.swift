import API
import APIRuntime
import Foundation
import Testing

/// Calls what the generator makes of `GeneratorTests/Cases/names`: names that come to one, that hide others, or that
/// nothing can be made of.
@Suite struct NamesTests {
    private func client(_ transport: InMemoryTransport) -> Client {
        Client(
            api2: "key", server: "https://example.com",
            configuration: ClientConfiguration(transport: transport))
    }

    private func path(_ call: (Client) async throws -> Void) async throws -> String? {
        let transport = InMemoryTransport()
        try await call(client(transport))
        return transport.requests.first.map { "\($0.head.method.rawValue) \($0.path)" }
    }

    /// Tags that come to one name are one group, in which no operation is missing.
    @Test func callsEveryOperation() async throws {
        #expect(try await path { try await $0.stations.listStations() } == "GET /stations")
        #expect(try await path { try await $0.stations.addStation() } == "POST /stations")
        #expect(try await path { try await $0.ttlSettings.readTTL() } == "GET /ttl")
        #expect(try await path { try await $0.ttlSettings.writeTTL() } == "PUT /ttl")
        #expect(try await path { try await $0.general.tagged() } == "GET /health")
        #expect(try await path { try await $0.general.untagged() } == "PUT /health")
        #expect(try await path { try await $0.apiGroup.api2() } == "GET /ping")
    }

    /// What a method declares itself hides no parameter.
    @Test func sendsParametersOfAnyName() async throws {
        let transport = InMemoryTransport()
        try await client(transport).withGroup.request(
            api: "a", request: "b", apiValue2: "c", body2: "d", body: "text")
        let request = try #require(transport.requests.first)
        #expect(request.query == "api=a&request=b&api%20value=c&body=d")
        #expect(request.body == Data(#""text""#.utf8))
    }

    @Test func keepsNamesApartThatDifferInCodePointsAlone() async throws {
        let transport = InMemoryTransport { _ in .json("{}") }
        _ = try? await client(transport).measurementsAPI.spell(
            unit: "1", unit2: "2", unit3: "3", café: "4", café2: "5", body: Spellings(café: "x"))
        let query = transport.requests.first?.query
        #expect(query == "unit=1&_unit=2&unit%5B%5D=3&caf%C3%A9=4&cafe%CC%81=5")
    }

    @Test(arguments: [
        #"{"$":{"id":"i"},"24h":{"rain":1.5},"3rd":"low","状态":"开"}"#,
        #"{"API":{"Forecast":{"a":"b"}},"Forecast":{"outer":{"text":"t"}},"Server":"a","String":{"String":"s"}}"#,
    ])
    func returnsSamples(_ json: String) async throws {
        let transport = InMemoryTransport { _ in .json(json) }
        let measurement = try await client(transport).measurementsAPI.measure(body: Sample())
        _ = try await client(transport).measurementsAPI.measure(body: measurement)
        #expect(members(transport.requests.last?.body) == members(Data(json.utf8)))
    }

    /// The members of a JSON object whose values hold no comma, as they are written.
    private func members(_ json: Data?) -> Set<Data> {
        Set((json ?? Data()).dropFirst().dropLast().split(separator: UInt8(ascii: ",")).map { Data($0) })
    }

    @Test func namesTypesWithoutCapitals() {
        let measurement = Sample(
            _24h: Sample.Value24h(rain: 1), _3rd: .low, 状态: .开, dollar: Sample.Dollar(id: "i"))
        #expect(measurement._3rd == Sample.Value3rd("low"))
        #expect(measurement.状态 == Sample.Value状态("开"))
        #expect(measurement._24h?.rain == 1)
    }

    @Test func returnsPropertiesThatComeToOneName() async throws {
        let keys = [
            "unit", "_unit", "unit_", "@unit", "Unit", "UNIT", "", " ", "+1", "-1", "caf\u{E9}",
            "cafe\u{301}", "⚡",
        ]
        let members =
            keys.enumerated().map { #""\#($0.element)":"\#($0.offset)""# } + [#""state":"nai\#u{308}ve""#]
        let json = "{\(members.joined(separator: ","))}"
        let transport = InMemoryTransport { _ in .json(json) }
        let value = try await client(transport).measurementsAPI.spell(body: Spellings(café: "x"))
        _ = try await client(transport).measurementsAPI.spell(body: value)
        #expect(self.members(transport.requests.last?.body) == Set(members.map { Data($0.utf8) }))
        #expect((value.unit, value.unit6, value.plus1, value.minus1) == ("0", "5", "8", "9"))
        #expect((value.empty, value.u20, value.café, value.café2) == ("6", "7", "10", "11"))
        #expect(value.state.map { Array($0.rawValue.utf8) } == Array(Spellings.State.naïve2.rawValue.utf8))
    }

    /// Each server offers its own values, and servers with the same values share their type.
    @Test func offersEachServerItsOwnValues() {
        #expect(APIServer<Client>.northernCell().description == "https://demo.oslo.weather.test")
        #expect(APIServer<Client>.southernCell().description == "https://demo.rome.storms.test")
        #expect(
            APIServer<Client>.archive(tenant: "a", cell: Client.Cell.bergen).description
                == "https://a.bergen.archive.test")
        #expect(Client.SouthernCellCell.rome.rawValue == "rome")
    }

    /// The methods for the value and for the stream of one operation have results of their own.
    @Test func bringsValueOrStream() async throws {
        let values = InMemoryTransport { _ in .json(#"{"place":3}"#, status: .accepted) }
        guard case .accepted(let queue) = try await client(values).forecasts.forecast() else {
            Issue.record("the status tells the case")
            return
        }
        #expect(queue.place == 3)
        let streams = InMemoryTransport { _ in
            TransportResponse(
                head: HTTPResponse(status: .ok, headerFields: [.contentType: "text/event-stream"]),
                body: Data("data: {\"text\":\"rain\"}\n\n".utf8))
        }
        var texts: [String] = []
        for try await item in try await client(streams).forecasts.forecastStream() { texts.append(item.text) }
        #expect(texts == ["rain"])
    }

    /// A parameter may have the name of the operation that hands out the pages.
    @Test func pagesWhatIsNamedAsItsParameter() async throws {
        let transport = InMemoryTransport { request in
            .json(
                request.query?.contains("page=2") == true
                    ? #"{"forecasts":[]}"# : #"{"forecasts":[{"text":"a"}]}"#)
        }
        var texts: [String] = []
        for try await item in client(transport).forecasts.searchPages(search: "x").items {
            texts.append(item.text)
        }
        #expect(texts == ["a"])
    }
}
