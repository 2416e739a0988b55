import APIRuntime
import Foundation

let client = BoxClient(oAuth2Security: .token("t"), server: APIServer(CommandLine.arguments[1]))

let items = try await client.folders.getFoldersIdItems(folderID: "0", limit: 100)
for item in items.entries ?? [] { print(item.name ?? "") }

let uploaded = try await client.uploads.postFilesContent(
    body: .init(
        attributes: .init(name: "a.txt", parent: .init(id: "0")),
        file: FilePart(Data("text".utf8), filename: "a.txt")))
let id = uploaded.entries?.first?.id ?? ""
let bytes = try await client.downloads.getFilesIdContent(fileID: id) ?? Data()
print(String(decoding: bytes, as: UTF8.self))
