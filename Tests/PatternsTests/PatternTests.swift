import APIPatterns
import Testing

/// A pattern with texts that it matches and texts that it does not.
struct PatternCase: Sendable, CustomTestStringConvertible {
    let pattern: String
    let matching: [String]
    let others: [String]
    var testDescription: String { pattern }

    init(_ pattern: String, _ matching: [String], not others: [String] = []) {
        (self.pattern, self.matching, self.others) = (pattern, matching, others)
    }

    static let all =
        places + repetitions + looks + classes + escapes + [
            PatternCase("a|b", ["xb", "a"], not: ["c"]),
            PatternCase("^(a|bc)*$", ["", "abcbca"], not: ["abcb"]),
            PatternCase("^(?<year>\\d{4})-(?:0[1-9]|1[0-2])$", ["2024-12"], not: ["2024-13"]),
            PatternCase("^(|a)+$", ["", "aa"], not: ["b"]),
            PatternCase("{", ["{"]), PatternCase("a{,2}", ["a{,2}"], not: ["aa"]), PatternCase("]", ["]"]),
        ]

    private static let places = [
        PatternCase("^a", ["abc"], not: ["ba", ""]), PatternCase("a$", ["ba"], not: ["ab", "a\n"]),
        PatternCase("^$", [""], not: ["\n"]), PatternCase("", ["", "a"]),
        PatternCase("\\bfoo\\b", ["a foo b", "foo"], not: ["afoo", "foo_"]),
        PatternCase("\\Boo", ["foo"], not: ["oo"]),
    ]

    private static let repetitions = [
        PatternCase("^[a-z]{2,3}$", ["ab", "abc"], not: ["a", "abcd", "aBc"]),
        PatternCase("^[a-c]{0,2}d$", ["d", "ad", "abd"], not: ["abcd"]),
        PatternCase("^a{3}b{2}$", ["aaabb"], not: ["aabb", "aaabbb"]),
        PatternCase("a{2}", ["baab"], not: ["ba"]),
        PatternCase("^a{0}$", [""], not: ["a"]), PatternCase("^\\d{2,}$", ["12", "12345"], not: ["1"]),
        PatternCase("^(ab){2}$", ["abab"], not: ["ab", "ababab"]),
        PatternCase("^(ab){2,}$", ["abab", "ababab"], not: ["ab"]),
        PatternCase("^(?:a{2}|b)*$", ["aabaa"], not: ["aaba"]),
        PatternCase("^(a*)*?$", ["aaa", ""], not: ["b"]),
        PatternCase("^.{2,4}?$", ["ab", "abcd"], not: ["a", "abcde"]),
        PatternCase("^(){1000000000}$", [""], not: ["a"]),
    ]

    private static let looks = [
        PatternCase("^(?!.*foo).*$", ["a fo"], not: ["a foo"]),
        PatternCase("^(?=.*\\d)(?=.*[a-z]).{4,8}$", ["abc1"], not: ["abcd", "1a"]),
        PatternCase("(?<=a)b", ["ab"], not: ["cb", "b"]), PatternCase("(?<!a)b", ["b", "cb"], not: ["ab"]),
        PatternCase("(?<=a+b)c", ["aabc"], not: ["bac"]), PatternCase("(?<=^ab)c", ["abc"], not: ["xabc"]),
        PatternCase("^(?=(?!ab)a)\\w+$", ["ac"], not: ["abc"]),
        PatternCase("(?<=(?<!x)a)b", ["ab", "yab"], not: ["xab"]),
    ]

    private static let classes = [
        PatternCase("^[^]$", ["\n", "a"], not: [""]), PatternCase("[]", [], not: ["a", ""]),
        PatternCase("^.$", ["é", "😀"], not: ["\n", "\u{2028}", "ab"]),
        PatternCase("^[\\w-]+$", ["a-b"], not: ["a b"]), PatternCase("^[a\\-z]+$", ["a-z"], not: ["b"]),
        PatternCase("^[\\d-x]+$", ["1-x"], not: ["w"]), PatternCase("^[^\\D]$", ["1"], not: ["a"]),
        PatternCase("^[[a&&b]+]$", ["[]", "a]"], not: ["c]"]), PatternCase("^[\\b]$", ["\u{8}"], not: ["b"]),
        PatternCase("^\\d+$", ["09"], not: ["٣"]), PatternCase("^\\w+$", ["a_9"], not: ["é"]),
        PatternCase("^\\s$", ["\u{A0}", "\u{FEFF}", "\t"], not: ["\u{85}"]),
        PatternCase("^\\S+$", ["é"], not: ["a b"]),
    ]

    private static let escapes = [
        PatternCase("^\\u0041\\x42\\u{43}$", ["ABC"]), PatternCase("^\\uD83D\\uDE00$", ["😀"]),
        PatternCase("^\\t\\n\\v\\f\\r\\0\\cA$", ["\t\n\u{B}\u{C}\r\0\u{1}"]),
        PatternCase("^\\.\\/\\-\\@$", ["./-@"]), PatternCase("^\\p{L}+$", ["éA"], not: ["1"]),
        PatternCase("^\\P{Lu}$", ["a"], not: ["A"]), PatternCase("^\\p{gc=Nd}$", ["٣"], not: ["a"]),
        PatternCase("^[\\p{Alphabetic}\\p{ASCII}]+$", ["é!"], not: ["…"]),
        PatternCase("e\u{301}", ["e\u{301}"], not: ["é"]),
    ]
}

@Suite struct PatternTests {
    @Test(arguments: PatternCase.all)
    func matches(_ pattern: PatternCase) throws {
        let regex = try #require(Pattern(pattern.pattern))
        for text in pattern.matching { #expect(regex.matches(text), "\(text)") }
        for text in pattern.others { #expect(!regex.matches(text), "\(text)") }
    }

    /// No regular expressions of ECMA-262, references to what a group has matched, and what would need too much room.
    @Test(arguments: [
        "(", ")", "[", "a{2,1}", "*", "a**", "^*", "\\Z", "\\", "(?i)a", "a++", "[b-a]", "\\u12",
        "\\u{110000}",
        "\\xG0", "\\c1", "\\01", "(?<1>a)", "(?<a", "(?x", "\\p{Klingon}", "\\p{L", "(a)\\1", "(?<a>b)\\k<a>",
        "(((((a{10}b){10}){10}){10}){10}){10}",
        String(repeating: "(", count: 200) + String(repeating: ")", count: 200),
    ])
    func refuses(_ pattern: String) {
        #expect(Pattern(pattern) == nil)
    }

    /// Patterns that take exponential time where they are tried one way after the other.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "^(\\w+\\s?)*$", "^(a+)+$", "^(a|aa)+$", "^(a|a?)+$", ".*.*.*=.*", "^(.*a){20}$", "^.{1,1000}!$",
            "^(?=(.*a)*b)", "(?<=(a+)+)b", "^(a{1,50}){1,50}$",
        ])
    func takesTimeInProportion(_ pattern: String) throws {
        let regex = try #require(Pattern(pattern))
        #expect(!regex.matches(String(repeating: "a", count: 2000) + "!"))
    }
}
