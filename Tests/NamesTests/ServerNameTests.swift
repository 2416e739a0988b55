import APIRuntime
import ServerNames
import Testing

@Suite struct ServerNameTests {
    /// Each server offers its own values, and servers with the same values share their type.
    @Test func offersEachServerItsOwnValues() {
        #expect(APIServer<ServerNamesClient>.northernCell().description == "https://demo.oslo.weather.test")
        #expect(APIServer<ServerNamesClient>.southernCell().description == "https://demo.rome.storms.test")
        #expect(
            APIServer<ServerNamesClient>.archive(tenant: "a", cell: ServerNamesClient.Cell.bergen).description
                == "https://a.bergen.archive.test")
        #expect(ServerNamesClient.SouthernCellCell.rome.rawValue == "rome")
    }
}
