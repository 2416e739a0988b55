import APIRuntime
import BookingService
import ChatService
import FileService
import Foundation
import GameService
import GenesysCloud
import JobService
import MediaService
import MessageService
import MetricService
import PaymentService

/// What a user of a service writes first, as its vendor shows it.
enum QuickStart {
    /// A chat that calls a tool, and streams the answer.
    static func chat(_ client: ChatServiceClient) async throws -> String {
        var request = CreateChatCompletionRequest(
            model: "large",
            messages: [
                .system(.init(content: "You are brief.")),
                .user(.init(content: "How warm is it in Paris?")),
            ],
            temperature: 0.2,
            tools: [
                .function(
                    .init(
                        function: .init(
                            name: "get_weather",
                            parameters: ["type": "object", "properties": ["city": ["type": "string"]]])))
            ],
        )
        let message = try await client.chat.createChatCompletion(body: request).choices[0].message
        request.messages.append(.assistant(.init(content: message.content, toolCalls: message.toolCalls)))
        for call in message.toolCalls ?? [] where call.function.name == "get_weather" {
            request.messages.append(.tool(.init(content: "18 °C", toolCallID: call.id)))
        }
        var answer = ""
        for try await chunk in try await client.chat.createChatCompletionStream(body: request) {
            answer += chunk.choices.first?.delta.content ?? ""
        }
        return answer
    }

    /// Pictures in a message: a text, or parts.
    static func look(_ client: ChatServiceClient, at url: URL) async throws -> String? {
        let request = CreateChatCompletionRequest(
            model: .small,
            messages: [
                .user(
                    .init(content: [
                        .text(.init(text: "What is this?")), .imageURL(.init(imageURL: .init(url: url))),
                    ]))
            ],
        )
        return try await client.chat.createChatCompletion(body: request).choices.first?.message.content
    }

    static func edit(_ client: MediaServiceClient, image: Data) async throws -> String? {
        let images = try await client.images.createImageEdit(
            body: CreateImageEditRequest(
                image: .binary(FilePart(image, filename: "cat.png", contentType: "image/png")),
                prompt: "A cat with a hat",
                size: "1024x1024",
            ))
        return images.data.first?.b64JSON
    }

    static func speak(_ client: MediaServiceClient) async throws -> Data {
        try await client.audio.createSpeech(
            body: CreateSpeechRequest(model: "tts", input: "Good morning!", voice: "alloy"))
    }

    /// The files of a folder, one more, and the bytes of each.
    static func files(_ client: FileServiceClient, upload: Data) async throws -> [String: Data] {
        var files: [String: Data] = [:]
        let items = try await client.folders.listFolderItems(folderID: "0", limit: 100)
        for item in items.entries ?? [] {
            guard case .file(let file) = item else { continue }
            files[item.name ?? file.id] = try await client.files.downloadFile(fileID: file.id)
        }
        _ = try await client.files.uploadFile(
            body: UploadFileBody(
                attributes: .init(name: "new.txt", parent: .init(id: "0")),
                file: FilePart(upload, filename: "new.txt"),
            ))
        return files
    }

    static func messages(_ client: MessageServiceClient) async throws -> [String] {
        _ = try await client.messages.createMessage(
            account: "AC1", body: CreateMessageBody(to: "+15551234567", from: "+15557654321", body: "Hello!"))
        var texts: [String] = []
        for try await message in client.messages.listMessagesPages(account: "AC1", pageSize: 1).items {
            texts.append(message.body ?? "")
        }
        return texts
    }

    static func metrics(_ client: MetricServiceClient, at date: Date) async throws -> String? {
        let series = Series(
            metric: "system.load.1", points: [[date.timeIntervalSince1970, 0.7]], tags: ["environment:test"])
        return try await client.metrics.submitMetrics(body: MetricsPayload(series: [series])).status
    }

    /// A trip, its booking, and the payment.
    static func booking(_ client: BookingServiceClient, from: UUID, to: UUID, on date: Date) async throws
        -> UUID?
    {
        let trips = try await client.trips.findTrips(
            origin: from, destination: to, date: date, bicycles: true)
        guard let trip = trips.data?.first else { return nil }
        let booking = try await client.bookings.createBooking(
            body: Booking(tripID: trip.id, passengerName: "Ada", hasBicycle: true))
        guard let id = booking.id else { return nil }
        let payment = BookingPayment(
            amount: trip.price, currency: .eur,
            source: .card(.init(number: "4242424242424242", cvc: "123", expMonth: 12, expYear: 2030)))
        return try await client.bookings.payBooking(bookingID: id, body: payment).id
    }

    /// A job, and each kind of patch.
    static func jobs(_ client: JobServiceClient) async throws -> [Bool?] {
        var job = Job(
            apiVersion: "batch/v1", kind: "Job", metadata: ObjectMeta(name: "pi"),
            spec: JobSpec(template: ["spec": ["restartPolicy": "Never"]]))
        job = try await client.jobs.createNamespacedJob(namespace: "default", body: job)
        let patches: [PatchNamespacedJobContent] = [
            .jsonPatch([.init(op: .replace, path: "/spec/suspend", value: true)]),
            .mergePatch(JobChange(spec: .init(parallelism: .null, suspend: false))),
            .strategicMergePatch(JobChange(spec: .init(parallelism: 2))),
            .applyPatch("spec: {suspend: true}"),
        ]
        var states: [Bool?] = []
        for patch in patches {
            job = try await client.jobs.patchNamespacedJob(namespace: "default", name: "pi", body: patch)
            states.append(job.spec?.suspend)
        }
        return states
    }

    /// What happens to jobs, as it happens.
    static func watch(_ client: JobServiceClient) async throws -> [String] {
        var events: [String] = []
        for try await event in try await client.jobs.listNamespacedJobStream(
            namespace: "default", watch: true)
        {
            events.append("\(event.type) \(event.object.metadata?.name ?? "?")")
        }
        return events
    }

    static func games(_ client: GameServiceClient) async throws -> [String] {
        var winners: [String] = []
        for try await game in try await client.games.exportGames(username: "ada", max: 2) {
            winners.append("\(game.id) \(game.winner ?? "draw")")
        }
        return winners
    }

    static func pay(_ client: PaymentServiceClient) async throws -> String {
        try await client.payments.createPaymentIntent(
            idempotencyKey: "order-1",
            body: CreatePaymentIntentBody(
                amount: 1099,
                currency: "eur",
                paymentMethodTypes: ["card"],
                automaticPaymentMethods: .init(enabled: true),
                metadata: ["order": "1"],
            )
        ).clientSecret
    }

    static func link(_ client: PaymentServiceClient, webhook: URL) async throws -> String {
        try await client.links.createLinkToken(
            body: LinkTokenCreateRequest(
                clientName: "Purse",
                language: "en",
                countryCodes: [.us, .gb],
                user: .init(clientUserID: "user-1"),
                products: [.transactions],
                webhook: webhook,
            )
        ).linkToken
    }

    static func segments(_ client: GenesysCloudClient) async throws -> [String] {
        var names: [String] = []
        for try await segment in client.journey.getJourneySegmentsPages(isActive: true).items {
            names.append(segment.displayName ?? "?")
        }
        return names
    }
}
