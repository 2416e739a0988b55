/// Who may use the declarations of a client.
enum AccessLevel: String, CaseIterable {
    case `public`, package, `internal`
}
