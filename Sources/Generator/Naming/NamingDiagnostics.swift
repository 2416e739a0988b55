import APIGenSourceText

extension Diagnostic {
    static func nameClash(
        _ name: String,
        of source: String,
        and other: String,
        at range: SourceRange,
        firstAt place: SourceRange?,
        insteadOf free: String,
    ) -> Diagnostic {
        let message =
            if place == nil {
                "'\(source)' would become '\(name)', which the generated code needs itself"
            } else if source == other {
                "there are two '\(name)' where each needs a name of its own"
            } else {
                "'\(other)' and '\(source)' would both become '\(name)'"
            }
        return Diagnostic(
            .nameClash,
            "\(message); it gets '\(free)' unless you choose a name with 'x-swift-name'",
            at: range,
            notes: place.map { [Note("the other is here", at: $0)] } ?? [],
        )
    }
}
