import APIGenSourceText

extension BodyLowering {
    /// The encodings of form fields or multipart parts that differ from the defaults (OpenAPI 3.1, section 4.8.15).
    func encodings(of mediaType: OpenAPI.MediaType, isMultipart: Bool) -> [API.FieldEncoding] {
        let schema = mediaType.schema.flatMap { graph.schemas[graph.end(of: $0)] }
        let known = schema?.properties.map(\.name.value) ?? []
        let exact = known.exact
        note("encoding", of: mediaType.node, as: .typed)
        return mediaType.encodings.compactMap { encoding in
            let name = encoding.property.value
            // The properties of a composition are not known at this point.
            if let schema, schema.isPlainObject, !exact.contains(name.exact) {
                report(.unknownEncodedProperty(encoding.property, among: known))
                return nil
            }
            note(encoding.node, as: .typed)
            if isMultipart { checkContentType(of: encoding, schema) }
            let property = schema?.properties.first { $0.name.value.isExactly(name) }
            return isMultipart ? part(encoding, of: property) : field(encoding)
        }
    }

    /// Reports objects with a content type other than JSON: they are encoded as JSON regardless.
    private func checkContentType(of encoding: OpenAPI.Encoding, _ schema: OpenAPI.Schema?) {
        guard let contentType = encoding.contentType,
            MediaKind(contentType.value.prefix { $0 != ";" }.lowercased()) != .json,
            let property = schema?.properties.first(where: {
                $0.name.value.isExactly(encoding.property.value)
            })
        else { return }
        switch graph.shape(of: graph.end(of: property.schema)) {
        case .record, .dictionary: report(.objectPartAsJSON(contentType))
        case .reference, .single, .scalar, .array, .enumeration, .integerEnumeration, .union: break
        }
    }

    private func field(_ encoding: OpenAPI.Encoding) -> API.FieldEncoding? {
        let style = encoding.style.flatMap { style -> String? in
            if ![.form, .spaceDelimited, .pipeDelimited, .deepObject].contains(style.value) {
                report(.misplacedStyle(style.value.rawValue, in: "a form", at: style.range))
                note("style", of: encoding.node, as: .reported)
                return nil
            }
            note("style", of: encoding.node, as: .typed)
            return style.value.rawValue
        }
        let isPlain = style == nil && encoding.explode == nil && !encoding.allowsReserved
        note("explode", "allowReserved", of: encoding.node, as: .typed)
        // With `style`, `explode` or `allowReserved`, `contentType` is ignored (OpenAPI 3.1, section 4.8.15.1.2).
        note("contentType", of: encoding.node, as: isPlain ? .typed : .dropped)
        guard !isPlain || encoding.contentType != nil else { return nil }
        return API.FieldEncoding(
            wireName: encoding.property.value,
            contentType: isPlain ? encoding.contentType?.value : nil,
            headers: [],
            style: style,
            explode: encoding.explode,
            allowsReserved: encoding.allowsReserved,
        )
    }

    private func part(
        _ encoding: OpenAPI.Encoding,
        of property: OpenAPI.Schema.Property?,
    ) -> API.FieldEncoding? {
        if let style = encoding.style {
            report(.misplacedStyle(style.value.rawValue, in: "a multipart body", at: style.range))
            note("style", of: encoding.node, as: .reported)
        }
        note("contentType", "headers", of: encoding.node, as: .typed)
        // Ignored in multipart, like `allowReserved`.
        note("explode", of: encoding.node, as: .dropped)
        let headers = encoding.headers.compactMap { header -> API.FieldHeader? in
            // `Content-Type` is described by `contentType`.
            guard header.name.value.lowercased() != "content-type" else {
                note(nameOf: header.node)
                return nil
            }
            if let value = onlyValue(of: header) {
                guard isTrue(header.name.value, value: value, of: property) else {
                    report(.unappliedEncoding(header, of: encoding.property.value))
                    return nil
                }
                note(header.node, as: .typed)
                note("required", of: header.node, as: .dropped)
                note(repeated: header.schema, as: .value)
                return API.FieldHeader(name: header.name.value, value: value)
            }
            report(.openPartHeader(header, of: encoding.property.value))
            return nil
        }
        guard encoding.contentType != nil || !headers.isEmpty else { return nil }
        return API.FieldEncoding(
            wireName: encoding.property.value,
            contentType: encoding.contentType?.value,
            headers: headers,
            style: nil,
            explode: nil,
            allowsReserved: false,
        )
    }

    /// Whether a header that names an encoding is true of the part: only Base64 strings are encoded.
    private func isTrue(_ header: String, value: String, of property: OpenAPI.Schema.Property?) -> Bool {
        let isCoding = ["content-encoding", "content-transfer-encoding"].contains(header.lowercased())
        guard isCoding, !["identity", "binary", "8bit", "7bit"].contains(value.lowercased()) else {
            return true
        }
        guard value.lowercased() == "base64", let property else { return false }
        if case .scalar(.data) = graph.shape(of: graph.end(of: property.schema)) { return true }
        return false
    }

    /// The constant value of a header: the only one allowed, or the default.
    private func onlyValue(of header: OpenAPI.Header) -> String? {
        guard let schema = header.schema.flatMap({ graph.schemas[graph.end(of: $0)] }) else { return nil }
        let values = schema.enumeration?.values ?? []
        return schema.constant?.text ?? (values.count == 1 ? values[0].text : nil)
            ?? schema.annotations.defaultValue?.text
    }
}

extension OpenAPI.Schema {
    /// Whether the schema itself declares all of its properties.
    fileprivate var isPlainObject: Bool {
        !properties.isEmpty && composition.allOf.isEmpty && composition.oneOf.isEmpty
            && composition.anyOf.isEmpty && reference == nil
    }
}
