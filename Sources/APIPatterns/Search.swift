/// Runs programs over a string from its end to its start. At each position, the states that lead to acceptance depend
/// only on the positions after it, so that each position is visited once, whatever the pattern.
struct Search {
    private let text: [Unicode.Scalar]
    /// The positions at which each lookaround matches.
    private var answers: [[Bool]] = []

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    mutating func run(_ look: Look) {
        answers.append(places(of: look.program, isBackward: look.isBehind))
    }

    /// The positions at which a program matches the following characters or, if `isBackward` is set, the preceding
    /// ones.
    func places(of program: Program, isBackward: Bool) -> [Bool] {
        var places = Array(repeating: false, count: text.count + 1)
        var step = Step(program)
        for count in 0...text.count {
            let place = isBackward ? count : text.count - count
            let passed = count == 0 ? nil : text[isBackward ? place - 1 : place]
            step.advance(over: passed) { check in holds(check, at: place) }
            places[place] = step.isLeading[program.start]
        }
        return places
    }

    private func holds(_ check: Program.Check, at place: Int) -> Bool {
        switch check {
        case .start: place == 0
        case .end: place == text.count
        case .wordBoundary(let isNegative): isWordBoundary(place) != isNegative
        case .look(let number, let isNegative): answers[number][place] != isNegative
        }
    }

    private func isWordBoundary(_ place: Int) -> Bool {
        let isBefore = place > 0 && text[place - 1].isWordCharacter
        let isBehind = place < text.count && text[place].isWordCharacter
        return isBefore != isBehind
    }
}

/// The states of a program at one position.
private struct Step {
    private let program: Program
    /// The states that consume characters.
    private let taking: [Int]
    private(set) var isLeading: [Bool]
    private var runs: [Run]
    private var pending: [Int] = []

    init(_ program: Program) {
        self.program = program
        isLeading = Array(repeating: false, count: program.states.count)
        taking = program.states.indices.filter { index in
            switch program.states[index] {
            case .set, .run: true
            case .accept, .fork, .check: false
            }
        }
        runs = Array(repeating: Run(), count: program.states.count)
    }

    /// Moves to the next position, over the character `passed` unless it is the first position.
    mutating func advance(over passed: Unicode.Scalar?, _ holds: (Program.Check) -> Bool) {
        let before = isLeading
        isLeading = Array(repeating: false, count: before.count)
        lead(0)
        if let passed { take(passed, before) }
        while let state = pending.popLast() {
            for index in program.before[state] where !isLeading[index] {
                if case .check(let check, _) = program.states[index], !holds(check) { continue }
                lead(index)
            }
        }
        for index in taking {
            if case .run(_, _, _, let next) = program.states[index] {
                runs[index].remember(isLeading: isLeading[next])
            }
        }
    }

    private mutating func take(_ passed: Unicode.Scalar, _ before: [Bool]) {
        for index in taking {
            switch program.states[index] {
            case .set(let set, let next): if before[next], set.contains(passed) { lead(index) }
            case .run(let set, let least, let most, _):
                runs[index].take(isMember: set.contains(passed))
                if runs[index].isLong(least: least, most: most) { lead(index) }
            case .accept, .fork, .check: break
            }
        }
    }

    private mutating func lead(_ state: Int) {
        isLeading[state] = true
        pending.append(state)
    }
}

/// The number of consecutive characters from a set, and the positions from which what follows leads to acceptance.
private struct Run {
    private var length = 0
    /// For each visited position, the index of the last one up to then that leads to acceptance; -1 if there is none.
    private var nearest: [Int] = []

    mutating func remember(isLeading: Bool) {
        nearest.append(isLeading ? nearest.count : nearest.last ?? -1)
    }

    mutating func take(isMember: Bool) { length = isMember ? length + 1 : 0 }

    /// Whether the required number of characters lies between the current position and one that leads to acceptance.
    func isLong(least: Int, most: Int) -> Bool {
        let here = nearest.count
        guard here >= least, nearest[here - least] >= 0 else { return false }
        return here - nearest[here - least] <= min(most, length)
    }
}
