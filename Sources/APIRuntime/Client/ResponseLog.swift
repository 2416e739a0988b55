/// The last response that the calls of a client received.
@_spi(Generated) public final class ResponseLog: Sendable {
    private let response = Locked<APIResponse?>(nil)

    /// Creates an empty log.
    public init() {}

    var last: APIResponse? { response.current }

    func record(_ response: APIResponse) { self.response.change { $0 = response } }

    /// Returns a copy of a client whose calls also write their responses to the log.
    public func recording(_ api: APIClient) -> APIClient {
        var copy = api
        copy.responseLogs.append(self)
        return copy
    }
}
