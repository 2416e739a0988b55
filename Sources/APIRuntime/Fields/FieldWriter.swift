/// Writes the members of a JSON object by their wire names and holds them against their limits.
///
///     var fields = encoder.fields()
///     try fields.write("displayName", displayName, .maxLength(30))
///
/// A broken limit does not stop the writing: all of them are reported by `send`. They are checked when a
/// value is part of a ``Request``; another encoder, such as that of a cache, writes all members unchecked.
@_spi(Generated) public struct FieldWriter {
    private enum Target {
        case value(ValueEncoder)
        /// Of an encoder that is not the client's.
        case other(KeyedEncodingContainer<FieldName>)
    }

    private var target: Target
    private let log: ViolationLog?
    private let sources: SourceTexts
    /// The names of the members that have been written or left out.
    private var names: [String] = []

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

    /// Writes the members that the object came with and should not have, unless it goes to the service.
    private func writeUndeclared() {
        guard case .value(let encoder) = target, encoder.settings.keepsReadOnly else { return }
        for name in sources.names(of: .undeclared) { _ = writeMisfit(name) }
    }

    /// Writes a member; `nil` leaves it out.
    public mutating func write<Value: Encodable>(
        _ name: String, _ value: Value?, _ limits: Limit...,
    ) throws {
        names.append(name)
        if let value {
            try encode(value, named: name, limits: limits)
        } else {
            _ = writeMisfit(name)
        }
    }

    /// Writes a member that a request needs, while an answer may lack it; `nil` breaks the rule ``Violation/Rule/required``.
    public mutating func writeRequired<Value: Encodable>(
        _ name: String, _ value: Value?, _ limits: Limit...,
    ) throws {
        names.append(name)
        if let value {
            try encode(value, named: name, limits: limits)
        } else {
            miss(name)
        }
    }

    /// Writes a member that a request needs, though it may be `null` there; ``Patch/unchanged`` breaks the rule
    /// ``Violation/Rule/required``.
    public mutating func writeRequired<Value: Encodable>(
        _ name: String, _ value: Patch<Value>, _ limits: Limit...,
    ) throws {
        names.append(name)
        switch value {
        case .unchanged: miss(name)
        case .null: try encodeNil(name)
        case .value(let value): try encode(value, named: name, limits: limits)
        }
    }

    /// Writes a member that only the service sets (JSON Schema Validation, section 9.4): a request goes without it,
    /// while what a caller keeps has it. `nil` leaves it out.
    public mutating func writeReadOnly<Value: Encodable>(_ name: String, _ value: Value?) throws {
        names.append(name)
        if case .value(let encoder) = target, !encoder.settings.keepsReadOnly { return }
        if let value {
            try encode(value, named: name, limits: [])
        } else {
            _ = writeMisfit(name)
        }
    }

    /// Writes the three states of a member.
    public mutating func write<Value: Encodable>(
        _ name: String, _ value: Patch<Value>, _ limits: Limit...,
    ) throws {
        names.append(name)
        switch value {
        case .unchanged: _ = writeMisfit(name)
        case .null: try encodeNil(name)
        case .value(let value): try encode(value, named: name, limits: limits)
        }
    }

    /// Writes a member that has to be there; `nil` is written as `null`.
    public mutating func writeNullable<Value: Encodable>(
        _ name: String, _ value: Value?, _ limits: Limit...,
    ) throws {
        names.append(name)
        if let value {
            try encode(value, named: name, limits: limits)
        } else if log != nil || !isAbsent(name), !writeMisfit(name) {
            try encodeNil(name)
        }
    }

    /// Whether a member came without a value, and has none.
    private func isAbsent(_ name: String) -> Bool {
        sources.member(name, of: nil).map { $0.source == nil } ?? false
    }

    /// Writes the additional properties of an object beside its declared ones.
    ///
    /// The name of a declared one among them breaks the rule ``Violation/Rule/encoding``.
    public mutating func write<Value: Encodable>(_ members: [String: Value], _ limits: Limit...) throws {
        if case .value(let encoder) = target, !members.isEmpty { encoder.slot.expectRepeats(of: members) }
        let declared = members.isEmpty ? [] : Set(names.map(MemberName.init))
        for (name, value) in members.sorted(by: { $0.key.precedesInUnicode($1.key) }) {
            if declared.contains(MemberName(text: name)) {
                clash(name)
            } else {
                try encode(value, named: name, limits: limits)
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

    /// Demands the first member when the second was written (`dependentRequired`).
    public func require(_ name: String, with other: String) {
        guard let log, case .value(let encoder) = target, encoder.slot.contains(other),
            !encoder.slot.contains(name)
        else { return }
        let place = place(of: other, log)
        log.append([Violation(path: place, rule: .dependentRequired, message: "\(place) requires \(name)")])
    }

    private func miss(_ name: String) {
        guard !writeMisfit(name), let log else { return }
        log.append([.isUnset(place(of: name, log))])
    }

    private mutating func encode<Value: Encodable>(
        _ value: Value, named name: String, limits: [Limit],
    ) throws {
        if let log, !limits.isEmpty {
            // The place is put into words for what breaks a limit only.
            let isBroken = !Limit.violations(of: limits, by: value, at: "").isEmpty
            if isBroken { log.append(Limit.violations(of: limits, by: value, at: place(of: name, log))) }
        }
        switch target {
        case .value(let encoder):
            guard !sources.isEmpty, let member = sources.member(name, of: value) else {
                return try encoder.add(value, forKey: FieldName(name))
            }
            if let source = member.source {
                encoder.slot.add(.value(source), named: name)
            } else if let log {
                // Of what was absent, a request needs a value of its own.
                if member.kind == .placeholder { return log.append([.isUnset(place(of: name, log))]) }
                try encoder.add(value, forKey: FieldName(name))
            }
        case .other(var container):
            if sources.member(name, of: value)?.kind == .placeholder { return }
            try container.encode(value, forKey: FieldName(name))
        }
    }

    /// Writes what did not fit, if the member came as such and was not set since.
    ///
    /// - Returns: Whether there was one.
    private func writeMisfit(_ name: String) -> Bool {
        guard case .value(let encoder) = target, let source = sources.member(name, of: nil)?.source else {
            return false
        }
        encoder.slot.add(.value(source), named: name)
        return true
    }

    private mutating func encodeNil(_ name: String) throws {
        switch target {
        case .value(let encoder): encoder.slot.add(.value(.null), named: name)
        case .other(var container): try container.encodeNil(forKey: FieldName(name))
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
    /// Writes a JSON object at this place.
    ///
    /// - Parameter sources: How the members came, if they came from a service.
    public func fields(_ sources: SourceTexts = SourceTexts()) -> FieldWriter { FieldWriter(self, sources) }
}

extension Violation {
    fileprivate static func isUnset(_ place: String) -> Violation {
        Violation(path: place, rule: .required, message: "\(place) must be set")
    }
}
