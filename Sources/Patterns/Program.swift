/// A regular expression as a machine: states, each with those that may follow it.
struct Program: Sendable {
    enum State: Sendable {
        case accept
        case set(ScalarSet, next: Int)
        /// So many characters of a set, one or more.
        case run(ScalarSet, least: Int, most: Int, next: Int)
        /// Goes on in any of several states.
        case fork([Int])
        case check(Check, next: Int)
    }

    /// What holds at a place between characters.
    enum Check: Sendable {
        case start, end
        case wordBoundary(isNegative: Bool)
        /// The answer of a look, by its number.
        case look(Int, isNegative: Bool)
    }

    let states: [State]
    let start: Int
    /// The forks and checks that may lead to a state without taking a character.
    let before: [[Int]]

    init(states: [State], start: Int) {
        self.states = states
        self.start = start
        var before = Array(repeating: [Int](), count: states.count)
        for (index, state) in states.enumerated() {
            switch state {
            case .fork(let nexts): for next in nexts { before[next].append(index) }
            case .check(_, let next): before[next].append(index)
            case .accept, .set, .run: break
            }
        }
        self.before = before
    }
}

/// A part of a pattern that is looked for ahead of a place, or behind it.
struct Look: Sendable {
    let program: Program
    let isBehind: Bool
}

/// Makes machines of terms, from their ends to their starts.
struct Compiler {
    private var states: [Program.State] = [.accept]
    /// Those inside others come first.
    private var looks: [Look]
    /// Whether texts are taken from their ends.
    private let isBackward: Bool
    /// The states of all machines, those of looks included.
    private var count: Int

    private static let mostStates = 20_000

    static func compile(_ term: Term) throws(PatternError) -> (Program, [Look]) {
        var compiler = Compiler(looks: [], isBackward: false, count: 0)
        let start = try compiler.add(term, before: 0)
        return (Program(states: compiler.states, start: start), compiler.looks)
    }

    private init(looks: [Look], isBackward: Bool, count: Int) {
        self.looks = looks
        self.isBackward = isBackward
        self.count = count
    }

    private mutating func add(_ state: Program.State) throws(PatternError) -> Int {
        guard count < Self.mostStates else { throw .tooLarge }
        count += 1
        states.append(state)
        return states.count - 1
    }

    /// Adds the states of a term in front of another state, and returns the first of them.
    private mutating func add(_ term: Term, before next: Int) throws(PatternError) -> Int {
        switch term {
        case .set(let set): return try add(.set(set, next: next))
        case .sequence(let terms):
            var start = next
            for term in isBackward ? terms : terms.reversed() { start = try add(term, before: start) }
            return start
        case .choice(let terms):
            var starts: [Int] = []
            for term in terms { starts.append(try add(term, before: next)) }
            return try add(.fork(starts))
        case .repetition(.set(let set), let least, let most) where least > 1 || (most ?? 1) > 1:
            let run = try add(.run(set, least: max(least, 1), most: most ?? .max, next: next))
            return least == 0 ? try add(.fork([run, next])) : run
        case .repetition(let term, let least, let most):
            return try add(term, least: least, most: most, before: next)
        case .look(let term, let isBehind, let isNegative):
            let number = try addLook(term, isBehind: isBehind)
            return try add(.check(.look(number, isNegative: isNegative), next: next))
        case .start: return try add(.check(.start, next: next))
        case .end: return try add(.check(.end, next: next))
        case .wordBoundary(let isNegative):
            return try add(.check(.wordBoundary(isNegative: isNegative), next: next))
        }
    }

    /// A group as often as it may come, one copy for each time.
    private mutating func add(
        _ term: Term, least: Int, most: Int?, before next: Int,
    ) throws(PatternError) -> Int {
        var start = next
        if let most {
            for _ in 0..<(most - least) { start = try add(.fork([try add(term, before: start), next])) }
        } else {
            start = try add(.fork([]))
            states[start] = .fork([try add(term, before: start), next])
        }
        for _ in 0..<least {
            let count = states.count
            start = try add(term, before: start)
            // A group that says nothing says no more when it is repeated.
            if states.count == count { break }
        }
        return start
    }

    private mutating func addLook(_ term: Term, isBehind: Bool) throws(PatternError) -> Int {
        // The machine of an empty look has a state as well.
        var inner = Compiler(looks: looks, isBackward: isBehind, count: count + 1)
        let start = try inner.add(term, before: 0)
        count = inner.count
        looks = inner.looks + [Look(program: Program(states: inner.states, start: start), isBehind: isBehind)]
        return looks.count - 1
    }
}
