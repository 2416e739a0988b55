/// Decodes the properties of a JSON object by their names in the document. How strictly depends on ``AnswerReading``;
/// with a decoder other than the client's, only an optional string that violates its format counts as absent, and any
/// other mismatch is an error.
///
///     var fields = try decoder.fields()
///     id = try fields.required("id")
///     note = fields.optional("note")
///     additionalProperties = fields.others()
///     sourceTexts = try fields.end()
///
/// Where there is a value in place of one that cannot be decoded, such as `nil`, the error is thrown by the next required
/// property, or at the end. A call that throws for each property would cost every model code that is never run.
@_spi(Generated) public struct FieldReader {
    private enum Source {
        case json(JSONObject)
        /// The container of a decoder other than the client's.
        case other(KeyedDecodingContainer<FieldName>)
    }

    private let source: Source
    private let log: SourceLog?
    /// The names of the properties that have been read.
    private var names: [String] = []
    /// The first error that has not been thrown yet.
    private var failure: (any Error)?

    fileprivate init(_ decoder: any Decoder, keepsSourceTexts: Bool) throws {
        if let decoder = decoder as? JSONNodeDecoder {
            source = .json(try decoder.object())
            log = keepsSourceTexts ? SourceLog(decoder.document) : nil
        } else {
            source = .other(try decoder.container(keyedBy: FieldName.self))
            log = nil
        }
    }

    /// Ends the object.
    ///
    /// - Returns: The source texts of the properties, if they would be encoded differently.
    /// - Throws: `DecodingError` for the first property that could not be decoded.
    @discardableResult public func end() throws -> SourceTexts {
        if let failure { throw failure }
        return log?.texts ?? SourceTexts()
    }

    /// Decodes by a closure, unless there was an error already, and keeps its error for ``end()``.
    private mutating func attempt<Value>(or fallback: Value, _ decode: (inout Self) throws -> Value) -> Value
    {
        guard failure == nil else { return fallback }
        do {
            return try decode(&self)
        } catch {
            failure = error
            return fallback
        }
    }

    /// Decodes a required property, or its fallback by ``AnswerReading``.
    ///
    /// - Throws: `DecodingError` if the property is absent or does not match `Value`, and there is no fallback, or for
    ///   an earlier property.
    public mutating func required<Value: Decodable>(_ name: String) throws -> Value {
        if let failure { throw failure }
        names.append(name)
        do {
            switch source {
            case .json(let object):
                guard let node = object[name] else { return try absent(name, of: object) }
                return try read(name, at: node, of: object, isRequired: true)
            case .other(let container): return try container.decode(Value.self, forKey: FieldName(name))
            }
        } catch {
            throw DecodingError.ofRequired(error)
        }
    }

    /// Decodes an optional property; `nil` if it is absent or `null`, or, except in strict reading, does not match
    /// `Value`, which is an error in strict reading.
    public mutating func optional<Value: Decodable>(_ name: String) -> Value? {
        attempt(or: nil) { try $0.decodeOptional(name) }
    }

    private mutating func decodeOptional<Value: Decodable>(_ name: String) throws -> Value? {
        names.append(name)
        switch source {
        case .json(let object):
            guard let node = object[name] else { return nil }
            if object.document.nodes[node].kind == .null {
                log?.keep(name, at: node, value: nil, isAdditional: false)
                return nil
            }
            return try readIfFit(name, at: node, of: object, isAdditional: false)
        case .other(let container):
            do {
                return try container.decodeIfPresent(Value.self, forKey: FieldName(name))
            } catch  where DecodingError.isMisfit(error) {
                return nil
            }
        }
    }

    /// Decodes a required property with a single possible value (`const`).
    ///
    /// - Parameter constant: That value, which is the fallback if the property is absent.
    /// - Throws: `DecodingError` if the property does not match `Value` or, in strict reading, is absent, or for an
    ///   earlier property.
    public mutating func required<Value: Decodable>(_ name: String, constant: Value) throws -> Value {
        guard case .json(let object) = source, object[name] == nil, object.decoder.isLenient else {
            return try required(name)
        }
        names.append(name)
        noteAbsent(name, of: object, value: constant, isPlaceholder: false)
        return constant
    }

    /// Decodes a required nullable property.
    ///
    /// - Returns: `nil` for `null`, and if the property is absent or does not match `Value`, which is an error in strict
    ///   reading.
    public mutating func requiredNullable<Value: Decodable>(_ name: String) -> Value? {
        attempt(or: nil) { try $0.decodeNullable(name) }
    }

    private mutating func decodeNullable<Value: Decodable>(_ name: String) throws -> Value? {
        if case .json(let object) = source, object[name] == nil {
            names.append(name)
            if object.document.reading == .strict { throw object.lacks(name) }
            noteAbsent(name, of: object, value: Value?.none, isPlaceholder: false)
            return nil
        }
        return try decodeOptional(name)
    }

    /// Decodes a property as any JSON value, including `null`; `nil` if it is absent.
    public mutating func optional(_ name: String) -> JSONValue? {
        // A plain `nil` would be inferred as `JSONValue.null`.
        attempt(or: Optional.none) { try $0.contains(name) ? $0.required(name) as JSONValue : Optional.none }
    }

    /// Decodes a property that may be absent or `null`. A value that does not match `Value` counts as absent, and is an
    /// error in strict reading.
    public mutating func nullable<Value: Decodable>(_ name: String) -> PropertyPatch<Value> {
        optional(name).map(PropertyPatch.value) ?? (isNull(name) ? .null : .unchanged)
    }

