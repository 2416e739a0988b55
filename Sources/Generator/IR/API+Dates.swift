extension API {
    /// Whether the sent values of these types may contain dates, at any depth.
    func hasDates(_ sent: [TypeReference]) -> Bool {
        var seen: Set<TypeID> = []
        var pending = sent
        while let type = pending.popLast() {
            switch type.innermost {
            case .scalar(.dateTime): return true
            case .named(let id) where seen.insert(id).inserted:
                pending += types[id.index].kind.types(travelling: .sent)
            default: continue
            }
        }
        return false
    }
}
