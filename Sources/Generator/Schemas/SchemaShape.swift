import APIGenSourceText

/// The kind of type that represents a schema.
enum SchemaShape {
    case reference(OpenAPI.SchemaReference)
    /// A composition that reduces to one schema, such as `anyOf: [T, null]`.
    case single(OpenAPI.Schema.ID)
    case scalar(API.Scalar)
    case array(OpenAPI.Schema.ID?)
    case dictionary(OpenAPI.Schema.ID?)
    case record
    /// An enumeration of strings.
    case enumeration
    /// An enumeration of integers.
    case integerEnumeration
    /// Alternatives that do not reduce to one type.
    case union
}

extension SchemaGraph {
    func shape(of id: OpenAPI.Schema.ID) -> SchemaShape {
        shapes.shape(id) { schemas[id].map { SchemaShapes(graph: self).shape(of: $0, id) } ?? .scalar(.json) }
    }

    /// The scalar type of a string schema. Unknown formats are plain strings.
    func stringScalar(_ schema: OpenAPI.Schema) -> API.Scalar {
        guard schema.hasStrictFormat else { return .string }
        if let scalar = schema.content.encoding.flatMap(API.Scalar.init(encoding:)) { return scalar }
        if let mediaType = schema.content.mediaType {
            let kind = MediaKind(mediaType.lowercased())
            if kind == .bytes || kind == .multipart { return .binary }
        }
        return scalar(of: .string, [schema.format?.value].compactMap(\.self)) ?? .string
    }

    func scalar(of type: OpenAPI.Schema.TypeName, _ formats: [String]) -> API.Scalar? {
        formats.lazy.compactMap { API.Scalar(format: $0, of: type) }.first
    }
}

/// Determines the shapes of schemas.
struct SchemaShapes {
    let graph: SchemaGraph

    func shape(of schema: OpenAPI.Schema, _ id: OpenAPI.Schema.ID) -> SchemaShape {
        let hasOwnFields = !schema.properties.isEmpty || schema.additionalProperties != nil
        if let reference = schema.reference {
            // Since 3.1, keywords next to a reference apply as if both were parts of an `allOf`.
            let hasParts = !schema.composition.allOf.isEmpty
            if hasParts, !hasOwnFields, let shape = graph.conjunctions.conjunctionShape(of: schema) {
                return shape
            }
            let hasMore = hasParts || !graph.alternatives(of: schema).isEmpty
            return hasOwnFields || hasMore ? .record : .reference(reference)
        }
        if let shape = unionShape(of: schema, id) { return shape }
        let parts = schema.composition.allOf
        if !parts.isEmpty, !graph.restrictions.areAllParts(of: schema) {
            return compositionShape(of: schema, hasOwnFields: hasOwnFields)
        }
        if isStringEnumeration(schema) { return .enumeration }
        if isIntegerEnumeration(schema) { return .integerEnumeration }
        return shapeByType(schema)
    }

    private func compositionShape(of schema: OpenAPI.Schema, hasOwnFields: Bool) -> SchemaShape {
        let parts = schema.composition.allOf
        if parts.count == 1, !hasOwnFields, schema.required.isEmpty { return .single(parts[0]) }
        if parts.count > 1, !hasOwnFields, let shape = graph.conjunctions.conjunctionShape(of: schema) {
            return shape
        }
        return .record
    }

    private func shapeByType(_ schema: OpenAPI.Schema) -> SchemaShape {
        let restricting = graph.restrictions.schemas(of: schema)
        let types = (schema.types + restricting.flatMap(\.types)).filter { $0 != .null }.withoutDuplicates
        guard types.count <= 1 else {
            return Set(types) == [.integer, .number] ? .scalar(.number) : .scalar(.json)
        }
        let telling = ([schema] + restricting).filter(\.tellsFormat)
        let formats = telling.compactMap(\.format?.value)
        switch types.first ?? impliedType(of: schema) {
        case .object: return objectShape(schema)
        case .array: return .array(schema.items)
        case .string: return .scalar(graph.stringScalar(telling.first ?? schema))
        case .boolean: return .scalar(.boolean)
        case .integer: return .scalar(graph.scalar(of: .integer, formats) ?? .integer)
        case .number: return .scalar(graph.scalar(of: .number, formats) ?? .number)
        case .null, nil: return .scalar(.json)
        }
    }

    /// The type of a schema without `type`, implied by its other keywords.
    private func impliedType(of schema: OpenAPI.Schema) -> OpenAPI.Schema.TypeName? {
        let isObject = !schema.properties.isEmpty || !schema.patternProperties.isEmpty
        if isObject || schema.additionalProperties != nil || !schema.conditional.isEmpty { return .object }
        return schema.items == nil ? typeOfValues(of: schema) : .array
    }

