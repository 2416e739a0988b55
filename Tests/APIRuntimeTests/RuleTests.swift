@_spi(Generated) import APIRuntime
import Testing

@Suite struct RuleTests {
    @Test func requiresOneParameterWithAnother() async {
        let found = await violations {
            $0.query("queryValue", "vip")
            $0.query("queryFields", [String]())
            $0.require("queryFields", with: "queryValue")
            $0.require("queryValue", with: "queryFields")
        }
        #expect(
            found == [
                Violation(
                    path: "queryValue", rule: .dependentRequired, message: "queryValue requires queryFields")
            ])
    }

    @Test func excludesParametersWithAnother() async {
        let found = await violations {
            $0.query("pageSize", 1)
            $0.query("sortBy", String?.none)
            $0.query("pageNumber", 2)
            $0.query("segmentIds", ["a"])
            $0.exclude("pageSize", "sortBy", "pageNumber", with: "segmentIds")
        }
        #expect(
            found == [
                Violation(
                    path: "pageSize", rule: .mutuallyExclusive, message: "pageSize excludes segmentIds"),
                Violation(
                    path: "pageNumber", rule: .mutuallyExclusive, message: "pageNumber excludes segmentIds"),
            ])
    }

    @Test func holdsWhenNothingIsBroken() async {
        let found = await violations {
            $0.query("a", 1)
            $0.query("b", 2)
            $0.require("a", with: "b")
            $0.exclude("a", with: "c")
        }
        #expect(found == [])
    }

    @Test func reportsEverythingAtOnceAndSendsNothing() async {
        let transport = InMemoryTransport()
        var request = Request(.post, "/items/{id}", operation: "createItem")
        request.path("id", "..")
        request.query("pageSize", 0, .minimum(1))
        request.header("X-A", "\n")
        request.body(Note(title: "too long", tags: ["a", "b", "c"]), .schema(Note.validationSchema))
        request.require("other", with: "pageSize")
        let error = await failure { () throws(APIError) in
            try await client(transport, baseURL: "ftp://x").send(request)
        }
        #expect(
            error?.description
                == "createItem was not sent: id must not be a dot segment; pageSize must be at least 1, but is 0; "
                + "X-A must not hold control characters, nor blanks at its ends; $.title must hold at most 5 characters, "
                + #"but is "too long"; "#
                + "$.tags must hold at most 2 items, but is an array of 3; pageSize requires other; "
                + "server URL must start with https:// or http://.")
        #expect(transport.requests.isEmpty)
    }
}
