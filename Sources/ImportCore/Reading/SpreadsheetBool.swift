/// A truth value as PowerShell, and Danish and Norwegian spreadsheets after it, write it.
package enum SpreadsheetBool {
  /// `nil` when the text is no truth value.
  package static func read(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "sand", "sann": true
    case "false", "falsk", "usann": false
    default: nil
    }
  }
}
