extension String {
    /// The same for all texts that differ by case alone, as disks tell names apart: `Straße` and `STRASSE` are one
    /// (the full case folding of the Unicode Standard, section 3.13).
    var caseFolded: String { lowercased().uppercased() }
}
