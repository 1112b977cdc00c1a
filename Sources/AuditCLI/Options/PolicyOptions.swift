import ArgumentParser

/// Which policies are judged, and in which language they speak.
struct PolicyOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A policy file or folder, instead of the shipped packs. Repeatable.", valueName: "path"))
  var policies: [String] = []

  @Option(help: ArgumentHelp("Language of titles and messages: en, da or nb. Default: en.", valueName: "language"))
  var lang: String?

  func validate() throws { _ = try language(Environment()) }

  static let languages = ["en", "da", "nb"]

  func language(_ environment: Environment) throws -> String {
    let language = lang ?? environment["LANG"] ?? "en"
    guard Self.languages.contains(language) else {
      throw ValidationError("`\(language)` is no language of --lang: it is en, da or nb")
    }
    return language
  }
}
