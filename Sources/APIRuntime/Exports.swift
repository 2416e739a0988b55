// Generated code and its callers use `.get`, `HTTPField.Name` and `status.code`. With `MemberImportVisibility`, these
// members are visible only in files that import HTTPTypes; re-exporting the module makes `import APIRuntime`
// sufficient.
@_exported public import HTTPTypes
