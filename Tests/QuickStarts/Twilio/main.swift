import APIRuntime
import Foundation

let account = "AC00000000000000000000000000000001"
let client = TwilioClient(username: account, password: "secret", server: APIServer(CommandLine.arguments[1]))
let sent = try await client.message.createMessage(
    accountSid: account,
    body: .init(to: "+15551234567") {
        $0.from = "+15557654321"; $0.body = "Hello!"
    })
print(sent.sid ?? "", sent.status ?? "")
let list = try await client.message.listMessage(accountSid: account, to: "+15551234567", pageSize: 20)
for message in list.messages ?? [] { print(message.body ?? "") }
