import APIGenJSONPath
import Testing

/// What is said of texts that are no queries. A caret marks the place.
@Suite struct MistakeTests {
    @Test(arguments: [
        ("", "^", "a JSONPath begins with '$', the root of the document"),
        ("store", "^", "a JSONPath begins with '$', the root of the document"),
        ("@.a", "^", "a JSONPath begins with '$', the root of the document"),
        ("$a", " ^", "expected '.', '[' or the end, found 'a'"),
        ("$.a ", "   ^", "expected '.', '[' or the end, found ' '"),
        ("$.", "  ^", "expected a name or '*'"),
        ("$..", "   ^", "expected a name or '*'"),
        ("$.a.'b'", "    ^^^", "a name behind a dot has only letters, digits and '_'; write ['b']"),
        (
            "$.paths./a/{b}.get", "        ^^^^^^",
            "a name behind a dot has only letters, digits and '_'; write ['/a/{b}']"
        ),
        (
            "$.x-oai-traits.a", "  ^^^^^^^^^^^^",
            "a name behind a dot has only letters, digits and '_'; write ['x-oai-traits']"
        ),
        ("$.200", "  ^^^", "a name behind a dot has only letters, digits and '_'; write ['200']"),
        ("$[a]", "  ^", "expected a name in quotes, an index, '*' or '?'"),
        ("$['a'", " ^", "this [ is never closed"),
        ("$['a' 'b']", "      ^", "expected ',' or ']'"),
        ("$['a]", "  ^", "this ' is never closed"),
        (#"$['\x']"#, "   ^^", #"unknown escape '\x'; write '\\' for a backslash"#),
        (#"$["\'"]"#, "   ^^", #"unknown escape '\''; write '\\' for a backslash"#),
        (
            #"$["\u12"]"#, "   ^^",
            "expected four hexadecimal digits, or two times four that are a surrogate pair"
        ),
        (
            #"$["\ud800"]"#, "   ^^^^^^",
            "expected four hexadecimal digits, or two times four that are a surrogate pair"
        ),
        (
            "$['a\u{1}']", "    ^",
            #"a control character in a text; write it as an escape, such as \n or \u0007"#
        ),
        ("$[01]", "  ^^", "'01' is no index; write it like 0, 12 or -1"),
        ("$[-0]", "  ^^", "'-0' is no index; write it like 0, 12 or -1"),
        (
            "$[99999999999999999999]", "  ^^^^^^^^^^^^^^^^^^^^",
            "'99999999999999999999' is no index; write it like 0, 12 or -1"
        ),
        ("$[?@.a = 1]", "       ^", "expected ',' or ']'"),
        ("$[?@.a == ]", "          ^", "expected '@', '$', a value or a function"),
        ("$[?(@.a]", "       ^", "expected ')', '&&' or '||'"),
        ("$[?(@.a", "   ^", "this ( is never closed"),
        ("$[?@.a == b]", "          ^", "'b' is no value; write @.b for a member, or quotes around a text"),
        ("$[?@.a == 01]", "          ^^", "'01' is no number; write it like 0, -1.5 or 2e10"),
        ("$[?'a']", "   ^^^", "a value is no condition; compare it with another one"),
        ("$[?length(@.a)]", "   ^^^^^^^^^^^", "a value is no condition; compare it with another one"),
        ("$[?@.* == 1]", "   ^^^", "this may select several nodes, and only one can be compared"),
        ("$[?1 == @..a]", "        ^^^^", "this may select several nodes, and only one can be compared"),
        (
            "$[?match(@.a, 'b') == true]", "   ^^^^^^^^^^^^^^^",
            "this is true or false already; there is nothing to compare"
        ),
        ("$[?lenght(@.a) == 1]", "   ^^^^^^", "there is no function 'lenght'; did you mean 'length'?"),
        (
            "$[?key(@) == 1]", "   ^^^",
            "there is no function 'key'; there are length, count, match, search, value"
        ),
        ("$[?length(@.a, 1) == 1]", "   ^^^^^^^^^^^^^^", "'length' takes 1 argument"),
        ("$[?match(@.a)]", "   ^^^^^^^^^^", "'match' takes 2 arguments"),
        ("$[?count(1) == 1]", "         ^", "expected a query, such as @.name"),
        ("$[?match(@.a, '[')]", "              ^^^", "this is no regular expression"),
    ])
    func saysWhatIsWrong(text: String, carets: String, message: String) {
        #expect {
            try PathQuery(text)
        } throws: { error in
            let error = error as? PathError
            let place = error.map { marked($0.range) }
            #expect(error?.message == message)
            #expect(place == carets)
            return error?.message == message && place == carets
        }
    }

    private func marked(_ range: Range<Int>) -> String {
        String(repeating: " ", count: range.lowerBound) + String(repeating: "^", count: max(1, range.count))
    }

    @Test(arguments: ["(", "@[?", "length("])
    func refusesToNestWithoutEnd(opening: String) {
        let text = "$[?" + String(repeating: opening, count: 100_000)
        #expect {
            try PathQuery(text)
        } throws: { error in
            (error as? PathError)?.message.hasPrefix("more than 50 levels") == true
        }
    }
}
