/// Files that lie in many folders and are nobody's exports. They are listed and not used, and the audit goes on.
///
/// A name alone excludes nothing: what is recognised as an export is read, whatever it is called.
enum PassedOver {
  /// What a file that is no known document is, by its name: litter that programs of an office leave.
  static func litter(_ name: String) -> String? {
    let lower = name.lowercased()
    let names: Set<String> = ["thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "icon\r", ".ds_store"]
    guard
      names.contains(lower) || lower.hasPrefix("~$") || lower.hasPrefix(".~lock.") || lower.hasPrefix("._")
        || lower.hasPrefix("~") && lower.hasSuffix(".tmp")
    else { return nil }
    return "a file that office programs leave behind"
  }

  /// What this program wrote itself, by its content: the text of a report, or its rows.
  static func ownReport(_ text: some Collection<UInt8>) -> String? {
    let first = text.prefix(1 << 14).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).first
    guard let first else { return nil }
    let line = String(decoding: first, as: UTF8.self)
    return isHeadline(line) || isRow(line) ? "a report that this program wrote, no source" : nil
  }

  /// Rows of an audit that found nothing are an empty file.
  static func emptyReport(_ name: String) -> String? {
    name == "findings.tsv" ? "a report that this program wrote, without a finding" : nil
  }

  /// `FAILED: 17 checked, …`
  private static func isHeadline(_ line: String) -> Bool {
    guard let colon = line.firstIndex(of: ":") else { return false }
    let head = line[..<colon]
    let verdicts = ["PASSED", "FAILED", "NOT JUDGED", "REPORTED"]
    guard verdicts.contains(where: { head == $0 || head.hasPrefix($0 + " (") }) else { return false }
    let rest = line[colon...].dropFirst(2)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    return !digits.isEmpty && rest.dropFirst(digits.count).hasPrefix(" checked, ")
  }

  /// `policy⇥verdict⇥subject⇥violating⇥fingerprint`
  private static func isRow(_ line: String) -> Bool {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 5, fields[1] == "fail" || fields[1] == "unverified", fields[0].contains(".") else {
      return false
    }
    return fields[4].utf8.count == 64 && fields[4].allSatisfy { $0.isHexDigit }
  }
}
