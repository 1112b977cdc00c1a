import FactStore
import Formats
import ImportCore
import Localization

/// Says of the rows of one list whose number each has, as all lists together tell.
struct NumberReader {
  private let numbers: EmployeeNumbers
  private let path: String
  private var known: [ExactText: SharedNumber] = [:]
  private var doubtful: Set<ExactText> = []
  private var separate: Set<ExactText> = []
  private var superseded = 0

  static let doubtText: Phrase = """
    another list, or another row, has this employee number with nothing else in common, so whose employment that is \
    stays open; give both lists the same `name`, `email` or `national_id`, or each its own numbers
    """
  static let supersededText: Phrase =
    "another list has the employments of this person with other days, and all have ended; leave out the older list"

  init(numbers: EmployeeNumbers, path: String) {
    self.numbers = numbers
    self.path = path
  }

  /// The person of a row.
  struct Person {
    var name: FactWriter.Cell
    var employment: FactWriter.Cell
    /// People of whom an employment with the number may be too.
    var others: [String] = []
    /// Whoever a mapping means by the bare number, where that may be this person.
    var mentioned: String?
    /// Whether another list shows that the end of the employment may be another one.
    var isSuperseded = false
  }

  mutating func person(of row: EmployeeDocument.Row) -> Person {
    guard let number = row.number, numbers.isShared(number) else {
      return Person(name: row.person, employment: row.employment)
    }
    let people = known[number] ?? numbers.people(of: number)
    known[number] = people
    let place = SharedNumber.Row(path: path, line: row.place.line)
    let name = people.names[place] ?? number.text
    var person = Person(name: .text(name), employment: row.employment)
    if let employment = row.employment.text {
      person.employment = .text(name + employment.dropFirst(number.text.count))
    }
    if people.doubtful.contains(name) {
      person.others = [name]
      doubtful.insert(number)
    } else if !name.isExactly(number.text) {
      separate.insert(number)
    }
    if !name.isExactly(number.text), numbers.isMentioned(number) { person.mentioned = number.text }
    person.isSuperseded = people.superseded.contains(place)
    if person.isSuperseded { superseded += 1 }
    return person
  }

  /// What the report says of the list.
  var notes: [Phrase] {
    var notes: [Phrase] = []
    if !doubtful.isEmpty {
      notes.append(
        "\(doubtful.count, "employee number", "employee numbers") may be of two people: \(Self.doubtText)")
    }
    if !separate.isEmpty {
      notes.append(
        "\(separate.count, "employee number", "employee numbers") of two people, by their identity numbers")
    }
    if superseded > 0 { notes.append("the end of \(superseded) employments is not known: \(Self.supersededText)") }
    return notes
  }
}
