@_spi(Generated) extension Request {
    /// Sets a path parameter. Its value is a single segment: slashes are escaped.
    ///
    /// Violations: a value that is empty, or a dot segment, `.` or `..`, which would address another resource (RFC
    /// 3986, section 3.3).
    ///
    /// - Parameter allowReserved: Whether reserved characters are sent unescaped, except those that end a segment
    ///   (OpenAPI 3.2, `allowReserved`).
    public mutating func path<Value: ParameterValue>(
        _ name: String, _ value: Value, style: PathStyle = .simple, explode: Bool = false,
        allowReserved: Bool = false, sensitive: Bool = false, _ limits: Limit...,
    ) {
        guard let parameter = admit(name, value: value, sensitive: sensitive, limits: limits) else { return }
        let text = style.text(
            of: name, value: parameter, explode: explode,
            encode: PercentEncoding.encoder(in: .path, allowsReserved: allowReserved))
        if parameter.isNested {
            violations.append(.encoding(name, reason: String.tooDeep))
        } else if parameter.texts.allSatisfy(\.isEmpty) {
            violations.append(.encoding(name, reason: "must not be empty"))
        } else if PathStyle.isDotSegment(text) {
            violations.append(.encoding(name, reason: "must not be a dot segment"))
        }
        pathValues[name] = text
    }

    /// Adds a query parameter; `nil` and empty lists are omitted.
    ///
    /// - Parameters:
    ///   - name: The name of the parameter in the document.
    ///   - value: The value; `false`, `0` and an empty string are sent.
    ///   - style: How a list or object is serialized.
    ///   - explode: Whether each item of a list is a parameter of its own; with `nil`, the default of the style.
    ///   - allowReserved: Whether reserved characters are sent unescaped (OpenAPI 3.1, `allowReserved`).
    ///   - sensitive: Whether the value is a secret, which is redacted in errors.
    ///   - limits: The limits that the document sets on the value.
    public mutating func query<Value: ParameterValue>(
        _ name: String, _ value: Value?, style: QueryStyle = .form, explode: Bool? = nil,
        allowReserved: Bool = false, sensitive: Bool = false, _ limits: Limit...,
    ) {
        guard let value, let parameter = admit(name, value: value, sensitive: sensitive, limits: limits),
            !parameter.isEmpty
        else { return }
        if parameter.isNested, style != .deepObject {
            violations.append(.encoding(name, reason: String.tooDeep))
        }
        queryItems += style.items(
            of: name, value: parameter, explode: explode ?? style.explodesByDefault,
            encode: PercentEncoding.encoder(in: .query, allowsReserved: allowReserved))
    }

    /// Sets a header in the style `simple`; `nil` and empty lists are omitted.
    ///
    /// Violations: a value with control characters or with leading or trailing whitespace, which is not part of a field
    /// value (RFC 9110, section 5.5), and a header that belongs to the connection.
    ///
    /// If the value of an idempotency key is `nil` (`Idempotency-Key`, `X-Idempotency-Key`, `Idempotency-Token`), the
    /// client generates one.
    public mutating func header<Value: ParameterValue>(
        _ name: String, _ value: Value?, explode: Bool = false, sensitive: Bool = false, _ limits: Limit...,
    ) {
        if let field = HTTPField.Name(name), HTTPField.Name.idempotencyKeys.contains(field) {
            rules.idempotencyHeader = field
        }
        guard let value, let parameter = admit(name, value: value, sensitive: sensitive, limits: limits),
            !parameter.isEmpty
        else { return }
        if parameter.isNested { violations.append(.encoding(name, reason: String.tooDeep)) }
        let parts = explode ? parameter.pairs { $0 } : parameter.flat { $0 }
        let text = parts.joined(separator: ",")
        guard text.isSafeInHeader else {
            violations.append(.encoding(name, reason: String.unsafeInHeader))
            return
        }
        guard let field = HTTPField.Name(name), !field.isOfConnection else {
            let isName = HTTPField.Name(name) != nil
            violations.append(
                .encoding(name, reason: isName ? String.ofConnection : "is not a valid header name"))
            return
        }
        headers[field] = text
    }

    /// Declares the header for the idempotency key of the request: ``CallOptions/idempotencyKey``, or else a generated one.
    ///
    /// Violations: a text that is not a header name (RFC 9110, section 5.1).
    public mutating func idempotencyKey(in header: String) {
        rules.idempotencyHeader = HTTPField.Name(header)
        if rules.idempotencyHeader == nil {
            violations.append(.encoding(header, reason: "is not a valid header name"))
        }
    }

    /// Sets the accepted media types, in order of preference (RFC 9110, section 12.5.1).
    public mutating func accept(_ mediaTypes: String...) {
        accept = mediaTypes.joined(separator: ", ")
    }

    /// Adds a cookie; `nil` and empty lists are omitted.
    ///
    /// Violations: in the style `cookie`, which escapes nothing, a character that is not allowed in a cookie value, and
    /// a property whose name is not a token (RFC 6265, section 4.1.1).
    ///
    /// - Parameter allowReserved: Whether reserved characters are sent unescaped in the style `form`, except those that
    ///   are not allowed in a cookie (OpenAPI 3.2, `allowReserved`).
    public mutating func cookie<Value: ParameterValue>(
        _ name: String, _ value: Value?, style: CookieStyle = .form, explode: Bool = true,
        allowReserved: Bool = false, sensitive: Bool = false, _ limits: Limit...,
    ) {
        guard let value, let parameter = admit(name, value: value, sensitive: sensitive, limits: limits),
            !parameter.isEmpty
        else { return }
        if parameter.isNested { violations.append(.encoding(name, reason: String.tooDeep)) }
        let isPlain = style == .cookie
        if isPlain, !parameter.texts.allSatisfy(\.isSafeInCookie) {
            violations.append(.encoding(name, reason: String.unsafeInCookie))
        }
        if isPlain, !parameter.memberNames.allSatisfy({ HTTPField.Name($0) != nil }) {
            violations.append(.encoding(name, reason: String.unsafeNameInCookie))
        }
        cookies += QueryStyle.form.items(
            of: name, value: parameter, explode: explode,
            encode: isPlain ? { $0 } : PercentEncoding.encoder(in: .cookie, allowsReserved: allowReserved))
    }

    /// Records that a parameter is set, and its violations.
    ///
    /// - Returns: `nil` if the value cannot be serialized.
    mutating func admit(
        _ name: String, value: some ParameterValue, sensitive: Bool, limits: [Limit],
    ) -> Parameter? {
        let parameter = value.parameter(dateDecimals: dateDecimals)
        if sensitive { secrets += parameter.texts }
        if !parameter.isEmpty { rules.set(name) }
        // Values that cannot be encoded are reported below.
        if !limits.isEmpty, let encodable = value as? any Encodable,
            let encoded = try? ValueEncoder.encode(encodable, dateDecimals: dateDecimals)
        {
            violations.check(encoded, with: limits, at: name, isSecret: sensitive)
        }
        if let problem = parameter.problem {
            violations.append(.encoding(name, reason: problem))
            return nil
        }
        return parameter
    }
}
