import APIOAuth
import Testing

@Suite struct OAuthTests {
    @Test func placeholder() { #expect(OAuthEndpoints(token: "a").token == "a") }
}
