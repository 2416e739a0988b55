import APIOAuth

/// A storage in memory, which fails when it is told to.
actor MemoryStorage: TokenStorage {
    private(set) var token: StoredToken?
    private(set) var loads = 0
    private(set) var saves = 0
    private var failsToLoad = false
    private var failsToSave = false

    func set(_ token: StoredToken?) { self.token = token }
    func fail(loading fails: Bool) { failsToLoad = fails }
    func fail(saving fails: Bool) { failsToSave = fails }

    func load() throws -> StoredToken? {
        loads += 1
        if failsToLoad { throw LockedKeychain() }
        return token
    }

    func save(_ token: StoredToken?) throws {
        saves += 1
        if failsToSave { throw LockedKeychain() }
        self.token = token
    }
}

private struct LockedKeychain: Error, CustomStringConvertible {
    let description = "the keychain is locked"
}
