import Foundation

/// The whole query as a single parameter (OpenAPI 3.2, section "Parameter Locations", `in: querystring`).
@_spi(Generated) extension Request {
    /// Sets the query to the properties of a value as `application/x-www-form-urlencoded`; `nil` sends none.
    ///
    /// The properties are serialized as by ``form(_:_:)``.
    ///
    /// Violations: a value that is not an object, exceeded limits of properties, `null` outside of JSON, and values
    /// that cannot be serialized in their style.
    public mutating func querystring<Value: Encodable>(
        _ name: String, form value: Value?, _ encodings: FieldEncoding..., limits: [Limit] = [],
    ) {
        guard let value else { return }
        rules.set(name)
        let log = ViolationLog(root: name)
        do {
            let encoded = try ValueEncoder.encode(value, dateDecimals: dateDecimals, log: log)
            violations.check(encoded, with: limits, at: name)
            if case .object(let members) = encoded {
                let form = FormBody(encodings: encodings)
                violations += form.problems(members).map { $0.below(name) }
                let text = form.text(members)
                if !text.isEmpty { queryItems.append(text) }
            } else {
                violations.append(.encoding(name, reason: "must be an object with members"))
            }
        } catch {
            violations.append(.encoding(name, reason: "cannot be written as a form"))
        }
        violations += log.all
    }

    /// Sets the query to a text, such as JSON; `nil` sends none.
    public mutating func querystring<Value: ParameterValue>(
        _ name: String, _ value: Value?, sensitive: Bool = false, _ limits: Limit...,
    ) {
        guard let value, let parameter = admit(name, value: value, sensitive: sensitive, limits: limits)
        else { return }
        queryItems += parameter.flat(PercentEncoding.encode)
    }
}
