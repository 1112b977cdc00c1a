import Localization

/// What is said of archives that are not read.
enum ArchiveProblem {
  private static let repack: Phrase = "unpack it, look at what it holds, and give the folder instead"

  static let damaged = problem(
    "zip-damaged", "the archive is damaged or cut off", help: "fetch it again, or pack it anew")
  static let damagedEntry = problem(
    "zip-damaged", "the entry of the archive is damaged, or packed in a way that is not read",
    help: "fetch the archive again, or pack it anew")
  static let empty = problem("zip-empty", "the archive holds no file", help: "is it the one that was meant?")
  static let split = problem(
    "zip-split", "the archive is a part of several, or of the form for very large ones", help: repack)
  static let tooMany = problem(
    "zip-too-many", "the archive holds more than \(FormatLimits.archiveEntries) entries", help: repack)
  static let tooLarge = problem(
    "zip-too-large", "the archive unpacks to more than \(FormatLimits.archiveSize >> 20) MiB", help: repack)
  static let fileTooLarge = problem(
    "zip-too-large", "the archive is larger than \(FormatLimits.archiveFile >> 20) MiB", help: repack)

  static func duplicate(_ name: [UInt8]) -> FormatProblem {
    problem("zip-duplicate", "two entries of the archive are `\(shown(name))`, as systems compare names", help: repack)
  }

  static func encrypted(_ name: [UInt8]) -> FormatProblem {
    problem("zip-encrypted", "the entry `\(shown(name))` is encrypted", help: "pack it anew without a password")
  }

  static func link(_ name: [UInt8]) -> FormatProblem {
    problem("zip-link", "the entry `\(shown(name))` is a link to another file", help: repack)
  }

  static func bomb(_ name: [UInt8]) -> FormatProblem {
    problem(
      "zip-bomb", "the entry `\(shown(name))` unpacks to more than \(FormatLimits.archiveRatio) times its size",
      help: "no export does; if this one is right, unpack it")
  }

  /// What is wrong with the name of an entry. Names lead to no files here, but an archive with such names is a trick, and another
  /// program may read something else from it.
  static func name(_ name: [UInt8]) -> FormatProblem? {
    guard let what = wrong(name) else { return nil }
    return problem("zip-path", what, help: repack)
  }

  private static func wrong(_ name: [UInt8]) -> Phrase? {
    if name.isEmpty || name.count > FilePath.lengthLimit { return "an entry of the archive has no proper name" }
    if name.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      return "the entry `\(shown(name))` has a control character in its name"
    }
    if name.contains(UInt8(ascii: "\\")) { return "the entry `\(shown(name))` has a backslash in its name" }
    let isDrive = name.count > 1 && name[1] == UInt8(ascii: ":") && UnicodeScalar(name[0]).properties.isAlphabetic
    if name[0] == FilePath.slash || isDrive { return "the entry `\(shown(name))` has an absolute name" }
    let names = name.split(separator: FilePath.slash, omittingEmptySubsequences: false)
    if names.contains(where: { $0.elementsEqual("..".utf8) }) {
      return "the entry `\(shown(name))` leads out of the archive"
    }
    // The name of a folder ends in a slash.
    let isProper = names.dropLast().allSatisfy { !$0.isEmpty } && !names.contains { $0.elementsEqual(".".utf8) }
    return isProper ? nil : "the entry `\(shown(name))` has no proper name"
  }

  private static func shown(_ name: [UInt8]) -> String { ForeignText.name(FilePath(bytes: name).shown) }

  private static func problem(_ code: String, _ message: Phrase, help: Phrase) -> FormatProblem {
    FormatProblem(code: code, message: message, help: help, isFatal: true)
  }
}
