extension String {
    /// The case-folded string, for comparing names as case-insensitive file systems do: `Straße` and `STRASSE` are
    /// equal (full case folding, Unicode Standard, section 3.13).
    var caseFolded: String { lowercased().uppercased() }
}
