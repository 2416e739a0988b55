import APIOAuth
import APIRuntime
import GenesysCloud
import HTTPTypes
import Testing

/// A client that takes what it needs from environment variables.
@Suite struct EnvironmentTests {
    private func requests(_ variables: [String: String]) async throws -> [HTTPRequest] {
        let transport = InMemoryTransport { request in
            .json(
                request.head.path == "/oauth/token" ? #"{"access_token": "t", "token_type": "bearer"}"# : "{}"
            )
        }
        let client = try GenesysCloudClient(
            environment: EnvironmentVariables(variables),
            configuration: ClientConfiguration(transport: transport))
        _ = try await client.journey.getJourneyActiontargets()
        return transport.requests.map(\.head)
    }

    @Test func takesClientCredentialsAndRegion() async throws {
        let heads = try await requests([
            "GENESYSCLOUD_OAUTH_CLIENT_ID": "id", "GENESYSCLOUD_OAUTH_CLIENT_SECRET": "secret",
            "GENESYSCLOUD_REGION": "mypurecloud.ie",
        ])
        #expect(heads.map(\.authority) == ["login.mypurecloud.ie", "api.mypurecloud.ie"])
        #expect(heads.first?.headerFields[.authorization] == "Basic aWQ6c2VjcmV0")
        #expect(heads.last?.headerFields[.authorization] == "Bearer t")
    }

    @Test func takesAnAccessTokenAndABaseURL() async throws {
        let heads = try await requests([
            "GENESYSCLOUD_OAUTH_ACCESS_TOKEN": "other", "GENESYSCLOUD_BASE_URL": "http://localhost:8080/x",
            "GENESYSCLOUD_OAUTH_CLIENT_ID": "id", "GENESYSCLOUD_REGION": "mypurecloud.ie",
        ])
        #expect(heads.map(\.authority) == ["localhost:8080"])
        #expect(heads.first?.headerFields[.authorization] == "Bearer other")
    }

    @Test func usesTheDefaultServerOtherwise() async throws {
        let heads = try await requests(["GENESYSCLOUD_OAUTH_ACCESS_TOKEN": "t", "GENESYSCLOUD_BASE_URL": ""])
        #expect(heads.map(\.authority) == ["api.mypurecloud.com"])
    }

    @Test(arguments: [
        (
            [:],
            "set the environment variables GENESYSCLOUD_OAUTH_CLIENT_ID and GENESYSCLOUD_OAUTH_CLIENT_SECRET"
        ),
        (
            ["GENESYSCLOUD_OAUTH_CLIENT_ID": "id", "GENESYSCLOUD_OAUTH_CLIENT_SECRET": ""],
            "set the environment variable GENESYSCLOUD_OAUTH_CLIENT_SECRET"
        ),
    ])
    func namesAllThatAreMissing(_ variables: [String: String], _ message: String) throws {
        let error = #expect(throws: MissingVariables.self) {
            try GenesysCloudClient(environment: EnvironmentVariables(variables))
        }
        #expect(error?.description == message)
    }

    @Test func showsNoSecrets() {
        let variables = EnvironmentVariables(["GENESYSCLOUD_OAUTH_CLIENT_SECRET": "s3cr3t"])
        var text = "\(variables) \(String(reflecting: variables))"
        dump(variables, to: &text)
        #expect(!text.contains("s3cr3t"))
    }
}
