import APIRuntime
import Foundation
import SnapTrade
import Testing

@Suite struct OperationTests {
    @Test(arguments: OperationCase.all)
    func sendsWhatTheServiceExpects(_ operation: OperationCase) async throws {
        let transport = InMemoryTransport { _ in
            TransportResponse(head: HTTPResponse(status: operation.status), body: Data(operation.answer.utf8))
        }
        try await operation.call(.forTests(transport: transport))
        let request = try #require(transport.requests.first)
        #expect(transport.requests.count == 1)
        #expect(request.head.method.rawValue == operation.method)
        #expect(request.head.scheme == "https")
        #expect(request.head.authority == "api.snaptrade.com")
        #expect(request.head.path == "\(operation.path)?\(operation.signedQuery)")
        #expect(request.head.headerFields[.accept] == operation.accept)
        #expect(request.head.headerFields[.contentType] == nil)
        #expect(request.head.headerFields[.signature] == operation.signature)
        #expect(request.body == nil)
    }

    @Test func signsThePathOfTheServer() async throws {
        let transport = InMemoryTransport { _ in .json("[]") }
        let client = SnapTradeClient.forTests(
            transport: transport, server: .unversioned)
        _ = try await client.connections.listBrokerageAuthorizations(userID: "u", userSecret: "s")
        let request = try #require(transport.requests.first)
        #expect(request.head.path?.hasPrefix("/authorizations?") == true)
        #expect(request.head.headerFields[.signature] != OperationCase.list.signature)
    }

    @Test func leavesOutWhatIsNotSet() async throws {
        let transport = InMemoryTransport { _ in .json("[]") }
        _ = try await SnapTradeClient.forTests(transport: transport).connections.sessionEvents(
            partnerClientID: "P")
        let request = try #require(transport.requests.first)
        let query = "PartnerClientId=P&clientId=PASSIVTEST&timestamp=1700000000"
        #expect(request.head.path == "/api/v1/sessionEvents?\(query)")
    }
}

extension HTTPField.Name {
    static let signature = HTTPField.Name("Signature") ?? .authorization
}
