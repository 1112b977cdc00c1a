import Localization

/// Files that lie in many folders and are nobody's exports. They are listed and not used, and the audit goes on.
///
/// A name alone excludes nothing: what is recognised as an export is read, whatever it is called.
enum PassedOver {
  /// What a file that is no known document is, by its name: litter that programs of an office leave.
  static func litter(_ name: String) -> Phrase? {
    let lower = name.lowercased()
    let names: Set<String> = ["thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "icon\r", ".ds_store"]
    guard
      names.contains(lower) || lower.hasPrefix("~$") || lower.hasPrefix(".~lock.") || lower.hasPrefix("._")
        || lower.hasPrefix("~") && lower.hasSuffix(".tmp")
    else { return nil }
    return "a file that office programs leave behind"
  }

  /// What this program wrote itself, by its content: the text of a report, its rows, its table, its page, or the key that it
  /// drew for pseudonyms.
  static func ownReport(_ text: some BidirectionalCollection<UInt8>, _ registry: Registry) -> Phrase? {
    if OwnOutput.isKey(text) { return OwnOutput.keyNote }
    return OwnOutput.isRows(text) || OwnOutput.isReport(text, registry) || OwnOutput.isTable(text)
      || OwnOutput.isPage(text)
      ? OwnOutput.reportNote : nil
  }

  /// Rows of an audit that found nothing are an empty file.
  static func emptyReport(_ name: String) -> Phrase? {
    name == "findings.tsv" ? "a report that this program wrote, without a finding" : nil
  }
}
