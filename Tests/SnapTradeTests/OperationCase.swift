import APIRuntime
import Foundation
import SnapTrade
import Testing

/// An operation as the service expects it on the wire. Written from the service's documentation, not from the
/// spec, so that the two check each other.
struct OperationCase: Sendable, CustomTestStringConvertible {
    let name: String
    let method: String
    /// As it goes out, with the path of the server before it.
    let path: String
    /// As it goes out, without the credentials, which follow it.
    let query: String
    let accept: String?
    let signature: String
    /// What the service answers.
    let status: HTTPResponse.Status
    let answer: String
    let call: @Sendable (SnapTradeClient) async throws(APIError) -> Void

    var testDescription: String { name }

    /// The query with the credentials of ``SnapTradeClient/forTests(transport:server:)``.
    var signedQuery: String { query + "&clientId=PASSIVTEST&timestamp=1700000000" }
}

extension SnapTradeClient {
    /// A client with the credentials and the time of the vendor's own signatures.
    static func forTests(
        transport: any ClientTransport,
        server: APIServer<SnapTradeClient> = .production,
    ) -> SnapTradeClient {
        SnapTradeClient(
            clientID: "PASSIVTEST",
            consumerKey: "YOUR_CONSUMER_KEY",
            server: server,
            configuration: ClientConfiguration(
                transport: transport,
                now: { Date(timeIntervalSince1970: 1_700_000_000.9) },
            ),
        )
    }
}

// MARK: - The operations

extension OperationCase {
    private static let userID = "snaptrade-user-123"
    private static let userSecret = "adf2aa34-8219-40f7-a6b3-60156985cc61"
    private static let user = "userId=snaptrade-user-123&userSecret=adf2aa34-8219-40f7-a6b3-60156985cc61"
    private static let text = "87b24961-b51e-4db8-9226-f198f6518a89"
    private static let id = UUID(uuidString: text) ?? UUID()
    private static let ids = "917c8734-8470-4a3e-a18f-57c3f2ee6631,65e839a3-9103-4cfb-9b72-2071ef80c5f2"

    static let all = [list, detail, remove, disable, refresh, returnRates, sessionEvents]

    static let list = OperationCase(
        name: "listBrokerageAuthorizations",
        method: "GET",
        path: "/api/v1/authorizations",
        query: user,
        accept: "application/json",
        signature: "yLKfPSibXcmu8eNWo8wz6f5ZtOL0FHWK5Bx4nxMr+Ag=",
        status: .ok,
        answer: "[\(Sample.text("BrokerageAuthorization.full")), {}]",
    ) { client throws(APIError) in
        let connections = try await client.connections.listBrokerageAuthorizations(
            userID: userID, userSecret: userSecret)
        #expect(connections.map(\.name) == ["Connection-1", nil])
    }

    static let detail = OperationCase(
        name: "detailBrokerageAuthorization",
        method: "GET",
        path: "/api/v1/authorizations/\(text)",
        query: user,
        accept: "application/json",
        signature: "c3IVs1cqIeUHM49gg3hDEao7yhYcLO/6UOFgRl5NG6M=",
        status: .ok,
        answer: Sample.text("BrokerageAuthorization.full"),
    ) { client throws(APIError) in
        let connection = try await client.connections.detailBrokerageAuthorization(
            authorizationID: id, userID: userID, userSecret: userSecret)
        #expect(connection.brokerage?.displayName == "Northwind")
    }

    static let remove = OperationCase(
        name: "removeBrokerageAuthorization",
        method: "DELETE",
        path: "/api/v1/authorizations/\(text)",
        query: user,
        accept: nil,
        // The method is not part of what is signed: the signature is that of the GET.
        signature: "c3IVs1cqIeUHM49gg3hDEao7yhYcLO/6UOFgRl5NG6M=",
        status: .noContent,
        answer: "",
    ) { client throws(APIError) in
        try await client.connections.removeBrokerageAuthorization(
            authorizationID: id, userID: userID, userSecret: userSecret)
    }

    static let disable = OperationCase(
        name: "disableBrokerageAuthorization",
        method: "POST",
        path: "/api/v1/authorizations/\(text)/disable",
        query: user,
        accept: "application/json",
        signature: "OT2WdJVAL+BE9QcvNH9oBLLVVRjBKJ7ooCKViNdnY5g=",
        status: .ok,
        answer: Sample.text("BrokerageAuthorizationDisabledConfirmation.full"),
    ) { client throws(APIError) in
        let confirmation = try await client.connections.disableBrokerageAuthorization(
            authorizationID: id, userID: userID, userSecret: userSecret)
        #expect(confirmation.detail != nil)
    }

    static let refresh = OperationCase(
        name: "refreshBrokerageAuthorization",
        method: "POST",
        path: "/api/v1/authorizations/\(text)/refresh",
        query: user,
        accept: "application/json",
        signature: "XbJrpKtgPj4nJhw5VUDPfjW/jaH5CWiAH5CBYtjpHcI=",
        status: .ok,
        answer: Sample.text("BrokerageAuthorizationRefreshConfirmation.full"),
    ) { client throws(APIError) in
        let confirmation = try await client.connections.refreshBrokerageAuthorization(
            authorizationID: id, userID: userID, userSecret: userSecret)
        #expect(confirmation.detail != nil)
    }

    static let returnRates = OperationCase(
        name: "returnRates",
        method: "GET",
        path: "/api/v1/authorizations/\(text)/returnRates",
        query: user,
        accept: "application/json",
        signature: "Uqbzl1Af7+QMxBeh5DBZ16DsseonomA/jzh5DNRthvY=",
        status: .ok,
        answer: Sample.text("RateOfReturnResponse.full"),
    ) { client throws(APIError) in
        let rates = try await client.connections.returnRates(
            userID: userID, userSecret: userSecret, authorizationID: id)
        #expect(rates.data?.isEmpty == false)
    }

    static let sessionEvents = OperationCase(
        name: "sessionEvents",
        method: "GET",
        path: "/api/v1/sessionEvents",
        query: "PartnerClientId=PASSIVTEST&userId=\(escapedIDs)&sessionId=\(escapedIDs)",
        accept: "application/json",
        signature: "uFroqqthQfZ8leZGnD/qehgCfzerhGe8k2HhvDfwFVM=",
        status: .ok,
        answer: "[\(Sample.text("SessionEvent.full"))]",
    ) { client throws(APIError) in
        let events = try await client.connections.sessionEvents(
            partnerClientID: "PASSIVTEST", userID: ids, sessionID: ids)
        #expect(events.first?.sessionEventType == .connectionFailed)
    }

    private static let escapedIDs = ids.replacing(",", with: "%2C")
}
