/// The methods that a Path Item Object has had a field for since 3.0, by the names of the fields.
enum HTTPMethods {
    static let standard = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]
}
