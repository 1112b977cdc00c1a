import ImportCore

/// Codes of packages and roles, which Altinn tells apart by their letters and not by the case of them.
enum AltinnCode {
  /// The code of a package: the urn without its prefix, or the code itself, in lower case. `nil` for what is no code: text
  /// with invisible characters, or a urn of another kind, might be any package.
  static func package(_ text: String) -> String? { code(text, after: ["urn:altinn:accesspackage:"]) }

  /// The code of a role, `daglig-leder` or `dagl`, in lower case.
  static func role(_ text: String) -> String? {
    code(
      text,
      after: [
        "urn:altinn:external-role:ccr:", "urn:altinn:external-role:cra:", "urn:altinn:rolecode:", "urn:altinn:role:",
      ])
  }

  private static func code(_ text: String, after prefixes: [String]) -> String? {
    var code = text.lowercased()
    if let prefix = prefixes.first(where: code.hasPrefix) { code.removeFirst(prefix.count) }
    // Letters beyond ASCII: codes of the register have æ, ø and å.
    let isCode = code.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_.".unicodeScalars.contains(scalar)
    }
    return isCode && !code.isEmpty ? code : nil
  }
}
