import ArgumentParser
import Audit
import AuditReports
import Formats
import Localization

/// How reports name people.
struct PeopleFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      said: """
        How people are named: \(Identifiers.allCases.map(\.rawValue).joined(separator: ", ")). Default: pseudonym in files \
        that are handed on, full in \(Self.ownFormats.others) and \(Self.ownFormats.last).
        """, valueName: "how"))
  var identifiers: String?

  @Option(
    help: ArgumentHelp(
      said: "What people are named in full for; the reports have it. --identifiers full needs it.", valueName: "text"))
  var purpose: String?

  @OptionGroup var key: KeyOption

  /// `text, json` and `rows`
  private static let ownFormats: (others: String, last: String) = {
    let names = ReportFormat.all.filter { !$0.isHandedOn }.map(\.name)
    return (names.dropLast().joined(separator: ", "), names[names.count - 1])
  }()

  func validate() throws { _ = try chosen(Environment()) }

  /// What is asked for; `nil` where each format decides.
  func chosen(_ environment: Environment) throws -> (identifiers: Identifiers?, purpose: String?) {
    let asked = identifiers ?? environment["IDENTIFIERS"]
    let purpose = (purpose ?? environment["PURPOSE"]).flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    guard let asked else {
      if self.purpose != nil { throw ValidationError(said: "--purpose goes with `--identifiers full`") }
      return (nil, nil)
    }
    guard let identifiers = Identifiers(rawValue: asked.lowercased()) else {
      let known = Identifiers.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(said: "--identifiers is \(known), and `\(asked)` is none of them")
    }
    if identifiers == .full, purpose == nil {
      throw ValidationError(
        said: "`--identifiers full` needs `--purpose \"…\"`: whoever reads a report that names people is told what for")
    }
    if identifiers != .full, self.purpose != nil {
      throw ValidationError(
        said: "--purpose goes with `--identifiers full`")
    }
    return (identifiers, identifiers == .full ? purpose : nil)
  }
}

/// The key of pseudonyms and fingerprints.
struct KeyOption: ParsableArguments {
  @Option(
    name: .customLong("pseudonym-key"),
    help: ArgumentHelp(
      said: """
        File with the key of pseudonyms, of \(PseudonymKey.leastBytes) bytes or more. The same key gives a person the same \
        name in every report, and fingerprints that nobody makes without it. TILSYN_PSEUDONYM_KEY holds a key itself. \
        Default: one is drawn, for pseudonyms alone.
        """, valueName: "file"))
  var file: String?

  /// The file of the key, which no output may replace.
  var paths: [FilePath] { file.map { $0 == ArgumentFile.standardInput ? [] : [FilePath($0)] } ?? [] }

  /// The key that is given; `nil` where none is.
  func read(_ environment: Environment) throws -> PseudonymKey? {
    if let file {
      let bytes = try ArgumentFile.bytes(file, limit: 1 << 20, .key)
      guard let key = PseudonymKey(bytes) else { throw Self.tooShort("the key `\(FilePath(file).shown)`") }
      return key
    }
    guard let text = environment["PSEUDONYM_KEY"] else { return nil }
    guard let key = PseudonymKey(Array(text.utf8)) else { throw Self.tooShort("TILSYN_PSEUDONYM_KEY") }
    return key
  }

  private static func tooShort(_ what: Phrase) -> CommandFailure {
    .notJudged(
      "\(what) is too short: it has fewer than \(PseudonymKey.leastBytes) bytes and could be guessed",
      help: "`openssl rand -hex 32` makes one")
  }
}
