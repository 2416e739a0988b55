import APIRuntime
import Foundation
import SnapTrade
import Testing

extension Call {
    static let connections = [
        listConnections, getConnection, removeConnection, disableConnection, refreshConnection, getRates,
        listSessionEvents,
    ]

    private static let text = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
    private static let id = UUID(uuidString: text) ?? UUID()
    private static let user = "userId=user%201&userSecret=secret-1"

    private static let listConnections = connection(
        "listBrokerageAuthorizations", "/authorizations?\(user)", answer: #"[{"name": "Mine"}]"#,
    ) { connections in
        let list = try await connections.listBrokerageAuthorizations(userID: "user 1", userSecret: "secret-1")
        #expect(list.map(\.name) == ["Mine"])
    }

    private static let getConnection = connection(
        "detailBrokerageAuthorization", "/authorizations/\(text)?\(user)", answer: #"{"name": "Mine"}"#,
    ) { connections in
        let connection = try await connections.detailBrokerageAuthorization(
            authorizationID: id, userID: "user 1", userSecret: "secret-1")
        #expect(connection.name == "Mine")
    }

    private static let removeConnection = connection(
        "removeBrokerageAuthorization", "/authorizations/\(text)?\(user)",
    ) { connections in
        try await connections.removeBrokerageAuthorization(
            authorizationID: id, userID: "user 1", userSecret: "secret-1")
    }

    private static let disableConnection = connection(
        "disableBrokerageAuthorization", "/authorizations/\(text)/disable?\(user)",
        answer: #"{"detail": "Disabled"}"#,
    ) { connections in
        let confirmation = try await connections.disableBrokerageAuthorization(
            authorizationID: id, userID: "user 1", userSecret: "secret-1")
        #expect(confirmation.detail == "Disabled")
    }

    private static let refreshConnection = connection(
        "refreshBrokerageAuthorization", "/authorizations/\(text)/refresh?\(user)",
        answer: #"{"detail": "Queued"}"#,
    ) { connections in
        let confirmation = try await connections.refreshBrokerageAuthorization(
            authorizationID: id, userID: "user 1", userSecret: "secret-1")
        #expect(confirmation.detail == "Queued")
    }

    private static let getRates = connection(
        "returnRates", "/authorizations/\(text)/returnRates?\(user)", answer: #"{"data": []}"#,
    ) { connections in
        let rates = try await connections.returnRates(
            userID: "user 1", userSecret: "secret-1", authorizationID: id)
        #expect(rates.data == [])
    }

    private static let listSessionEvents = connection(
        "sessionEvents", "/sessionEvents?PartnerClientId=client-1&userId=u1%2Cu2&sessionId=s1",
        answer: "[]",
    ) { connections in
        let events = try await connections.sessionEvents(
            partnerClientID: "client-1", userID: "u1,u2", sessionID: "s1")
        #expect(events == [])
    }
}
