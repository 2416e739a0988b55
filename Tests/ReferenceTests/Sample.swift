import Foundation

/// Bodies made by hand, with each property that the models of the vendor's SDKs have.
enum Sample {
    /// The sample's text; empty if there is none, which fails the test that needs it.
    static func text(_ name: String) -> String {
        Folder.text("Tests/ReferenceTests/Samples/\(name).json")
    }

    /// A page with one object of a model, as lists with page numbers answer.
    static func page(of model: String, at path: String) -> String {
        let links = ["first", "previous", "self", "next", "last"]
            .map { "\"\($0)Uri\": \"\(path)?pageNumber=2\"" }
        return """
            {"entities": [\(text(model))], "pageSize": 25, "pageNumber": 2, "total": 51, "pageCount": 3,
             \(links.joined(separator: ", "))}
            """
    }
}
