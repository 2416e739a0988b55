/// A regular expression as a nondeterministic finite automaton: states with their successors.
package struct Program: Sendable {
    package enum State: Sendable {
        case accept
        case set(ScalarSet, next: Int)
        /// A number of characters from a set, at least one.
        case run(ScalarSet, least: Int, most: Int, next: Int)
        /// Continues in any of several states.
        case fork([Int])
        case check(Check, next: Int)
    }

    /// A condition on a position between characters.
    package enum Check: Sendable {
        case start, end
        case wordBoundary(isNegative: Bool)
        /// The result of a lookaround, by index.
        case look(Int, isNegative: Bool)
    }

    package let states: [State]
    package let start: Int
    /// For each state, the forks and checks that may lead to it without consuming a character.
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

/// A lookahead or lookbehind.
struct Look: Sendable {
    let program: Program
    let isBehind: Bool
}

/// Compiles terms into programs, from the last term to the first.
struct Compiler {
    private var states: [Program.State] = [.accept]
    /// Nested lookarounds come before those that contain them.
    private var looks: [Look]
    /// Whether the string is matched backward.
    private let isBackward: Bool
    /// The number of states in all programs, including those of lookarounds.
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

    /// Adds the states of a term before the state `next`, and returns the first of them.
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

    /// Adds the states of a repeated group, with a copy for each repetition.
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
            // Repeating an empty group has no effect.
            if states.count == count { break }
        }
        return start
    }

    private mutating func addLook(_ term: Term, isBehind: Bool) throws(PatternError) -> Int {
        // The program of a lookaround has at least one state.
        var inner = Compiler(looks: looks, isBackward: isBehind, count: count + 1)
        let start = try inner.add(term, before: 0)
        count = inner.count
        looks = inner.looks + [Look(program: Program(states: inner.states, start: start), isBehind: isBehind)]
        return looks.count - 1
    }
}
