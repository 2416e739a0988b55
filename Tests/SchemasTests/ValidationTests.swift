import APIRuntime
import Foundation
import Testing
import Validation

/// What a client refuses before anything is sent, by the client of a case.
@Suite struct ValidationTests {
    private func client(
        _ transport: InMemoryTransport = InMemoryTransport(), _ change: (inout CallOptions) -> Void = { _ in },
    ) -> ValidationClient {
        var configuration = ClientConfiguration(transport: transport)
        change(&configuration.options)
        return ValidationClient(configuration: configuration)
    }

    private func violations(_ call: () async throws -> Void) async -> [Violation] {
        do {
            try await call()
            return []
        } catch APIError.invalidRequest(let invalid) {
            return invalid.violations
        } catch {
            return [Violation(path: "\(error)", rule: "other", message: "\(error)")]
        }
    }

    private static let order = Order(
        name: "Anna", secret: "abcd", lines: [Line(quantity: 1)], payment: .card(Card(number: "1234")))

    @Test func tellsAllMistakesAtOnceAndSendsNothing() async {
        let transport = InMemoryTransport()
        var order = Self.order
        order.name = "A"
        order.lines = [Line(quantity: 1), Line(quantity: 0, parts: [Line(quantity: -1)])]
        order.labels = ["ab": "long"]
        order.payment = .transfer(Transfer(iban: "12"))
        order.price = Decimal(string: "1.005")
        let found = await violations { _ = try await client(transport).orders.placeOrder(body: order) }
        #expect(
            found.map(\.message) == [
                "$.name must hold at least 2 characters",
                "$.lines[1].quantity must be at least 1",
                "$.lines[1].parts[0].quantity must be at least 1",
                "$.labels.ab must hold at most 3 characters",
                "$.payment.iban must match ^[A-Z]{2}",
                "$.price must be a multiple of 0.01",
            ])
        #expect(found.map(\.pointer).suffix(2) == ["/payment/iban", "/price"])
        #expect(found.map(\.value).prefix(2) == ["\"A\"", "0"])
        #expect(transport.requests.isEmpty)
    }

    @Test func checksParametersWithBodies() async {
        let found = await violations {
            _ = try await client().orders.listOrders(
                page: 11, code: "none", sort: "newest", ids: ["ab", "ab", "c"], filter: Filter(since: 1999))
        }
        #expect(
            found.map(\.message) == [
                "page must be at most 10", #"code must not match {"const":"none"}"#,
                "ids must not hold the same item twice", "ids[2] must hold at least 2 characters",
                "filter.since must be at least 2000",
            ])
        #expect(
            await violations {
                _ = try await client(InMemoryTransport { _ in .json("[]") }).orders.listOrders(
                    page: 10, code: "some", sort: "unknown", ids: ["ab", "bc"], filter: Filter(since: 2000))
            } == [])
    }

    @Test func checksWhatHoldsForSomeValues() async {
        var order = Self.order
        order.kind = "gift"
        #expect(await rules(order) == ["required"])
        order.reason = "birthday"
        #expect(await rules(order) == [])
        order.kind = nil
        order.mail = "a@example.com"
        #expect(await rules(order) == ["dependentRequired"])
    }

    private func rules(_ order: Order, _ options: ValidationOptions? = []) async -> [String] {
        let transport = InMemoryTransport { _ in .json(#"{"id":"12345678","name":"Anna","lines":[]}"#) }
        return await violations {
            _ = try await client(transport) { $0.validation = options }.orders.placeOrder(body: order)
        }.map(\.rule.rawValue)
    }

    @Test func takesUnknownValuesUnlessTheyAreClosed() async {
        var order = Self.order
        order.sort = "random"
        order.payment = .other(["kind": "cash"])
        order.mail = "nobody"
        order.kind = "k"
        #expect(await rules(order) == [])
        #expect(await rules(order, .closedValues) == ["enum", "oneOf"])
        #expect(await rules(order, .all) == ["format", "enum", "oneOf"])
        order.name = ""
        #expect(await rules(order, nil) == [])
    }

    @Test func hidesSecrets() async {
        var order = Self.order
        order.secret = "much too long"
        let found = await violations { _ = try await client().orders.placeOrder(body: order) }
        #expect(found.map(\.message) == ["$.secret must hold at most 4 characters"])
        #expect(found.map(\.value) == ["a secret"])
        #expect(!"\(found)".contains("too long"))
    }

    @Test func checksTheItemsOfABody() async {
        #expect(await violations { try await client().orders.putNotes(body: ["", "a"]) } == [])
        let few = await violations { try await client().orders.putNotes(body: [""]) }
        #expect(few.map(\.rule) == ["contains"])
        let many = await violations { try await client().orders.putNotes(body: ["a", "b", "c"]) }
        #expect(many.map(\.rule) == ["maxContains"])
    }

    @Test func validatesWithoutSending() throws {
        try Self.order.validate()
        var order = Self.order
        order.name = "Annabel"
        let error = #expect(throws: ValidationError.self) { try order.validate() }
        #expect(error?.violations.map(\.pointer) == ["/name"])
        #expect(error.map { "\($0)" } == #"$.name must hold at most 5 characters, but is "Annabel"."#)
    }

    @Test func tellsWhereAResponseDeparts() async throws {
        let answer =
            #"[{"id":"1","name":"Anna","lines":[{"quantity":0}]},{"name":"Ben","lines":[{"quantity":1}]}]"#
        let (departures, continuation) = AsyncStream.makeStream(of: AnswerDeparture.self)
        var configuration = ClientConfiguration(transport: InMemoryTransport { _ in .json(answer) })
        configuration.onDeparture = { continuation.yield($0) }
        configuration.options.responseValidation = []
        let orders = try await ValidationClient(configuration: configuration).orders.listOrders()
        continuation.finish()
        let found = await departures.reduce(into: []) { $0.append($1.description) }
        #expect(orders.count == 2)
        #expect(
            found == [
                "The answer to listOrders does not fit the document at $[0].id: "
                    + "expected a value that must hold at least 8 characters, found another.",
                "The answer to listOrders does not fit the document at $[0].lines[0].quantity: "
                    + "expected a value that must be at least 1, found another.",
                "The answer to listOrders does not fit the document at $[1].id: "
                    + "expected a value that must be set, found none.",
            ])
        #expect(throws: ValidationError.self) { try orders[0].validateAsReceived() }
    }
}
