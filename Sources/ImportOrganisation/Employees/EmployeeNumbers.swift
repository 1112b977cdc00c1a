import FactStore
import Formats
import ImportCore
import Synchronization

/// Whom the employee numbers of all lists mean.
///
/// A number says who somebody is within one list only. Another organisation, another system or an older list may have the
/// same number for somebody else, whose open employment says nothing of the first. Rows of two lists are one person where
/// something beside the number says so: the same name, an address or an identity number in common. Within one list the number
/// is enough, unless its rows contradict it.
struct EmployeeNumbers: SurveyPart {
  /// The first list that has each number.
  private var lists: [ExactText: FileID] = [:]
  /// Numbers that two lists have, or two people of one list: only of these every row is kept.
  private var shared: Set<ExactText> = []
  private var sightings: [ExactText: [Sighting]] = [:]
  /// Numbers of lists that mappings name too, and those of them that mappings have employments of.
  private var mentioned: Set<ExactText> = []
  private var mapped: Set<ExactText> = []

  /// A row with a number that may be that of two people.
  struct Sighting: Sendable {
    var path: String
    var line: Int
    var evidence: PersonEvidence
    /// What follows the number in the name of the employment; `nil` where it has none.
    var employment: String?
    var start: FactWriter.Cell
    var end: FactWriter.Cell
  }

  /// Notes that a list has numbers; `isContradictory` says of which its own rows may be two people.
  mutating func note(_ numbers: Set<ExactText>, in file: FileID, isContradictory: (ExactText) -> Bool) {
    for number in numbers {
      if isContradictory(number) { shared.insert(number) }
      guard let first = lists[number] else {
        lists[number] = file
        continue
      }
      if first != file { shared.insert(number) }
    }
  }

  var isEmpty: Bool { lists.isEmpty }

  /// Notes the numbers that a file read by a mapping names. What it says of them is written already, under the bare number:
  /// where it has employments, it is one more list, of which nothing else is known.
  mutating func mention(_ numbers: [ExactText], hasEmployments: Bool) {
    for number in numbers where lists[number] != nil {
      mentioned.insert(number)
      if hasEmployments {
        mapped.insert(number)
        shared.insert(number)
      }
    }
  }

  /// Whether a mapping means somebody by the bare number.
  func isMentioned(_ number: ExactText) -> Bool { mentioned.contains(number) }

  func isShared(_ number: ExactText) -> Bool { shared.contains(number) }

  mutating func add(_ number: ExactText, _ sighting: Sighting) { sightings[number, default: []].append(sighting) }

  /// The people who have a number, as far as its rows tell. Worked out once for all lists that have it.
  func people(of number: ExactText) -> SharedNumber {
    let rows = sightings[number] ?? []
    let isMapped = mapped.contains(number)
    return memory.known.withLock { known in
      if let found = known[number], found.rows == rows.count, found.isMapped == isMapped { return found.people }
      let people = SharedNumber(number.text, rows, isMapped: isMapped)
      known[number] = (rows.count, isMapped, people)
      return people
    }
  }

  /// What was worked out, with how many rows there were then: rows are only ever added.
  private final class Memory: Sendable {
    let known = Mutex<[ExactText: (rows: Int, isMapped: Bool, people: SharedNumber)]>([:])
  }

  private let memory = Memory()
}

/// What a row of a list of employees says of who somebody is.
struct PersonEvidence: Hashable, Sendable {
  /// The words of the name, in an order of their own: `Hansen, Mette` is `Mette Hansen`.
  var name: String?
  /// The first of the given names.
  var givenName: String?
  var addresses: [String] = []
  /// Stands for the identity number.
  var token: String?

  init(name: String?, addresses: [String], token: String?) {
    if let name {
      let text = UnicodeText.folded(name)
      let words = Self.words(text)
      self.name = words.isEmpty ? nil : words.sorted().joined(separator: " ")
      let behindComma = text.firstIndex(of: ",").map { Self.words(text[text.index(after: $0)...]) } ?? []
      givenName = behindComma.first ?? words.first
    }
    self.addresses = addresses
    self.token = token
  }

  private static func words(_ text: some StringProtocol) -> [String] {
    text.split { !($0.isLetter || $0.isNumber) }.map { String($0) }
  }

  /// What two rows of two lists must have in common to be one person.
  var keys: [String] { marks + (name.map { ["name \($0)"] } ?? []) }

  /// What two rows of one list have in common where they are one person: a family name may change.
  var looseKeys: [String] { marks + (givenName.map { ["name \($0)"] } ?? []) }

  private var marks: [String] { addresses.map { "address \($0)" } + (token.map { ["token \($0)"] } ?? []) }

  /// Whether the row says enough for two rows without anything in common to be two people. A new address alone is the
  /// same person's more often.
  var isTelling: Bool { token != nil || givenName != nil }
}

extension Survey {
  /// Whom employee numbers mean.
  var numbers: EmployeeNumbers {
    get { self[EmployeeNumbers.self] }
    _modify { yield &self[EmployeeNumbers.self] }
  }
}
