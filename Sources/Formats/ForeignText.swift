/// Names from a file, made fit for a message.
public enum ForeignText {
  /// A key or column name without control characters, cut at 80 characters.
  public static func name(_ text: some StringProtocol) -> String {
    var shown = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count == 80 { return shown + "…" }
      count += 1
      // A terminal would obey control characters, and a direction mark would turn the rest of the line around.
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse:
        shown.unicodeScalars.append("\u{FFFD}")
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