    private func contains(_ name: String) -> Bool {
        switch source {
        case .json(let object): object[name] != nil
        case .other(let container): container.contains(FieldName(name))
        }
    }

    private func isNull(_ name: String) -> Bool {
        switch source {
        case .json(let object): object[name].map { object.document.nodes[$0].kind == .null } ?? false
        case .other(let container): (try? container.decodeNil(forKey: FieldName(name))) ?? false
        }
    }

    /// Decodes the properties that have not been read: the additional properties of the object (JSON Schema 2020-12,
    /// core, section 10.3.2.3). Those that do not match `Value` are dropped, and are an error in strict reading and with
    /// another decoder. Two names that are canonically equivalent, which `String` cannot tell apart, are an error.
    ///
    /// - Parameter others: Names of properties that another type reads from the same object.
    public mutating func others<Value: Decodable>(than others: String...) -> [String: Value] {
        attempt(or: [:]) { try $0.decodeOthers(than: others) }
    }

    private func decodeOthers<Value: Decodable>(than others: [String]) throws -> [String: Value] {
        switch source {
        case .json(let object):
            return try object.membersByName(except: names + others).compactMapValues { node in
                let name = object.document.text(of: node - 1)
                return try readIfFit(name, at: node, of: object, isAdditional: true)
            }
        case .other(let container):
            let known = Set(names + others)
            let keys = container.allKeys.filter { !known.contains($0.stringValue) }
            return Dictionary(
                try keys.map { ($0.stringValue, try container.decode(Value.self, forKey: $0)) }
            ) { _, last in last }
        }
    }

    /// Reports undeclared properties of an object that does not allow additional properties. They are preserved, but
    /// requests omit them; in strict reading, they are errors.
    ///
    /// - Parameter others: Names of properties that another type reads from the same object.
    public mutating func expectNoOthers(than others: String...) {
        attempt(or: ()) { try $0.reportOthers(than: others) }
    }

    private func reportOthers(than others: [String]) throws {
        guard case .json(let object) = source, !object.decoder.log.isTrial else { return }
        for (name, node) in object.members(except: names + others) {
            let decoder = object.decoder.child(node)
            let expectation = "no such member"
            guard decoder.isLenient else { throw decoder.mismatch(expected: expectation) }
            let unkept = decoder.log.unkept
            decoder.depart(expected: expectation)
            if let log {
                log.keepUndeclared(name, at: node)
                decoder.log.unkept = unkept
            }
        }
    }

    private func read<Value: Decodable>(
        _ name: String, at node: Int, of object: JSONObject, isAdditional: Bool = false,
        isRequired: Bool = false,
    ) throws -> Value {
        let decoder = object.decoder.child(node)
        let unkept = decoder.log.unkept
        let value: Value = try isRequired ? decoder.decodeRequired() : decoder.decode()
        if let log {
            let isDeparture = decoder.log.unkept > unkept
            log.keep(name, at: node, value: value, isAdditional: isAdditional, isDeparture: isDeparture)
            decoder.log.unkept = unkept
        }
        return value
    }

    /// - Returns: `nil` if the value does not match and need not.
    private func readIfFit<Value: Decodable>(
        _ name: String, at node: Int, of object: JSONObject, isAdditional: Bool,
    ) throws -> Value? {
        let (count, unkept) = (object.decoder.log.count, object.decoder.log.unkept)
        do {
            return try read(name, at: node, of: object, isAdditional: isAdditional) as Value
        } catch let error as DecodingError where object.decoder.isLenient || DecodingError.isMisfit(error) {
            object.decoder.child(node).depart(error, since: count)
            if let log {
                log.keep(name, at: node, value: nil, isAdditional: isAdditional)
                object.decoder.log.unkept = unkept
            }
            return nil
        }
    }

    private func absent<Value: Decodable>(_ name: String, of object: JSONObject) throws -> Value {
        let empty: Value? = object.decoder.isLenient ? object.decoder.empty() : nil
        guard let value = empty ?? object.decoder.placeholder() else { throw object.lacks(name) }
        noteAbsent(name, of: object, value: value, isPlaceholder: empty == nil)
        return value
    }

    private func noteAbsent<Value: Decodable>(
        _ name: String, of object: JSONObject, value: Value?, isPlaceholder: Bool,
    ) {
        let departures = object.decoder.log
        let unkept = departures.unkept
        object.decoder.depart(object.lacks(name), since: departures.count)
        if let log {
            log.keepAbsent(name, value: value, isPlaceholder: isPlaceholder)
            departures.unkept = unkept
        }
    }
}

extension JSONObject {
    fileprivate func lacks(_ name: String) -> DecodingError {
        .keyNotFound(FieldName(name), .init(codingPath: decoder.errorPath, debugDescription: "absent"))
    }
}

@_spi(Generated) extension Decoder {
    /// Returns a reader of the JSON object at the current position.
    ///
    /// - Parameter keepsSourceTexts: Whether the source texts of properties are recorded, so that unchanged properties
    ///   are sent as they were received.
    /// - Throws: `DecodingError` if the value is not an object.
    public func fields(keepsSourceTexts: Bool = false) throws -> FieldReader {
        try FieldReader(self, keepsSourceTexts: keepsSourceTexts)
    }
}
