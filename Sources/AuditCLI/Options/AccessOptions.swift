import ArgumentParser

/// What `who` and `can` share: the exports, and how the answer is shown.
struct AccessOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(said: "Files and folders with exports.", valueName: "path"), completion: .file())
  var paths: [String]
  @Option(help: ArgumentHelp(said: "How many answers of each system are shown.", valueName: "count"))
  var limit = 100
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var context: ContextOptions
  @OptionGroup var earlier: ResultOption
  @OptionGroup var listing: ListingFormat
  @OptionGroup var talk: TalkOptions

  func validate() throws {
    guard limit >= 1 else {
      throw ValidationError("--limit \(limit) is below 1", help: "give the number of answers that are shown")
    }
  }
}
