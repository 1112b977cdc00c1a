import ArgumentParser

/// The configuration of a command that reads no exports.
struct ConfigurationOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      said: """
        A configuration: its mappings and parameters count, and its policies in place of the shipped packs. Default: \
        none.
        """,
      valueName: "file"), completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

  /// What a run knows of exports then: nothing but the configuration.
  func context() throws -> ContextOptions {
    var options = try ContextOptions.parse([])
    options.config = config
    return options
  }
}
