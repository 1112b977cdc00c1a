import FactStore
import Formats
import ImportCore
import Localization

/// An object within a record, with its place.
struct Part {
  let node: JSONNode
  let place: Place

  func place(_ key: String) -> Place { Place(line: (node[key] ?? node).line, pointer: "\(place.pointer)/\(key)") }
}

/// Readers of fields as DFØ writes them. Any field may be null, which says nothing; one that is odd is a problem, too.
extension Record {
  /// The record itself.
  var own: Part? { object.map { Part(node: $0, place: place) } }

  /// The value under a key as text, be it a text or a number.
  private mutating func written(_ key: String, _ part: Part) -> Result<String, Silence> {
    guard let value = part.node[key] else {
      return .failure(Silence(cell: .unknown("the record has no `\(key)`", .columnAbsent)))
    }
    if value.isNull { return .failure(Silence(cell: .unknown("the record says nothing in `\(key)`"))) }
    if let text = value.string ?? (value.kind == .int ? value.numberText : nil) {
      let text = TableInput.trim(text)
      return text.isEmpty ? .failure(Silence(cell: .unknown("the record says nothing in `\(key)`"))) : .success(text)
    }
    return .failure(Silence(cell: refuse(part.place(key), "`\(key)` is no text")))
  }

  /// What a field that says nothing leaves.
  private struct Silence: Error { let cell: FactWriter.Cell }

  /// A number of an employee, position or unit; none where it is zero.
  mutating func number(_ key: String, of part: Part) -> FactWriter.Cell {
    switch written(key, part) {
    case .failure(let silence): return silence.cell
    case .success(let text):
      guard let number = DFOText.number(text) else {
        return refuse(part.place(key), "`\(key)` is no number of at most eight digits")
      }
      return number.isEmpty ? .none : .text(number)
    }
  }

  /// The same of a number that has to be there.
  mutating func requiredNumber(_ key: String, of part: Part) -> FactWriter.Cell {
    let before = facts.problems.count
    let cell = number(key, of: part)
    if cell.text != nil || facts.problems.count > before { return cell }
    return refuse(part.place(key), "`\(key)` is no number of at most eight digits")
  }

  mutating func words(_ key: String, of part: Part) -> FactWriter.Cell {
    switch written(key, part) {
    case .failure(let silence): silence.cell
    case .success(let text): .text(text)
    }
  }

  /// The name of an account. Where the record has it as null or empty, there is none.
  mutating func account(_ key: String, of part: Part) -> FactWriter.Cell {
    if let value = part.node[key], value.isNull || value.string.map({ TableInput.trim($0).isEmpty }) == true {
      return .none
    }
    return words(key, of: part)
  }

  mutating func group(_ key: String, of part: Part) -> FactWriter.Cell {
    switch written(key, part) {
    case .failure(let silence): return silence.cell
    case .success(let text):
      return DFOText.group(text).map { .text($0) } ?? refuse(part.place(key), "`\(key)` is no code of a group")
    }
  }

  /// A truth value; null says nothing.
  mutating func flag(_ key: String, of part: Part) -> FactWriter.Cell {
    guard let value = part.node[key] else { return .unknown("the record has no `\(key)`", .columnAbsent) }
    if value.isNull { return .unknown("the record says nothing in `\(key)`") }
    let words = ["true": true, "false": false]
    guard let flag = value.bool ?? value.string.flatMap({ words[$0.lowercased()] }) else {
      return refuse(part.place(key), "`\(key)` is neither true nor false")
    }
    return .value(.bool(flag))
  }

  /// A period, with its last day. Only 9999-01-01 and later say that there is no end.
  mutating func period(_ first: String, _ last: String, of part: Part) -> Period {
    var period = Period(start: day(first, of: part), end: day(last, of: part))
    if case .none = period.start { period.start = refuse(part.place(first), "`\(first)` is no day") }
    if period.isReversed { period.end = refuse(part.place(last), "`\(last)` is before `\(first)`") }
    return period
  }

  private mutating func day(_ key: String, of part: Part) -> FactWriter.Cell {
    switch written(key, part) {
    case .failure(let silence): return silence.cell
    case .success(let text):
      switch DFOText.day(text) {
      case .day(let date): return .value(.date(date))
      case .endless: return .none
      case .wrong: return refuse(part.place(key), "`\(key)` is no day")
      }
    }
  }

  /// The objects under a key, whether it holds a list, one object or null. `nil` where what is there cannot be read, or where
  /// there is no such key; each element that is no object is called by `lost`.
  mutating func parts(
    _ key: String, lost: (inout Record, FactWriter.Cell) -> Void
  ) -> [Part] {
    guard let own, let value = own.node[key] else {
      lost(&self, .unknown("the record has no `\(key)`", .columnAbsent))
      return []
    }
    let place = own.place(key)
    let elements: [Part] =
      switch value.kind {
      case .null: []
      case .object: [Part(node: value, place: place)]
      case .array:
        value.elements.enumerated().map { index, element in
          Part(node: element, place: Place(line: element.line, pointer: "\(place.pointer)/\(index)"))
        }
      default: [Part(node: value, place: place)]
      }
    return elements.filter { part in
      if part.node.isNull { return false }
      if part.node.kind == .object { return true }
      let cell = refuse(part.place, "`\(key)` holds something that is no object")
      lost(&self, cell)
      return false
    }
  }
}

/// The first and the last day of something; no last one where it is open.
struct Period {
  var start: FactWriter.Cell
  var end: FactWriter.Cell

  var isReversed: Bool {
    if case .value(.date(let start)) = start, case .value(.date(let end)) = end { end < start } else { false }
  }

  /// The first day as a part of a name.
  var name: String { if case .value(.date(let start)) = start { "\(start)" } else { "?" } }
}
