extension StrictFormat {
    /// The format that the examples of a schema have to match.
    init?(of schema: OpenAPI.Schema) {
        guard schema.types.contains(.string), schema.values.isEmpty, schema.reference == nil else {
            return nil
        }
        let encoded = schema.content.encoding.flatMap(ScalarType.init(encoding:))?.facts.formats.first
        self.init(rawValue: encoded ?? schema.format?.value ?? "")
    }
}
