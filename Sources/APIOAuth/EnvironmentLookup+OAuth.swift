@_spi(Generated) public import APIRuntime

@_spi(Generated) extension EnvironmentLookup {
    /// The access token of `<prefix>_ACCESS_TOKEN`, or else the client credentials of `<prefix>_CLIENT_ID` and
    /// `<prefix>_CLIENT_SECRET`, which are required then.
    public mutating func oauth(_ prefix: String) -> OAuth {
        if let token = optional("\(prefix)_ACCESS_TOKEN") { return .token(token) }
        return .clientCredentials(
            id: required("\(prefix)_CLIENT_ID"), secret: required("\(prefix)_CLIENT_SECRET"))
    }

    /// The same, or `nil` if none of the variables is set.
    public mutating func optionalOAuth(_ prefix: String) -> OAuth? {
        let names = ["ACCESS_TOKEN", "CLIENT_ID", "CLIENT_SECRET"].map { "\(prefix)_\($0)" }
        return names.contains { optional($0) != nil } ? oauth(prefix) : nil
    }
}
