import ArgumentParser
import XACML

struct XACMLIdentifiersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "identifiers",
    abstract: String(
      said: "Lists the data types, functions and combining algorithms that are known."))

  func run() throws {
    var sink = StandardOutput.sink()
    for line in Identifiers.lines { sink.write(line + "\n") }
    try sink.finish()
  }
}
