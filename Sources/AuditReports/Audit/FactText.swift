import Audit

/// A fact as it is printed: `kitos.member(user: "u1", organisation: "o1")`.
enum FactText {
  /// The text in a column; `nil` where the fact has none of that name, or no text in it.
  static func value(of column: String, in fact: String) -> String? {
    for opening in ["(\(column): \"", ", \(column): \""] {
      guard let found = fact.firstRange(of: opening) else { continue }
      var value = ""
      var isEscaped = false
      for character in fact[found.upperBound...] {
        if character == "\"", !isEscaped { return value }
        isEscaped = character == "\\" && !isEscaped
        if !isEscaped { value.append(character) }
      }
    }
    return nil
  }

  /// What facts call somebody: the address, or the name, beside the id.
  static func name(of id: String, in evidence: [Evidence]) -> String? {
    for item in evidence where !item.isHole && item.fact.contains("\"\(id)\"") {
      let name = value(of: "email", in: item.fact) ?? value(of: "name", in: item.fact)
      if let name, name != id { return name }
    }
    return nil
  }
}
