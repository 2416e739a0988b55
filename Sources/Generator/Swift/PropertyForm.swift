/// How a property is declared, decoded and encoded, depending on whether it may be absent or null.
struct PropertyForm {
    let type: String
    /// The type of the initializer's parameter, if it differs.
    var argument: String?
    let defaultValue: String?
    /// The decoding method.
    let read: String
    /// The expression for an absent value when decoding.
    var absent: String?
    /// The encoding method.
    let write: String
    /// Whether the default value is the only one that the document allows.
    var isConstant = false
}

extension API.Property {
    /// Whether a property is required in requests but may be absent from responses. For a write-only property,
    /// `required` applies to requests only (OpenAPI 3.0, section 4.7.24.2).
    fileprivate func isDemanded(travelling direction: API.Direction) -> Bool {
        guard direction.contains(.sent), !isReadOnly else { return false }
        return isRequiredInRequests || (direction.isBothWays && isRequired && isWriteOnly)
    }
}

extension PropertyPresenter {
    var form: PropertyForm {
        let type = names.type(property.type)
        let isDemanded = property.isDemanded(travelling: direction)
        let constant = property.constant.flatMap { names.literal($0, as: property.type) }
        // The constant that identifies a case of a union is always sent, even if the property is optional.
        let tag = property.isTag && direction.contains(.sent) ? constant : nil
        if direction.isBothWays, property.isReadOnly {
            return PropertyForm(
                type: "\(type)?", defaultValue: "nil", read: "optional", write: "writeReadOnly")
        }
        if property.hasThreeStates(travelling: direction) {
            return PropertyForm(
                type: "PropertyPatch<\(type)>",
                defaultValue: tag.map { ".value(\($0))" } ?? (isDemanded ? nil : ".unchanged"),
                read: "nullable",
                write: "write", isConstant: tag != nil)
        }
        if isDemanded, direction.isBothWays, let constant {
            return PropertyForm(
                type: type, defaultValue: constant, read: "optional", absent: constant, write: "write",
                isConstant: true)
        }
        if isDemanded, direction.isBothWays {
            return PropertyForm(
                type: "\(type)?", argument: type, defaultValue: nil, read: "optional",
                write: "write")
        }
        guard property.isRequired || isDemanded, !property.isNullable else {
            return PropertyForm(
                type: "\(type)?", defaultValue: tag ?? "nil",
                read: property.isRequired ? "requiredNullable" : "optional",
                write: property.isRequired || isDemanded ? "writeNullable" : "write", isConstant: tag != nil)
        }
        return PropertyForm(
            type: type, defaultValue: constant, read: "required", write: "write",
            isConstant: constant != nil)
    }
}
