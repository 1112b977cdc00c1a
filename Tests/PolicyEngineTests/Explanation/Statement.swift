import PolicyEngine

/// A row as a proof states it, taken apart. Values of random programs hold neither commas nor brackets.
struct Statement: Hashable {
  var relation: String
  /// By column; `*` where it is not known.
  var values: [String: String]

  /// `relation(column: value, …)`; `nil` for another kind of statement.
  init?(_ text: some StringProtocol) {
    guard let open = text.firstIndex(of: "("), text.last == ")", !text.contains("{") else { return nil }
    relation = String(text[..<open])
    guard !relation.contains(" ") else { return nil }
    values = [:]
    let inside = text[text.index(after: open)...].dropLast()
    for part in inside.split(separator: ",") {
      let trimmed = part.drop { $0 == " " }
      guard let colon = trimmed.firstIndex(of: ":") else { return nil }
      values[String(trimmed[..<colon])] = String(trimmed[trimmed.index(colon, offsetBy: 2)...])
    }
  }
}
