import Formats
import Localization

/// The language in which the program speaks to whoever typed the command: help, and what it says beside its reports. Decided
/// before the command line is parsed, since help is made then.
enum ReaderLanguage {
  /// The words of this process.
  static let say = Wording(of(RawArguments.words, Environment()))

  /// What `--lang` says, wherever it stands, else TILSYN_LANG, else the locale. A configuration counts for reports alone: it is
  /// read later. Pages of the manual and completions are made once for all readers, in English.
  static func of(_ words: [String], _ environment: Environment) -> Language {
    let (others, named) = split(words)
    if others.first == "manual" || others.contains(where: isForMachines) { return .en }
    let languages = named.reversed() + [environment["LANG"]].compactMap { $0 }
    return languages.lazy.compactMap { Language(rawValue: $0) }.first ?? environment.language ?? .en
  }

  /// The words with a `--lang` that stands before the command behind it, where the parser looks for it; a `help` takes none.
  /// - Parameter depth: how many of the words choose a command.
  static func placed(_ words: [String], depth: ([String]) -> Int) -> [String] {
    let leading = leading(words)
    let rest = Array(words[leading...])
    if rest.first == "help" { return split(rest).others }
    let depth = depth(rest)
    return Array(rest.prefix(depth) + words.prefix(leading) + rest.dropFirst(depth))
  }

  /// How many words at the start are `--lang` and what it is given.
  private static func leading(_ words: [String]) -> Int {
    var at = 0
    while at < words.count {
      if words[at].hasPrefix("\(flag)=") {
        at += 1
      } else if words[at] == flag, at + 1 < words.count {
        at += 2
      } else {
        break
      }
    }
    return at
  }

  private static let flag = "--lang"

  /// The words without `--lang`, and what it is given each time. Behind `--` there are only paths.
  private static func split(_ words: [String]) -> (others: [String], named: [String]) {
    let end = words.firstIndex(of: "--") ?? words.count
    var (others, named): ([String], [String]) = ([], [])
    var at = 0
    while at < end {
      if words[at].hasPrefix("\(flag)=") {
        named.append(String(words[at].dropFirst(flag.count + 1)))
      } else if words[at] == flag, at + 1 < end {
        at += 1
        named.append(words[at])
      } else {
        others.append(words[at])
      }
      at += 1
    }
    return (others + words[end...], named)
  }

  /// What asks for something that programs read: a script of completions, what it offers, or all of help as JSON.
  private static func isForMachines(_ word: String) -> Bool {
    ["---completion", "--generate-completion-script", "--experimental-dump-help"].contains(where: word.hasPrefix)
  }
}
