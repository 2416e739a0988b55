/// Encodes the properties of a JSON object by their names in the document.
///
///     var fields = encoder.fields()
///     fields.write("displayName", displayName)
///     try fields.end()
///
/// The first property that cannot be encoded ends the encoding: ``end()`` throws its error. A call that throws for each
/// property would cost every model code that is never run.
///
/// If a received value did not match the type of its property, it is written unchanged where `nil` would omit the
/// property, until that is set.
@_spi(Generated) public struct FieldWriter {
    private enum Target {
        case value(ValueEncoder)
        /// The container of an encoder other than the client's.
        case other(KeyedEncodingContainer<FieldName>)
    }

    private var target: Target
    private let log: ViolationLog?
    private let sources: SourceTexts
    /// The names of the declared properties, whether they were written or omitted.
    private var names: [String] = []
    private var failure: (any Error)?

    fileprivate init(_ encoder: any Encoder, _ sources: SourceTexts) {
        self.sources = sources
        if let encoder = encoder as? ValueEncoder {
            encoder.slot.becomeObject()
            target = .value(encoder)
            log = encoder.settings.log
        } else {
            target = .other(encoder.container(keyedBy: FieldName.self))
            log = nil
        }
        writeUndeclared()
    }

    /// Writes the undeclared properties that the object was decoded with, except in requests.
    private func writeUndeclared() {
        guard case .value(let encoder) = target, encoder.settings.keepsReadOnly else { return }
        for name in sources.names(of: .undeclared) { _ = writeMisfit(name) }
    }

    /// Writes a property; `nil` omits it.
    public mutating func write<Value: Encodable>(_ name: String, _ value: Value?) {
        names.append(name)
        if let value {
            encode(value, named: name)
        } else {
            _ = writeMisfit(name)
        }
    }

    /// Writes a read-only property (JSON Schema 2020-12, validation, section 9.4), which requests omit and
    /// ``ServiceClient/encode(_:)`` includes. `nil` omits it.
    public mutating func writeReadOnly<Value: Encodable>(_ name: String, _ value: Value?) {
        names.append(name)
        if case .value(let encoder) = target, !encoder.settings.keepsReadOnly { return }
        if let value {
            encode(value, named: name)
        } else {
            _ = writeMisfit(name)
        }
    }

    /// Writes a property that may be omitted or `null`.
    public mutating func write<Value: Encodable>(
        _ name: String, _ value: PropertyPatch<Value>,
    ) {
        names.append(name)
        switch value {
        case .unchanged: _ = writeMisfit(name)
        case .null: encodeNil(name)
        case .value(let value): encode(value, named: name)
        }
    }

    /// Writes a required property; `nil` is written as `null` or, outside of requests, omitted if the property was
    /// absent when the object was decoded.
    public mutating func writeNullable<Value: Encodable>(_ name: String, _ value: Value?) {
        names.append(name)
        if let value {
            encode(value, named: name)
        } else if log != nil || !isAbsent(name), !writeMisfit(name) {
            encodeNil(name)
        }
    }

    /// Whether a property was absent when the object was decoded, and is still unset.
    private func isAbsent(_ name: String) -> Bool {
        sources.member(name, of: nil).map { $0.source == nil } ?? false
    }

    /// Writes the additional properties of an object, after its declared ones.
    ///
    /// The name of a declared property among them violates ``Violation/Rule/encoding``.
    public mutating func write<Value: Encodable>(_ members: [String: Value]) {
        if case .value(let encoder) = target, !members.isEmpty { encoder.slot.expectRepeats(of: members) }
        let declared = members.isEmpty ? [] : Set(names.map(MemberName.init))
        for (name, value) in members.sorted(by: { $0.key.precedesInUnicode($1.key) }) {
            if declared.contains(MemberName(text: name)) {
                clash(name)
            } else {
                encode(value, named: name)
            }
        }
        for name in sources.names(of: .additional) where members[name] == nil { _ = writeMisfit(name) }
    }

    private func clash(_ name: String) {
        guard let log else { return }
        log.append([
            .encoding(place(of: name, log), reason: "has a property of its own, and is no additional one")
        ])
    }

    private mutating func encode<Value: Encodable>(_ value: Value, named name: String) {
        guard failure == nil else { return }
        do {
            try add(value, named: name)
        } catch {
            failure = error
        }
    }

    private func add<Value: Encodable>(_ value: Value, named name: String) throws {
        switch target {
        case .value(let encoder):
            guard !sources.isEmpty, let member = sources.member(name, of: value) else {
                return try encoder.add(value, forKey: FieldName(name))
            }
            if let source = member.source {
                encoder.slot.add(.value(source), named: name)
            } else if let log {
                // A placeholder is not sent: the property has to be set.
                if member.kind == .placeholder { return log.append([.isUnset(place(of: name, log))]) }
                try encoder.add(value, forKey: FieldName(name))
            }
        case .other(var container):
            if sources.member(name, of: value)?.kind == .placeholder { return }
            try container.encode(value, forKey: FieldName(name))
        }
    }

    /// Ends the object.
    ///
    /// - Throws: The error of the first property that could not be encoded.
    public func end() throws {
        if let failure { throw failure }
    }

    /// Writes the source value of a property that did not match its type, if it was not set since.
    ///
    /// - Returns: Whether there was such a value.
    private func writeMisfit(_ name: String) -> Bool {
        guard case .value(let encoder) = target, let source = sources.member(name, of: nil)?.source else {
            return false
        }
        encoder.slot.add(.value(source), named: name)
        return true
    }

    private mutating func encodeNil(_ name: String) {
        guard failure == nil else { return }
        switch target {
        case .value(let encoder): encoder.slot.add(.value(.null), named: name)
        case .other(var container):
            do {
                try container.encodeNil(forKey: FieldName(name))
            } catch {
                failure = error
            }
        }
    }

    private func place(of name: String, _ log: ViolationLog) -> String {
        switch target {
        case .value(let encoder): log.place(encoder.codingPath + [FieldName(name)])
        case .other(let container): log.place(container.codingPath + [FieldName(name)])
        }
    }
}

@_spi(Generated) extension Encoder {
    /// Returns a writer of a JSON object at the current position.
    ///
    /// - Parameter sources: The source texts of the properties, if the object was decoded.
    public func fields(_ sources: SourceTexts = SourceTexts()) -> FieldWriter { FieldWriter(self, sources) }
}

extension Violation {
    fileprivate static func isUnset(_ place: String) -> Violation {
        Violation(path: place, rule: .required, message: "\(place) must be set")
    }
}
