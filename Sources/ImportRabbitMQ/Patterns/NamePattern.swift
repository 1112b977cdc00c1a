/// A pattern of a permission, and what it matches: decided, never guessed.
///
/// RabbitMQ searches a name for it, over bytes: it matches where it matches somewhere, so that `app` means every name with `app` in
/// it. An empty pattern stands for `^$`. Names have one to 255 bytes and no line breaks. One that does not compile denies.
struct NamePattern: Sendable {
  /// What it matches of all names.
  enum Matches: String, Sendable { case nothing, some, everything }

  /// As it is written, `^$` where it is empty.
  let text: String
  /// `nil` where that is not decided.
  let matches: Matches?
  /// Whether it matches a name that it does not match from the first byte to the last; `nil` where that is not decided.
  let isBeyond: Bool?
  private let reading: Reading

  /// The ways in which engines read it, as far as they differ.
  private enum Reading: Sendable {
    case wrong, undecided
    case programs([PatternProgram])
  }

  init(_ written: String) {
    var effort = PatternSearch.mostEffort
    self.init(written, effort: &effort)
  }

  /// The same, with no more work than there is effort left.
  init(_ written: String, effort: inout Int) {
    text = written.isEmpty ? "^$" : written
    let reading = Self.read(Array(text.utf8))
    self.reading = reading
    switch reading {
    case .undecided: (matches, isBeyond) = (nil, nil)
    case .wrong: (matches, isBeyond) = (.nothing, false)
    case .programs(let programs):
      let found = Self.findings(of: programs, effort: &effort)
      matches = Self.agreed(found.map(Self.matches))
      isBeyond = Self.agreed(found.map { $0.beyond != nil ? true : $0.isComplete ? false : nil })
    }
  }

  /// Whether it matches a name; `nil` where that is not decided.
  func matches(name: String) -> Bool? {
    var effort = PatternSearch.mostEffort
    return matches(name: name, effort: &effort)
  }

  func matches(name: String, effort: inout Int) -> Bool? {
    let bytes = Array(name.utf8)
    switch reading {
    case .wrong: return false
    case .undecided: return nil
    case .programs(let programs):
      if bytes.contains(10) || bytes.contains(13) { return nil }
      return Self.agreed(
        programs.map { program in
          let given = min(effort, PatternSearch.mostEffort)
          var search = PatternSearch(program, effort: given)
          let found = search.matches(bytes)
          effort -= given - search.effort
          return found
        })
    }
  }

  /// What was found of all names, once for each way of reading it; for tests.
  var findings: [PatternSearch.Findings] {
    var effort = PatternSearch.mostEffort
    return if case .programs(let programs) = reading { Self.findings(of: programs, effort: &effort) } else { [] }
  }

  private static func findings(of programs: [PatternProgram], effort: inout Int) -> [PatternSearch.Findings] {
    programs.map { program in
      let given = min(effort, PatternSearch.mostEffort)
      var search = PatternSearch(program, effort: given)
      let found = search.findings()
      effort -= given - search.effort
      return found
    }
  }

  private static func read(_ text: [UInt8]) -> Reading {
    do throws(PatternProblem) {
      let (node, usesTable) = try PatternParser.parse(text, .ascii)
      var programs = [try PatternProgram(node)]
      if usesTable { programs.append(try PatternProgram(try PatternParser.parse(text, .latin).0)) }
      return .programs(programs)
    } catch {
      return error == .wrong ? .wrong : .undecided
    }
  }

  private static func matches(_ found: PatternSearch.Findings) -> Matches? {
    if found.match != nil, found.miss != nil { return .some }
    guard found.isComplete else { return nil }
    return found.match != nil ? .everything : .nothing
  }

  /// What all say; `nil` where they differ or one says nothing.
  private static func agreed<Answer: Equatable>(_ answers: [Answer?]) -> Answer? {
    guard let first = answers.first, answers.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}
