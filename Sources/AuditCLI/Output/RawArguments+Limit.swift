import Budget

extension RawArguments {
  /// How many words are taken. Time to parse them grows with their square: 3 s for so many.
  static let most = 10_000

  /// All but the name of the program, unless there are too many.
  static func checkedWords() throws(CommandFailure) -> [String] {
    guard CommandLine.argc <= most + 1 else {
      throw .usage(
        "the command line has more than \(LimitReached.grouped(most)) words",
        help: "give the folder that holds the files, and say in `tilsyn.yaml` under `sources` what they are")
    }
    return words
  }
}
