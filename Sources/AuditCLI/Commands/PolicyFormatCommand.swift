import ArgumentParser
import Formats
import PolicyEngine

struct PolicyFormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format", abstract: String(said: "Writes policies in their canonical form."),
    discussion: String(
      parts: .examples(
        HelpExample("tilsyn policy format my.policy", does: "prints it formatted"),
        HelpExample("tilsyn policy format -i my-policies/", does: "changes the files"),
        HelpExample("tilsyn policy format --check policies/", does: "says which are not formatted")),
      .said(
        """
        Exit codes: 0 done; 1 with --check, a file is not formatted; 2 a file cannot be read or has an error; 64 usage.
        """)))

  @Argument(
    help: ArgumentHelp(said: "Policy files and folders.", valueName: "path"), completion: .file(extensions: ["policy"]))
  var paths: [String]
  @Flag(name: .shortAndLong, help: ArgumentHelp(said: "Change the files instead of printing."))
  var inPlace = false
  @Flag(help: ArgumentHelp(said: "Only say which files are not formatted."))
  var check = false

  func validate() throws {
    if inPlace, check {
      throw ValidationError("--in-place and --check contradict each other", help: "give one of them")
    }
  }

  func run() throws {
    var isFormatted = true
    for policy in try PolicyFiles.read(paths.map { FilePath($0) }) {
      let source = policy.source
      let formatted: String
      switch PolicyEngine.Formatter.format(source) {
      case .success(let text): formatted = text
      case .failure(let failure):
        throw CommandFailure.rendered(
          DiagnosticRenderer.render(failure.diagnostics, sources: [source], color: false))
      }
      let bytes = Array(formatted.utf8)
      if check {
        guard bytes != source.bytes else { continue }
        isFormatted = false
        try StandardOutput.say(String(said: "\(source.path) is not formatted"))
      } else if inPlace {
        guard bytes != source.bytes else { continue }
        let file = try AtomicFile(OutputPlace(policy.path))
        try file.write(bytes)
        try AtomicFile.commit([file])
        try StandardOutput.say(String(said: "formatted \(source.path)"))
      } else {
        try StandardOutput.write(formatted)
      }
    }
    if !isFormatted { throw ExitCode(1) }
  }
}
