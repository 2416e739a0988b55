/// How a property is declared, read and written, by whether it may be missing or null.
struct PropertyForm {
    let type: String
    /// The type in the initialiser, where it differs.
    var argument: String?
    let defaultValue: String?
    /// The reader's method.
    let read: String
    /// What stands for a value that is absent from what is read.
    var absent: String?
    /// The writer's method.
    let write: String
    /// What is checked when it is written.
    var limits: [API.Limit] = []
}

extension API.Property {
    /// A property has three states where it is sent and may be null, and may be left out of what is sent or received.
    func hasThreeStates(travelling direction: API.Direction) -> Bool {
        let mayBeAbsent = !isRequired || (direction.isBothWays && isWriteOnly)
        return direction.contains(.sent) && isNullable && mayBeAbsent && !isReadOnly
    }

    /// Whether requests must have a property that may be absent from responses: `required` speaks of requests alone
    /// where a property is write-only (OpenAPI 3.0, section 4.7.24.2).
    fileprivate func isDemanded(travelling direction: API.Direction) -> Bool {
        guard direction.contains(.sent), !isReadOnly else { return false }
        return isRequiredInRequests || (direction.isBothWays && isRequired && isWriteOnly)
    }
}

extension PropertyPresenter {
    var form: PropertyForm {
        let type = names.type(property.type)
        let limits = direction.contains(.sent) ? property.limits : []
        let isDemanded = property.isDemanded(travelling: direction)
        let constant = property.constant.flatMap { names.literal($0, as: property.type) }
        // What tells the cases of a union apart is sent, also where the document does not require it.
        let tag = property.isTag && direction.contains(.sent) ? constant : nil
        if direction.isBothWays, property.isReadOnly {
            return PropertyForm(
                type: "\(type)?", defaultValue: "nil", read: "optional", write: "writeReadOnly")
        }
        if property.hasThreeStates(travelling: direction) {
            return PropertyForm(
                type: "Patch<\(type)>",
                defaultValue: tag.map { ".value(\($0))" } ?? (isDemanded ? nil : ".unchanged"),
                read: "nullable",
                write: isDemanded ? "writeRequired" : "write", limits: limits)
        }
        if isDemanded, direction.isBothWays, let constant {
            return PropertyForm(
                type: type, defaultValue: constant, read: "optional", absent: constant, write: "write")
        }
        if isDemanded, direction.isBothWays {
            return PropertyForm(
                type: "\(type)?", argument: type, defaultValue: nil, read: "optional",
                write: "writeRequired", limits: limits)
        }
        guard property.isRequired || isDemanded, !property.isNullable else {
            return PropertyForm(
                type: "\(type)?", defaultValue: tag ?? "nil", read: "optional",
                write: property.isRequired ? "writeNullable" : "write", limits: limits)
        }
        return PropertyForm(
            type: type, defaultValue: constant, read: "required", write: "write", limits: limits)
    }
}
