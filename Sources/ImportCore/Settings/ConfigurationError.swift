/// What is wrong with `tilsyn.yaml`, a mapping or an `--as`.
public struct ConfigurationProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file; empty for the command line.
  public var path: String
  /// 1-based; 0 where there is none.
  public var line: Int
  package var message: String
  /// What to do about it; may be empty.
  public var help: String

  package init(path: String, line: Int, message: String, help: String = "") {
    self.path = path
    self.line = line
    self.message = message
    self.help = help
  }

  /// As people read it.
  public var description: String {
    let place = path.isEmpty ? "" : line > 0 ? "\(path):\(line): " : "\(path): "
    return place + message + (help.isEmpty ? "" : "\n  help: \(help)")
  }
}

/// All that is wrong with a configuration, in the order of the file.
public struct ConfigurationError: Error, Sendable, CustomStringConvertible {
  package var problems: [ConfigurationProblem]

  package init(problems: [ConfigurationProblem]) { self.problems = problems }

  /// As people read it.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
