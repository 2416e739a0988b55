@_spi(Generated) import APIRuntime
import APISigning
import Foundation

/// A client in the shape of generated ones: signed, with a group of operations and models of both directions.
struct LibraryClient: ServiceClient {
    var api: APIClient

    init(
        appID: String, appSecret: String, server: APIServer<LibraryClient> = .production,
        configuration: ClientConfiguration = ClientConfiguration(),
    ) {
        api = APIClient(server: server, configuration: configuration)
        api.credentials["AppID"] = .apiKey(appID, in: .query("appId"))
        api.credentials["AppTime"] = .unixTime(in: .query("time"))
        api.credentials["AppSignature"] = .hmacSHA256(
            key: appSecret, signing: ["content": .body, "path": .path, "query": .query],
            in: .header("Signature"),
        )
        api.security = [["AppID", "AppTime", "AppSignature"]]
    }

    var books: BooksAPI { BooksAPI(api: api) }

    static let schemas = SchemaSet(
        #"""
        {
        "BookUpdate": {"properties": {"title": {"maxLength": 30}, "tags": {"maxItems": 5}}}
        }
        """#)
}

extension APIServer<LibraryClient> {
    static var production: Self { "https://library.example.com/v1" }
}

struct BooksAPI: Sendable {
    let api: APIClient

    /// `GET /books`
    func listBooks(
        pageSize: Int? = nil, sortBy: [String]? = nil, ids: [UUID]? = nil, genre: Genre? = nil,
        traceID: String? = nil,
    ) async throws(APIError) -> [Book] {
        var request = Request(.get, "/books", operation: "listBooks")
        request.query("pageSize", pageSize, .minimum(1), .maximum(200))
        request.query("sortBy", sortBy, style: .pipeDelimited, explode: false, .maxItems(2), .uniqueItems)
        request.query("ids", ids, .maxItems(100))
        request.query("genre", genre)
        request.header("X-Trace-Id", traceID, .maxLength(64), .pattern("^[a-z]+$"))
        request.require("pageSize", with: "sortBy")
        request.exclude("pageSize", "sortBy", with: "ids")
        request.failure(.range(400...499), as: Problem.self)
        return try await api.send(request)
    }

    /// `PATCH /shelves/{shelf}/books/{id}`
    func updateBook(shelf: String, id: UUID, pin: String, body: BookUpdate) async throws(APIError) -> Book? {
        var request = Request(.patch, "/shelves/{shelf}/books/{id}", operation: "updateBook")
        request.path("shelf", shelf)
        request.path("id", id)
        request.query("pin", pin, sensitive: true)
        request.body(body, .schema(LibraryClient.schemas["BookUpdate"]))
        request.failure(409, as: Problem.self)
        request.failure(.other, as: Problem.self)
        return try await api.send(request)
    }

    /// `DELETE /books/{id}`
    func removeBook(id: UUID) async throws(APIError) {
        var request = Request(.delete, "/books/{id}", operation: "removeBook")
        request.path("id", id)
        request.security = [["OAuth"], []]
        try await api.send(request)
    }
}

struct Genre: OpenEnum {
    let rawValue: String
    init(rawValue: String) { self.rawValue = rawValue }

    static var poetry: Self { "poetry" }
}

struct Book: Decodable, Hashable, Sendable {
    let id: UUID
    let title: String?
    let published: Date?
    let additionalProperties: [String: JSONValue]

    init(from decoder: any Decoder) throws {
        var fields = try decoder.fields()
        id = try fields.required("id")
        title = fields.optional("title")
        published = fields.optional("published_at")
        additionalProperties = fields.others(than: "id", "title", "published_at")
        try fields.end()
    }
}

struct BookUpdate: Encodable, Hashable, Sendable {
    var title: String?
    var subtitle: PropertyPatch<String> = .unchanged
    var tags: [String]?

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.fields()
        fields.write("title", title)
        fields.write("subtitle", subtitle)
        fields.write("tags", tags)
        try fields.end()
    }
}

struct Problem: Decodable, Hashable, Sendable {
    let message: String?

    init(from decoder: any Decoder) throws {
        var fields = try decoder.fields()
        message = fields.optional("message")
        try fields.end()
    }
}
