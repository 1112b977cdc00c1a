import Formats

/// Words of a command line as a shell reads them back.
enum ShellWords {
  /// A word, in quotes where it needs them.
  static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "/._-+=,:@%".utf8.contains(byte)
      }
    }
    if plain, !word.isEmpty { return word }
    let bytes = FilePath(word).bytes
    if String(validating: bytes, as: UTF8.self) == nil {
      // Bytes that are no text: shells of today spell them so.
      let spelled = bytes.map { byte in
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "\\")
          ? String(UnicodeScalar(byte)) : "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
      return "$'" + spelled.joined() + "'"
    }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// The arguments that make another command look at the same inputs in the same way, for a shell.
  static func inputs(_ paths: [String], context: ContextOptions, policies: PolicyOptions) -> String {
    words(paths, context: context, policies: policies).map(quoted).joined(separator: " ")
  }

  /// The arguments that bear on a result.
  static func words(_ paths: [String], context: ContextOptions, policies: PolicyOptions?) -> [String] {
    var words = paths
    for path in policies?.policies ?? [] { words += ["-p", path] }
    for text in context.contexts { words += ["--as", text] }
    if let config = context.config { words += ["--config", config] }
    if let asOf = context.asOf { words += ["--as-of", asOf] }
    if let lang = policies?.lang { words += ["--lang", lang] }
    return words
  }
}
