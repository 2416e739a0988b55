// Generated code and its callers write `.get`, `HTTPField.Name` and `status.code`. With
// MemberImportVisibility those members are seen only by a file that imports HTTPTypes, so the module
// hands them on: `import APIRuntime` is all that a client and its users need.
@_exported public import HTTPTypes
