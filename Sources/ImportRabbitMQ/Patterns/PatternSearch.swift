/// A program run over all names at once: its states are sets of steps, made as they are met.
///
/// Beside the search, which may begin anywhere, runs the same pattern read from the first byte to the last.
struct PatternSearch {
  private let steps: [PatternProgram.Step]
  /// Steps that may still be looked at, so that the work ends.
  private(set) var effort: Int
  private var seen: [Int]
  private var round = 0

  /// A place in all names that the pattern cannot tell apart.
  struct State: Hashable {
    /// Steps that a search stands at, none once it has matched.
    var search: [Int]
    var hasMatched: Bool
    /// Steps that the pattern stands at, read from the first byte.
    var whole: [Int]
  }

  static let mostEffort = 1_000_000
  static let mostStates = 4000
  /// Names are short texts of the protocol.
  static let longestName = 255

  init(_ program: PatternProgram, effort: Int = mostEffort) {
    steps = program.steps
    self.effort = effort
    seen = Array(repeating: 0, count: steps.count)
  }

  /// One byte of each class: bytes that every set has or has not together.
  private var alphabet: [UInt8] {
    var distinct = Set<ByteSet>()
    for case .byte(let set) in steps { distinct.insert(set) }
    let sets = Array(distinct)
    var classes: [[Bool]: UInt8] = [:]
    // RabbitMQ takes line breaks out of names.
    for byte in UInt8.min...UInt8.max where byte != 10 && byte != 13 {
      let key = sets.map { $0.contains(byte) }
      classes[key] = min(classes[key] ?? byte, byte)
    }
    return classes.values.sorted()
  }

  // MARK: One name

  /// Whether a search matches a name without line breaks; `nil` where that is too much work.
  mutating func matches(_ name: some Sequence<UInt8>) -> Bool? {
    var state = initial
    var isEmpty = true
    for byte in name {
      if state.hasMatched { return true }
      state = step(state, byte)
      isEmpty = false
      if effort <= 0 { return nil }
    }
    return state.hasMatched || isEnded(state.search, isFirst: isEmpty)
  }

  // MARK: All names

  /// What is known of all names of one to 255 bytes without line breaks: the shortest name of each sort that was met.
  struct Findings: Equatable {
    /// A name that matches.
    var match: [UInt8]?
    /// A name that does not.
    var miss: [UInt8]?
    /// A name that matches, and not from its first byte to its last.
    var beyond: [UInt8]?
    /// All names were looked at.
    var isComplete = false
  }

  /// Looks at all names, the shortest first, until there is one of each sort. At most ``mostStates`` states.
  mutating func findings() -> Findings {
    var found = Findings()
    var met: Set<State> = []
    var paths: [Path] = [Path(state: initial, before: -1, byte: 0)]
    var level = [0]
    let alphabet = alphabet
    for _ in 0..<Self.longestName {
      var next: [Int] = []
      for before in level {
        for byte in alphabet {
          let state = step(paths[before].state, byte)
          if effort <= 0 { return found }
          guard met.insert(state).inserted else { continue }
          if met.count > Self.mostStates { return found }
          next.append(paths.count)
          paths.append(Path(state: state, before: before, byte: byte))
          note(state, paths, in: &found)
          if found.match != nil, found.miss != nil, found.beyond != nil { return found }
        }
      }
      level = next
      if level.isEmpty { break }
    }
    found.isComplete = true
    return found
  }

  /// A state with the shortest way to it.
  private struct Path {
    let state: State
    let before: Int
    let byte: UInt8
  }

  private mutating func note(_ state: State, _ paths: [Path], in found: inout Findings) {
    let isMatch = state.hasMatched || isEnded(state.search)
    let isBeyond = isMatch && !isEnded(state.whole)
    let isNew = isMatch ? found.match == nil || (isBeyond && found.beyond == nil) : found.miss == nil
    guard isNew else { return }
    var name: [UInt8] = []
    var at = paths.count - 1
    while at > 0 {
      name.append(paths[at].byte)
      at = paths[at].before
    }
    name.reverse()
    if !isMatch { found.miss = name }
    if isMatch { found.match = found.match ?? name }
    if isBeyond { found.beyond = found.beyond ?? name }
  }

  // MARK: Steps

  private var initial: State {
    mutating get {
      let start = closure([0], isFirst: true)
      let hasMatched = start.contains { if case .match = steps[$0] { true } else { false } }
      return State(search: hasMatched ? [] : start, hasMatched: hasMatched, whole: start)
    }
  }

  private mutating func step(_ state: State, _ byte: UInt8) -> State {
    let whole = closure(advance(state.whole, byte))
    if state.hasMatched { return State(search: [], hasMatched: true, whole: whole) }
    // A search may begin behind every byte.
    let search = closure(advance(state.search, byte) + [0])
    let hasMatched = search.contains { if case .match = steps[$0] { true } else { false } }
    return State(search: hasMatched ? [] : search, hasMatched: hasMatched, whole: whole)
  }

  private mutating func advance(_ at: [Int], _ byte: UInt8) -> [Int] {
    effort -= at.count
    return at.compactMap { index in
      if case .byte(let set) = steps[index], set.contains(byte) { index + 1 } else { nil }
    }
  }

  /// The steps at which something waits that are reached without reading, ascending. One that looks for the end waits there.
  private mutating func closure(_ from: [Int], isFirst: Bool = false, isLast: Bool = false) -> [Int] {
    round += 1
    var found: [Int] = []
    var open = from
    while let index = open.popLast() {
      guard seen[index] != round else { continue }
      seen[index] = round
      effort -= 1
      switch steps[index] {
      case .byte, .match: found.append(index)
      case .start: if isFirst { open.append(index + 1) }
      case .end: if isLast { open.append(index + 1) } else { found.append(index) }
      case .fork(let first, let second): open += [first, second]
      case .jump(let target): open.append(target)
      }
    }
    return found.sorted()
  }

  /// Whether something that waits is a match where the name ends.
  private mutating func isEnded(_ at: [Int], isFirst: Bool = false) -> Bool {
    closure(at, isFirst: isFirst, isLast: true).contains { if case .match = steps[$0] { true } else { false } }
  }
}
