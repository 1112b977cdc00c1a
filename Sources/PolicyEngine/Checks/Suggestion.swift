/// What `help:` says of a name that does not exist.
enum Suggestion {
  /// `did you mean …`, or another advice where nothing is close.
  static func help(
    for name: String, among candidates: some Sequence<String>, otherwise: @autoclosure () -> String
  ) -> String {
    Spelling.nearest(to: name, among: candidates).map { "did you mean `\($0)`?" } ?? otherwise()
  }
}

/// "`a`, `b` and `c`", for messages.
func quoted(_ names: [String], joinedBy last: String = "and") -> String {
  let names = names.map { "`\($0)`" }
  guard names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " \(last) " + names[names.count - 1]
}
