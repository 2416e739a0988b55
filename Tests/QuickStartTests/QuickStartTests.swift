import APIOAuth
import APIRuntime
import BookingService
import ChatService
import FileService
import FlyingFox
import Foundation
import GameService
import GenesysCloud
import JobService
import Loopback
import MediaService
import MessageService
import MetricService
import PaymentService
import Testing

/// The quick starts over HTTP on this machine: what goes out is what the services document.
@Suite(.timeLimit(.minutes(1))) struct QuickStartTests {
    /// Runs a quick start against answers in their order.
    ///
    /// - Returns: What it returned, and the requests.
    private func run<Client: BearerClient, Value>(
        _ answers: FlyingFox.HTTPResponse..., quickStart: (Client) async throws -> Value,
    ) async throws -> (value: Value?, requests: [ReceivedRequest]) {
        let queue = AnswerQueue(answers)
        var value: Value?
        let requests = try await withServer({ _ in try await queue.next() }) { address in
            value = try await quickStart(
                Client(bearer: "key", server: APIServer(address), configuration: ClientConfiguration()))
        }
        #expect(requests.allSatisfy { $0.headers["authorization"] == "Bearer key" })
        return (value, requests)
    }

    /// The method, the target and the body of each request, as JSON where it is.
    private func lines(_ requests: [ReceivedRequest]) -> [String] {
        requests.map { "\($0.method) \($0.target) \(String(decoding: $0.body, as: UTF8.self))" }
    }

    @Test func chats() async throws {
        let call =
            #"{"id":"c1","type":"function","function":{"name":"get_weather","arguments":"{\"city\":\"Paris\"}"}}"#
        let (answer, requests) = try await run(
            .json(
                #"{"id":"1","choices":[{"message":{"role":"assistant","content":null,"tool_calls":[\#(call)]}}]}"#
            ),
            .events(
                #"{"choices":[{"delta":{"content":"18"}}]}"#, #"{"choices":[{"delta":{"content":" °C"}}]}"#,
                #"{"choices":[]}"#, "[DONE]"),
            quickStart: QuickStart.chat)
        #expect(answer == "18 °C")
        let question =
            #"{"content":"You are brief.","role":"system"},{"content":"How warm is it in Paris?","role":"user"}"#
        let tool =
            #"{"function":{"name":"get_weather","parameters":{"properties":{"city":{"type":"string"}},"type":"object"}},"type":"function"}"#
        let sent =
            #"{"function":{"arguments":"{\"city\":\"Paris\"}","name":"get_weather"},"id":"c1","type":"function"}"#
        #expect(
            lines(requests) == [
                "POST /chat/completions "
                    + #"{"messages":[\#(question)],"model":"large","temperature":0.2,"tools":[\#(tool)]}"#,
                "POST /chat/completions "
                    + #"{"messages":[\#(question),{"role":"assistant","tool_calls":[\#(sent)]},"#
                    + #"{"content":"18 °C","role":"tool","tool_call_id":"c1"}],"model":"large","stream":true,"#
                    + #""temperature":0.2,"tools":[\#(tool)]}"#,
            ])
    }

    @Test func looksAtPictures() async throws {
        let url = try #require(URL(string: "https://example.com/cat.png"))
        let (answer, requests) = try await run(
            .json(#"{"id":"1","choices":[{"message":{"role":"assistant","content":"A cat."}}]}"#)
        ) { try await QuickStart.look($0, at: url) }
        #expect(answer == "A cat.")
        let parts =
            #"{"text":"What is this?","type":"text"},{"image_url":{"url":"https://example.com/cat.png"},"type":"image_url"}"#
        #expect(
            lines(requests) == [
                #"POST /chat/completions {"messages":[{"content":[\#(parts)],"role":"user"}],"model":"small"}"#
            ])
    }

    @Test func editsAnImage() async throws {
        let (image, requests) = try await run(.json(#"{"data":[{"b64_json":"aGk="}]}"#)) {
            try await QuickStart.edit($0, image: Data([1, 0, 255]))
        }
        #expect(image == "aGk=")
        let request = try #require(requests.first)
        let boundary = try #require(request.headers["content-type"]?.split(separator: "boundary=").last)
        #expect(request.headers["content-type"] == "multipart/form-data; boundary=\(boundary)")
        let parts = String(decoding: request.body, as: UTF8.self).components(separatedBy: "--\(boundary)")
        #expect(
            parts.dropFirst().dropLast().map { $0.split(separator: "\r\n").dropLast().joined(separator: "|") }
                == [
                    "Content-Disposition: form-data; name=\"image\"; filename=\"cat.png\"|Content-Type: image/png",
                    "Content-Disposition: form-data; name=\"prompt\"",
                    "Content-Disposition: form-data; name=\"size\"",
                ])
        #expect(request.body.range(of: Data("\r\n\r\n".utf8) + [1, 0, 255] + Data("\r\n".utf8)) != nil)
    }

    @Test func speaks() async throws {
        let (speech, requests) = try await run(
            .bytes([255, 0, 1], "audio/mpeg"), quickStart: QuickStart.speak)
        #expect(speech == Data([255, 0, 1]))
        #expect(
            lines(requests) == [
                #"POST /audio/speech {"input":"Good morning!","model":"tts","voice":"alloy"}"#
            ])
        #expect(requests.first?.headers["accept"] == "audio/mpeg")
    }

    @Test func downloadsAndUploadsFiles() async throws {
        let (files, requests) = try await run(
            .json(
                #"{"entries":[{"id":"1","type":"file","name":"a.txt"},{"id":"2","type":"folder"},{"id":"3","type":"file"}]}"#
            ),
            .bytes([1], "application/octet-stream"), .bytes([3], "application/octet-stream"),
            .json(#"{"entries":[{"id":"4","type":"file"}]}"#, status: .created)
        ) { try await QuickStart.files($0, upload: Data("new".utf8)) }
        #expect(files == ["a.txt": Data([1]), "3": Data([3])])
        #expect(
            requests.map { "\($0.method) \($0.target)" } == [
                "GET /folders/0/items?limit=100", "GET /files/1/content", "GET /files/3/content",
                "POST /files/content",
            ])
        let body = String(decoding: requests[3].body, as: UTF8.self)
        #expect(body.contains(#"{"name":"new.txt","parent":{"id":"0"}}"#))
        #expect(body.contains("name=\"file\"; filename=\"new.txt\"\r\n"))
    }

    @Test func sendsAndListsMessages() async throws {
        let next = "/v1/Accounts/AC1/Messages.json?PageToken=p2"
        let (texts, requests) = try await run(
            .json(#"{"sid":"SM1","status":"queued"}"#, status: .created),
            .json(#"{"messages":[{"body":"One"}],"next_page_uri":"\#(next)"}"#),
            .json(#"{"messages":[{"body":"Two"}],"next_page_uri":null}"#),
            quickStart: QuickStart.messages)
        #expect(texts == ["One", "Two"])
        #expect(
            lines(requests) == [
                "POST /Accounts/AC1/Messages.json To=%2B15551234567&From=%2B15557654321&Body=Hello%21",
                "GET /Accounts/AC1/Messages.json?PageSize=1 ",
                "GET /Accounts/AC1/Messages.json?PageSize=1&PageToken=p2 ",
            ])
    }

    @Test func submitsMetrics() async throws {
        let (status, requests) = try await run(.json(#"{"status":"ok"}"#, status: .accepted)) {
            try await QuickStart.metrics($0, at: Date(timeIntervalSince1970: 1_700_000_000))
        }
        #expect(status == "ok")
        #expect(
            lines(requests) == [
                #"POST /series {"series":[{"metric":"system.load.1","points":[[1700000000,0.7]],"tags":["environment:test"]}]}"#
            ])
    }

    @Test func booksATrip() async throws {
        let id = UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))
        let name = id.uuidString.lowercased()
        let (payment, requests) = try await run(
            .json(#"{"data":[{"id":"\#(name)","price":50.5}]}"#),
            .json(#"{"id":"\#(name)"}"#, status: .created), .json(#"{"id":"\#(name)","amount":50.5}"#)
        ) {
            try await QuickStart.booking($0, from: id, to: id, on: Date(timeIntervalSince1970: 1_700_000_000))
        }
        #expect(payment == id)
        let source =
            #"{"cvc":"123","exp_month":12,"exp_year":2030,"number":"4242424242424242","object":"card"}"#
        #expect(
            lines(requests) == [
                "GET /trips?origin=\(name)&destination=\(name)&date=2023-11-14T22%3A13%3A20.000Z&bicycles=true ",
                #"POST /bookings {"has_bicycle":true,"passenger_name":"Ada","trip_id":"\#(name)"}"#,
                #"POST /bookings/\#(name)/payment {"amount":50.5,"currency":"eur","source":\#(source)}"#,
            ])
    }

    @Test func patchesJobs() async throws {
        let answer = FlyingFox.HTTPResponse.json(#"{"spec":{"template":{},"suspend":true}}"#)
        let (states, requests) = try await run(
            answer, answer, answer, answer, answer, quickStart: QuickStart.jobs)
        #expect(states == [true, true, true, true])
        #expect(
            lines(requests).map { $0.replacing("/namespaces/default/jobs", with: "") } == [
                #"POST  {"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"pi"},"#
                    + #""spec":{"template":{"spec":{"restartPolicy":"Never"}}}}"#,
                #"PATCH /pi [{"op":"replace","path":"/spec/suspend","value":true}]"#,
                #"PATCH /pi {"spec":{"parallelism":null,"suspend":false}}"#,
                #"PATCH /pi {"spec":{"parallelism":2}}"#,
                "PATCH /pi spec: {suspend: true}",
            ])
        #expect(
            requests.dropFirst().map { $0.headers["content-type"] } == [
                "application/json-patch+json", "application/merge-patch+json",
                "application/strategic-merge-patch+json", "application/apply-patch+yaml",
            ])
    }

    @Test func watchesJobs() async throws {
        let lines = ["ADDED", "DELETED"].map {
            #"{"type":"\#($0)","object":{"metadata":{"name":"pi"}}}"# + "\n"
        }
        let (events, requests) = try await run(
            .bytes(Array(lines.joined().utf8), "application/json"), quickStart: QuickStart.watch)
        #expect(events == ["ADDED pi", "DELETED pi"])
        #expect(requests.map(\.target) == ["/namespaces/default/jobs?watch=true"])
        #expect(requests.first?.headers["accept"] == "application/json;stream=watch")
    }

    @Test func readsGamesByLines() async throws {
        let lines = #"{"id":"g1","winner":"white"}"# + "\n" + #"{"id":"g2"}"# + "\n"
        let (games, requests) = try await run(
            .bytes(Array(lines.utf8), "application/x-ndjson"), quickStart: QuickStart.games)
        #expect(games == ["g1 white", "g2 draw"])
        #expect(requests.map(\.target) == ["/games/user/ada?max=2"])
        #expect(requests.first?.headers["accept"] == "application/x-ndjson")
    }

    @Test func pays() async throws {
        let (secret, requests) = try await run(
            .json(#"{"id":"pi_1","object":"payment_intent","client_secret":"s"}"#), quickStart: QuickStart.pay
        )
        #expect(secret == "s")
        #expect(
            lines(requests) == [
                "POST /payment_intents amount=1099&currency=eur&payment_method_types%5B%5D=card"
                    + "&automatic_payment_methods%5Benabled%5D=true&metadata%5Border%5D=1"
            ])
        #expect(requests.first?.headers["idempotency-key"] == "order-1")
    }

    @Test func links() async throws {
        let url = try #require(URL(string: "https://example.com/hook"))
        let (token, requests) = try await run(
            .json(#"{"link_token":"link-1","expiration":"2030-01-01T00:00:00Z","request_id":"r"}"#)
        ) { try await QuickStart.link($0, webhook: url) }
        #expect(token == "link-1")
        #expect(
            lines(requests) == [
                #"POST /link/token/create {"client_name":"Purse","country_codes":["US","GB"],"language":"en","#
                    + #""products":["transactions"],"user":{"client_user_id":"user-1"},"webhook":"https://example.com/hook"}"#
            ])
    }

    @Test func listsSegments() async throws {
        let queue = AnswerQueue([
            .json(#"{"entities":[{"displayName":"A"}],"pageCount":2}"#),
            .json(#"{"entities":[{"displayName":"B"}],"pageCount":2}"#),
        ])
        var names: [String] = []
        let requests = try await withServer({ _ in try await queue.next() }) { address in
            names = try await QuickStart.segments(
                GenesysCloudClient(oauth: .token("t"), server: APIServer(address)))
        }
        #expect(names == ["A", "B"])
        #expect(requests.allSatisfy { $0.target.contains("isActive=true") })
    }
}

/// A client of a service that takes a token.
private protocol BearerClient: ServiceClient {
    init(bearer: String, server: APIServer<Self>, configuration: ClientConfiguration)
}

extension BookingServiceClient: BearerClient {}
extension ChatServiceClient: BearerClient {}
extension FileServiceClient: BearerClient {}
extension GameServiceClient: BearerClient {}
extension JobServiceClient: BearerClient {}
extension MediaServiceClient: BearerClient {}
extension MessageServiceClient: BearerClient {}
extension MetricServiceClient: BearerClient {}
extension PaymentServiceClient: BearerClient {}

private actor AnswerQueue {
    private var answers: [FlyingFox.HTTPResponse]

    init(_ answers: [FlyingFox.HTTPResponse]) { self.answers = answers }

    func next() throws -> FlyingFox.HTTPResponse {
        if answers.isEmpty { throw NoAnswer() }
        return answers.removeFirst()
    }
}

private struct NoAnswer: Error {}

extension FlyingFox.HTTPResponse {
    fileprivate static func bytes(_ bytes: [UInt8], _ type: String) -> FlyingFox.HTTPResponse {
        FlyingFox.HTTPResponse(statusCode: .ok, headers: [.contentType: type], body: Data(bytes))
    }

    fileprivate static func events(_ events: String...) -> FlyingFox.HTTPResponse {
        bytes(Array(events.map { "data: \($0)\n\n" }.joined().utf8), "text/event-stream")
    }
}
