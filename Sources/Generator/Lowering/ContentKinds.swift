import APIGenSourceText

extension BodyLowering {
    /// The kind of a media type, which its schema may refine: a binary schema is bytes under any media type, and a
    /// value under `*/*` is JSON.
    func kind(of mediaType: OpenAPI.MediaType) -> MediaKind {
        if mediaType.itemSchema != nil || mediaType.isWatched { return .sequence }
        let kind = MediaKind(mediaType.plainName)
        let schema = mediaType.schema.map(graph.end)
        let isBinary = schema.map { graph.isBinary($0) } ?? false
        switch kind {
        case .json, .text: return isBinary ? .bytes : kind
        case .bytes where ["*/*", "application/*"].contains(mediaType.plainName):
            // Without `format`, the value would be JSON.
            note("format", of: schema.flatMap { graph.schemas[$0]?.node }, as: .opaque)
            return schema == nil || isBinary ? .bytes : .json
        case .bytes, .form, .multipart, .xml, .sequence: return kind
        }
    }
}
