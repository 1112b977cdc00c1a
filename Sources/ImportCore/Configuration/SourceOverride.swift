/// One `--as PATH=KIND,organisation=…,user=…,object=…` of the command line.
public struct SourceOverride: Sendable {
  /// The file as the command line names it; may be a glob.
  public var path: PathPattern
  package var context: SourceContext

  package init(path: PathPattern, context: SourceContext) {
    self.path = path
    self.context = context
  }

  /// Reads the argument of `--as`. A path may hold `=`: the first one that a kind follows ends it.
  public init(parsing text: String, _ registry: Registry) throws(ConfigurationError) {
    var candidate: (path: String, rest: String)?
    var at = text.startIndex
    // By bytes: a kind is plain, and a path may have a mark behind the sign that Unicode takes for a part of it.
    while let equals = text.utf8[at...].firstIndex(of: UInt8(ascii: "=")) {
      let rest = text[text.utf8.index(after: equals)...]
      let kind = rest.prefix { $0 != "," }
      let found = (String(text[..<equals]), String(rest))
      if candidate == nil { candidate = found }
      if registry.namedKinds.contains(String(kind)) {
        candidate = found
        break
      }
      at = text.utf8.index(after: equals)
    }
    guard let candidate, !candidate.path.isEmpty else {
      throw Self.failure("`--as \(text)` names no kind", "write `--as PATH=KIND`, then `,organisation=…` where needed")
    }
    var context = SourceContext()
    for (index, part) in candidate.rest.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
      let key: String
      let value: String
      if index == 0 {
        (key, value) = ("kind", String(part))
      } else {
        let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else {
          throw Self.failure("`--as`: `\(part)` is no `key=value`", "keys are `organisation`, `user` and `object`")
        }
        (key, value) = (String(pair[0]), String(pair[1]))
      }
      if let wrong = context.set(key, to: value, kinds: registry.namedKinds) {
        throw Self.failure("`--as`: \(wrong.message)", wrong.help)
      }
    }
    self.init(path: PathPattern(candidate.path), context: context)
  }

  private static func failure(_ message: String, _ help: String) -> ConfigurationError {
    ConfigurationError(problems: [ConfigurationProblem(path: "", line: 0, message: message, help: help)])
  }
}
