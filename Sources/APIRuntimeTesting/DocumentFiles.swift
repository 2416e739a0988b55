import APIRuntime
import Foundation

/// The files of an OpenAPI document as JSON, read as they are: with no more understanding than what checks of messages
/// need.
struct DocumentFiles: Sendable {
    /// A value, and the file that it stands in.
    struct Place: Sendable {
        let value: JSONValue
        let file: String
    }

    /// The files by their paths relative to the folder of the document.
    private let files: [String: JSONValue]
    let entry: String

    /// - Parameter bundle: An object with `entry`, the path of the document, and `files`.
    init(_ bundle: JSONValue) {
        entry = bundle["entry"]?.string ?? ""
        files = bundle["files"]?.object ?? [:]
    }

    var document: Place { Place(value: files[entry] ?? .null, file: entry) }

    /// What a value is, or refers to (OpenAPI 3.1, section 4.8.23).
    func resolved(_ place: Place) -> Place {
        var place = place
        // A chain of references that is longer leads nowhere.
        for _ in 0..<32 {
            guard let reference = place.value["$ref"]?.string else { return place }
            guard let target = target(of: reference, from: place.file) else { return place }
            place = target
        }
        return place
    }

    func target(of reference: String, from file: String) -> Place? {
        let key = Self.key(of: reference, from: file)
        let parts = key.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = parts.first, var value = files[String(path)] else { return nil }
        let pointer = parts.count > 1 ? String(parts[1]).removingPercentEncoding ?? String(parts[1]) : ""
        for token in pointer.split(separator: "/") {
            let name = token.replacing("~1", with: "/").replacing("~0", with: "~")
            let element = Int(name).flatMap { value[$0] as JSONValue? }
            guard let next = value[String(name)] ?? element else { return nil }
            value = next
        }
        return Place(value: value, file: String(path))
    }

    /// A reference with the path of its file, so that it says the same everywhere.
    static func key(of reference: String, from file: String) -> String {
        let path = reference.prefix { $0 != "#" }
        let fragment = reference.dropFirst(path.count)
        guard !path.isEmpty else { return file + fragment }
        var folder = file.split(separator: "/").dropLast().map(String.init)
        for step in path.split(separator: "/") where step != "." {
            if step == "..", !folder.isEmpty { folder.removeLast() } else { folder.append(String(step)) }
        }
        return folder.joined(separator: "/") + fragment
    }
}

extension DocumentFiles {
    /// Whether a property has a flag such as `readOnly`, wherever a schema declares it.
    func has(_ flag: String, on name: String, in schema: Place, depth: Int = 8) -> Bool {
        let schema = resolved(schema)
        if let property = schema["properties"]?[name] {
            return property.value[flag]?.bool == true || resolved(property).value[flag]?.bool == true
        }
        return depth > 0
            && (schema["allOf"]?.elements ?? []).contains { has(flag, on: name, in: $0, depth: depth - 1) }
    }
}

extension DocumentFiles.Place {
    subscript(name: String) -> DocumentFiles.Place? {
        value[name].map { DocumentFiles.Place(value: $0, file: file) }
    }

    var elements: [DocumentFiles.Place] {
        (value.array ?? []).map { DocumentFiles.Place(value: $0, file: file) }
    }

    var members: [(name: String, place: DocumentFiles.Place)] {
        (value.object ?? [:]).sorted { $0.key < $1.key }.map {
            ($0.key, DocumentFiles.Place(value: $0.value, file: file))
        }
    }
}
