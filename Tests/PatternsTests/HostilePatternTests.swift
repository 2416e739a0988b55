@testable import APIPatterns
import Testing

/// Patterns that take exponential time where they are tried by backtracking, with a text that does not match.
private let hostile: [(pattern: String, part: String, end: String)] = [
    ("^(a+)+$", "a", "!"), ("^(a*)*$", "a", "!"), ("^(a|aa)+$", "a", "!"), ("^(a|a?)+$", "a", "!"),
    ("^(.*a){12}$", "a", "!"), ("^([a-zA-Z]+)*$", "aB", "1"), ("^(\\w+\\s?)*$", "ab ", "!"),
    ("^((a+)+)+$", "a", "!"), ("(x+x+)+y", "x", "z"), ("^(\\d+)+\\.$", "1", "x"),
    ("^(([a-z])+.)+[A-Z]([a-z])+$", "a", "!"), ("(.*)*=", "a", "!"), ("^(a?){40}a{40}$", "a", "b"),
    ("^\\s*(.*)\\s*$", " ", "\n"), ("(a|b|ab)*c", "ab", "d"), ("^(0|1|01|10)*2$", "01", "3"),
    ("^([^,]*,)*$", "a,", "x"), ("^(?:(?:a+)?b?)*$", "ab", "c"), ("(?=(a+)+$)b", "a", "!"),
    ("^(?!(a+)+$).*b$", "a", "c"), ("^([a-z0-9]+[._-]?)+@", "a.", "#"),
    ("^(https?://)?(\\w+\\.?)+$", "ab.", "%"),
    ("^(a{1,10}){1,10}$", "a", "!"), ("(\\w*)*\\d", "a", "-"), ("^(\\p{L}+)*$", "ä", "1"),
    ("^(ab?)*(a|b)*$", "ab", "c"),
    ("^(.|\\n)*x$", "a", "y"), ("([\\s\\S]*?)*z", "a", "!"), ("^((ab)*c?)*$", "ab", "d"),
    ("^(a*b*c*)*$", "abc", "d"),
]

@Suite(.serialized) struct HostilePatternTests {
    /// At most a millisecond for 100 code points, for both verdicts.
    @Test func takeLinearTime() throws {
        #expect(hostile.count == 30)
        for (source, part, end) in hostile {
            let pattern = try #require(Pattern(source), "\(source)")
            let text = String(repeating: part, count: 2000 / part.unicodeScalars.count)
            for text in [text + end, text] {
                let start = ContinuousClock.now
                _ = pattern.matches(text)
                let time = ContinuousClock.now - start
                // The build for tests is not optimized: ten times slower than that of a release.
                #expect(time < .milliseconds(20) * 10, "\(source): \(time)")
            }
        }
    }
}