    private func typeOfValues(of schema: OpenAPI.Schema) -> OpenAPI.Schema.TypeName? {
        let values = schema.values.filter { $0.kind != .null }
        guard let first = values.first, values.allSatisfy({ $0.kind == first.kind }) else { return nil }
        switch first.kind {
        case .boolean: return .boolean
        case .number: return values.allSatisfy { Int($0.text) != nil } ? .integer : .number
        case .string, .null, .collection: return nil
        }
    }

    private func objectShape(_ schema: OpenAPI.Schema) -> SchemaShape {
        guard schema.properties.isEmpty, schema.conditional.isEmpty else { return .record }
        switch schema.additionalProperties {
        case .schema(let id): return .dictionary(id)
        case .allowed(false): return .record
        case .allowed(true), nil: return .dictionary(nil)
        }
    }

    /// A single integer is a constant, and needs no type.
    private func isIntegerEnumeration(_ schema: OpenAPI.Schema) -> Bool {
        let values = schema.values.filter { $0.kind != .null }
        return values.count > 1 && schema.types.allSatisfy { $0 == .integer || $0 == .null }
            && values.allSatisfy { $0.kind == .number && Int($0.text) != nil }
    }

    private func isStringEnumeration(_ schema: OpenAPI.Schema) -> Bool {
        let values = schema.values
        guard values.contains(where: { $0.kind != .null }),
            schema.types.allSatisfy({ $0 == .string || $0 == .null })
        else { return false }
        return values.allSatisfy { value in
            switch value.kind {
            case .string, .null: true
            // With `type: string`, the values of `enum: [1Y, 200]` are strings.
            case .boolean, .number: schema.types.contains(.string)
            case .collection: false
            }
        }
    }
}

// MARK: - Alternatives

extension SchemaShapes {
    /// The shape of a schema with alternatives or subtypes; `nil` if it has none.
    private func unionShape(of schema: OpenAPI.Schema, _ id: OpenAPI.Schema.ID) -> SchemaShape? {
        let alternatives = graph.alternatives(of: schema)
        guard !alternatives.isEmpty else { return graph.children(of: schema, id).isEmpty ? nil : .union }
        let hasMore = !schema.properties.isEmpty || !schema.composition.allOf.isEmpty
        guard !hasMore || alternatives.allSatisfy({ graph.ancestors(of: $0).contains(id) }) else {
            return .record
        }
        let branches = graph.branches(of: id)
        if branches.count == 1 { return .single(branches[0]) }
        return collapsed(branches) ?? .union
    }

    /// The single shape that alternatives reduce to, such as a string enumeration or a number; `nil` if there is none.
    func collapsed(_ branches: [OpenAPI.Schema.ID]) -> SchemaShape? {
        let ends = branches.map { (branch: $0, shape: graph.shape(of: graph.end(of: $0))) }
        let enumerations = ends.filter { $0.shape.isEnumeration }
        if ends.allSatisfy({ $0.shape.isEnumeration || $0.shape.scalar == .string }) {
            switch enumerations.count {
            case 0: return .scalar(.string)
            // An enumeration also allows other strings.
            case 1: return .single(enumerations[0].branch)
            default: return .enumeration
            }
        }
        if let shape = collapsedIntegers(branches) { return shape }
        let scalars = ends.compactMap(\.shape.scalar)
        guard scalars.count == ends.count, let first = scalars.first else { return nil }
        if scalars.allSatisfy({ $0 == first }) { return .scalar(first) }
        return collapsedNumbers(scalars)
    }

    /// The type that can represent all of several number types; `nil` if one of them is not a number.
    private func collapsedNumbers(_ scalars: [API.Scalar]) -> SchemaShape? {
        guard scalars.allSatisfy(\.isNumber) else { return nil }
        return .scalar(scalars.contains(.decimal) && !scalars.contains(.number) ? .decimal : .number)
    }

    /// The shape of alternatives that are all integers, some of them enumerations or constants.
    private func collapsedIntegers(_ branches: [OpenAPI.Schema.ID]) -> SchemaShape? {
        let shapes = branches.map { graph.shape(of: graph.end(of: $0)) }
        guard shapes.allSatisfy({ $0.isIntegerEnumeration || $0.scalar == .integer }) else { return nil }
        let open = branches.filter { graph.profiles.constants(of: $0).isEmpty }
        guard !open.isEmpty else { return .integerEnumeration }
        // An enumeration also allows other integers.
        let enumerations = zip(branches, shapes).filter(\.1.isIntegerEnumeration).map(\.0)
        return enumerations.count == 1 ? .single(enumerations[0]) : .scalar(.integer)
    }
}

extension OpenAPI.Schema {
    /// Whether the schema has a format, an encoding or a media type.
    var tellsFormat: Bool { format != nil || content.mediaType != nil || content.encoding != nil }
}
