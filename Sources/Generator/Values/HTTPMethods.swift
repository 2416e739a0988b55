/// The methods that are fields of a Path Item Object since 3.0, by field name.
enum HTTPMethods {
    static let standard = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]
}
