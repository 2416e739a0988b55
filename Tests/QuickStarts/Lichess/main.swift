import APIRuntime
import Foundation

let client = LichessClient(oAuth2: .token("t"), server: APIServer(CommandLine.arguments[1]))
for try await game in try await client.games.apiGamesUser(username: "ericrosen", max: 2) {
    if case .json(let game) = game { print(game.id) }
}
