/// Names from a file, made fit for a message.
public enum ForeignText {
  private static let limit = 80
  /// Fewer digits than any identity number has.
  private static let harmlessDigits = 8

  /// A key or column name without control characters, cut at 80 characters.
  ///
  /// Whoever shows it looks for identity numbers in what is left, so that nothing here may part one: a cut never falls
  /// within digits, and a name with both digits and characters that nobody sees is not shown at all.
  public static func name(_ text: some StringProtocol) -> String {
    var shown: [Unicode.Scalar] = []
    var digits = 0
    var hidesSome = false
    var isCut = false
    for scalar in text.unicodeScalars {
      if shown.count == limit {
        isCut = true
        break
      }
      // A terminal would obey control characters, and a direction mark would turn the rest of the line around.
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse:
        hidesSome = true
        shown.append("\u{FFFD}")
      default: shown.append(scalar)
      }
      if isDigit(scalar) { digits += 1 }
    }
    if hidesSome, digits > harmlessDigits { return "…" }
    if isCut { cut(&shown) }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: shown)
    return String(name) + (isCut ? "…" : "")
  }

  /// Takes away the digits that the cut may part from others: those of the last forty characters, and all that stand
  /// before them with no more than one letter between, as some countries write the century.
  private static func cut(_ shown: inout [Unicode.Scalar]) {
    guard var end = shown[(limit / 2)...].firstIndex(where: isDigit) else { return }
    while end > 0, !shown[end - 1].properties.isAlphabetic || end > 1 && isDigit(shown[end - 2]) { end -= 1 }
    shown.removeSubrange(end...)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }
}
