import ArgumentParser
import Localization

/// Which policies are judged, and in which language they speak.
struct PolicyOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(said: "A policy file or folder, instead of the shipped packs. Repeatable.", valueName: "path"),
    completion: .file(extensions: ["policy"]))
  var policies: [String] = []

  @Option(
    help: ArgumentHelp(
      said: "Language of reports: en, da or nb. Default: that of tilsyn.yaml, else of the locale, else en.",
      valueName: "language"), completion: .list(Language.allCases.map(\.rawValue)))
  var lang: String?

  func validate() throws { _ = try language(Environment(), nil) }

  /// What the flag says, else TILSYN_LANG, else the configuration, else the locale; English where nothing does.
  /// - Throws: `ValidationError` where the flag or the variable names another language.
  func language(_ environment: Environment, _ configured: Language?) throws -> Language {
    guard let named = lang ?? environment["LANG"] else { return configured ?? environment.language ?? .en }
    guard let language = Language(rawValue: named) else {
      throw ValidationError("`\(named)` is no language of --lang", help: "it is en, da or nb")
    }
    return language
  }
}
