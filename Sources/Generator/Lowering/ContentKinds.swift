import SourceText

extension BodyLowering {
    /// A schema may say more than the name: bytes are bytes under any name, and a value under `*/*` is JSON.
    func kind(of mediaType: OpenAPI.MediaType) -> MediaKind {
        if mediaType.itemSchema != nil || mediaType.isWatched { return .sequence }
        let kind = MediaKind(mediaType.plainName)
        let schema = mediaType.schema.map(graph.end)
        let isBinary = schema.map { graph.isBinary($0) } ?? false
        switch kind {
        case .json, .text: return isBinary ? .bytes : kind
        case .bytes where ["*/*", "application/*"].contains(mediaType.plainName):
            // Without its format the value would be JSON.
            note("format", of: schema.flatMap { graph.schemas[$0]?.node }, as: .opaque)
            return schema == nil || isBinary ? .bytes : .json
        case .bytes, .form, .multipart, .xml, .sequence: return kind
        }
    }
}
