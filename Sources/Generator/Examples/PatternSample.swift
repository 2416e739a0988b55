import APIPatterns

/// Finds texts that match a pattern.
struct PatternSample {
    private let pattern: Pattern

    /// Returns `nil` for a pattern that is not supported.
    init?(_ source: String) {
        guard let pattern = Pattern(source) else { return nil }
        self.pattern = pattern
    }

    /// A state of the program, with the number of characters that a run has taken.
    private struct Place: Hashable {
        let state: Int
        var taken = 0
    }

    /// The step by which a place was reached.
    private struct Step {
        let previous: Int
        let character: Unicode.Scalar
    }

    /// The shortest text of the allowed lengths that the search finds.
    ///
    /// - Parameter number: Texts for different numbers differ, if the pattern allows it.
    func text(ofLengths lengths: ClosedRange<Int>, number: Int = 0) -> String? {
        for candidates in Self.alphabets(number) {
            if let text = text(ofLengths: lengths, of: candidates) { return text }
        }
        return nil
    }

    /// Searches by length: the places that are reached after each number of characters.
    private func text(ofLengths lengths: ClosedRange<Int>, of candidates: [Unicode.Scalar]) -> String? {
        var history: [[(place: Place, step: Step?)]] = []
        var current = closure(of: [(Place(state: pattern.program.start), nil)])
        for length in 0...min(lengths.upperBound, Self.mostLength) {
            if length >= lengths.lowerBound {
                for (index, (place, _)) in current.enumerated() where isEnd(place) {
                    let text = self.text(to: index, in: history + [current])
                    if pattern.matches(text) { return text }
                }
            }
            let next = current.enumerated().flatMap { index, entry in
                steps(from: entry.place, of: candidates).map {
                    ($0.place, Step(previous: index, character: $0.character))
                }
            }
            guard !next.isEmpty else { return nil }
            history.append(current)
            current = closure(of: next)
        }
        return nil
    }

    private static let mostLength = 300

    /// The places that are reached without a character. Conditions are checked at the end, on the whole text.
    private func closure(of places: [(Place, Step?)]) -> [(place: Place, step: Step?)] {
        var seen: Set<Place> = []
        var result: [(place: Place, step: Step?)] = []
        var pending = Array(places.reversed())
        while let (place, step) = pending.popLast() {
            guard seen.insert(place).inserted else { continue }
            result.append((place, step))
            switch pattern.program.states[place.state] {
            case .accept, .set: break
            case .run(_, let least, _, let next):
                if place.taken >= least { pending.append((Place(state: next), step)) }
            case .fork(let nexts): pending += nexts.reversed().map { (Place(state: $0), step) }
            case .check(_, let next): pending.append((Place(state: next), step))
            }
        }
        return result
    }

    private func steps(
        from place: Place, of candidates: [Unicode.Scalar],
    ) -> [(place: Place, character: Unicode.Scalar)] {
        switch pattern.program.states[place.state] {
        case .accept, .fork, .check: return []
        case .set(let set, let next):
            return candidates.first { set.contains($0) }.map { [(Place(state: next), $0)] } ?? []
        case .run(let set, let least, let most, _):
            guard place.taken < most, let character = candidates.first(where: { set.contains($0) }) else {
                return []
            }
            // Beyond the least number, how many there are is of no interest unless there is a bound.
            let taken = most == .max ? min(place.taken + 1, least) : place.taken + 1
            return [(Place(state: place.state, taken: taken), character)]
        }
    }

    private func isEnd(_ place: Place) -> Bool {
        if case .accept = pattern.program.states[place.state] { true } else { false }
    }

    private func text(to index: Int, in history: [[(place: Place, step: Step?)]]) -> String {
        var scalars: [Unicode.Scalar] = []
        var index = index
        for entries in history.reversed() {
            guard let step = entries[index].step else { break }
            scalars.append(step.character)
            index = step.previous
        }
        return String(String.UnicodeScalarView(scalars.reversed()))
    }

    /// The characters to try for each place of a text, the most readable first.
    private static func alphabets(_ number: Int) -> [[Unicode.Scalar]] {
        let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { Unicode.Scalar($0) }
        let capitals = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { Unicode.Scalar($0) }
        let digits = (UInt8(ascii: "1")...UInt8(ascii: "9")).map { Unicode.Scalar($0) } + ["0"]
        let others = (UInt8(0x20)..<0x7F).map { Unicode.Scalar($0) }.filter {
            !$0.properties.isAlphabetic && !digits.contains($0)
        }
        let rest: [Unicode.Scalar] = others + ["ä", "é", "Ж", "中", "あ", "\n", "\t"]
        let turned = [letters, capitals, digits].map { $0.turned(by: number) }
        return [turned[0] + turned[1] + turned[2] + rest, turned[2] + turned[1] + turned[0] + rest]
    }
}

extension [Unicode.Scalar] {
    fileprivate func turned(by number: Int) -> Self {
        Array(self[(number % count)...] + self[..<(number % count)])
    }
}
