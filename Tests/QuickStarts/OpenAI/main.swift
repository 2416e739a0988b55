import APIRuntime
import Foundation

let client = OpenAIClient(apiKeyAuth: "sk", server: APIServer(CommandLine.arguments[1]))

// Chat with a tool, and the answer as a stream.
var request = CreateChatCompletionRequest(
    messages: [.system(.init(content: "You are terse.")), .user(.init(content: "Weather in Paris?"))],
    model: "gpt-5",
) {
    $0.temperature = 0.2
    $0.tools = [
        .function(
            .init(
                function: .init(
                    name: "get_weather",
                    parameters: ["type": "object", "properties": ["city": ["type": "string"]]])))
    ]
}
let answer = try await client.chat.createChatCompletion(body: request)
let message = answer.choices[0].message
request.messages.append(.assistant(.init(toolCalls: message.toolCalls)))
for call in message.toolCalls ?? [] {
    guard case .function(let call) = call else { continue }
    print(call.function.name, call.function.arguments)
    request.messages.append(.tool(.init(content: "18 degrees", toolCallID: call.id)))
}
for try await chunk in try await client.chat.createChatCompletionStream(body: request) {
    print(chunk.choices.first?.delta.content ?? "", terminator: "")
}
print()

// The same by the newer API.
let response = try await client.responses.createResponse(
    body: .init {
        $0.model = "gpt-5"; $0.input = "Hello"
    })
for item in response.output {
    if case .message(let message) = item, case .outputText(let text) = message.content.first {
        print(text.text)
    }
}

// An image, and speech.
let picture = FilePart(Data("PNG".utf8), filename: "a.png")
let edited = try await client.images.createImageEdit(
    body: .multipart(.init(image: .binary(picture), prompt: "A hat", model: "gpt-image-1")))
print(edited.data?.first?.b64JSON ?? "")
let speech = try await client.audio.createSpeech(
    body: .init(model: "gpt-4o-mini-tts", input: "Hello", voice: "alloy"))
print(speech.count)
