import FactStore
import Formats
import ImportCore
import Localization

/// Readers of fields as the self-service writes them.
extension Record {
  var ask: MaskinportenAsk { MaskinportenAsk(context) }

  /// The register that the document is of.
  var register: Facts.Cell {
    let context = context
    return .late { $0.maskinporten.register(context) }
  }

  /// Rejects the record where one of its times or organisation numbers is none: the specification's own examples have
  /// placeholders (`string`, `yyyy-MM-dd…`) in them, and whoever saves such a one has no data. `known` is what the rows that it
  /// may have held have in common.
  mutating func isPlaceholder(numbers: [String], _ known: [String: Facts.Cell] = [:], fills: [String]) -> Bool {
    let before = facts.problems.count
    for key in ["created", "last_updated"] {
      if let value = node(key), !value.isNull, !Self.isTime(value) { _ = refuse(key, "`\(key)` is no time", at: value) }
    }
    for key in numbers {
      if let value = node(key), !Self.isSilent(value), Self.number(value) == nil {
        _ = refuse(key, "`\(key)` is no number of nine digits", at: value)
      }
    }
    guard facts.problems.count > before else { return false }
    let why: Phrase = "the record has a time or an organisation number that is none, as examples have"
    for relation in fills { facts.lack(relation, known, text: why) }
    return true
  }

  private static func isSilent(_ value: JSONNode) -> Bool {
    value.isNull || value.string.map { TableInput.trim($0).isEmpty } == true
  }

  private static func number(_ value: JSONNode) -> String? {
    (value.string ?? value.numberText).flatMap { NormalForm.orgnr.read($0) }
  }

  /// A point in time as text or number, or a day.
  private static func isTime(_ value: JSONNode) -> Bool {
    if let number = value.int { return number > 0 }
    guard let text = value.string.map({ TableInput.trim($0) }) else { return false }
    return InstantReader.read(text) != nil || CalendarDate(text) != nil
  }

  /// An organisation by its number, which ``isPlaceholder(numbers:_:fills:)`` has looked at.
  mutating func organisation(_ key: String) -> Facts.Cell {
    guard let value = node(key) else { return .unknown("the record has no `\(key)`", .columnAbsent) }
    return Self.number(value).map { .party(.organisation($0)) } ?? .unknown("the record says nothing in `\(key)`")
  }

  /// The number under a key, where there is one.
  func organisationNumber(_ key: String) -> String? { node(key).flatMap(Self.number) }

  /// An organisation that a record leaves out where there is none.
  mutating func organisationIfAny(_ key: String) -> Facts.Cell {
    guard let value = node(key), !value.isNull else { return .nothing }
    return organisation(key)
  }

  /// A word that a record may have. Null says nothing.
  mutating func said(_ key: String) -> FactWriter.Cell {
    guard let value = node(key) else { return .unknown("the record has no `\(key)`", .columnAbsent) }
    if value.isNull { return .unknown("the record says nothing in `\(key)`") }
    guard let text = value.string.map({ TableInput.trim($0) }), !text.isEmpty else {
      return refuse(key, "`\(key)` is no text", at: value)
    }
    return .text(text)
  }

  /// The same, in lower case, where it is one of a few.
  mutating func known(_ key: String, among words: Set<String>) -> FactWriter.Cell {
    let cell = said(key)
    guard let word = cell.text?.lowercased() else { return cell }
    return words.contains(word) ? .text(word) : .unknown("`\(key)` is none of the words known")
  }

  /// A truth value that a record may have. Null says nothing.
  mutating func flagIfSaid(_ key: String) -> FactWriter.Cell {
    guard let value = node(key) else { return .unknown("the record has no `\(key)`", .columnAbsent) }
    if value.isNull { return .unknown("the record says nothing in `\(key)`") }
    return value.bool.map { .value(.bool($0)) } ?? refuse(key, "`\(key)` is neither true nor false", at: value)
  }

  /// Whether a thing is active. Nothing is ever deleted: what is not active is left out of lists unless it is asked for, so that a
  /// record of an older answer, which has no such key, is of an active one where it was not.
  mutating func activity() -> FactWriter.Cell {
    if node("active") != nil { return flagIfSaid("active") }
    return ask.hasInactive == true
      ? .unknown("the record has no `active`, and inactive ones were asked for", .columnAbsent) : .none
  }

  /// The words of a list, each with its place. Where there is none, `lost` says what that leaves.
  mutating func words(
    _ key: String, lost: (inout Record, FactWriter.Cell) -> Void
  ) -> [(text: String, place: Place)]? {
    guard let list = node(key) else {
      lost(&self, .unknown("the record has no `\(key)`", .columnAbsent))
      return nil
    }
    if list.isNull {
      lost(&self, .unknown("the record says nothing in `\(key)`"))
      return nil
    }
    guard list.kind == .array else {
      let cell = refuse(key, "`\(key)` is no list", at: list)
      lost(&self, cell)
      return nil
    }
    return list.elements.enumerated().compactMap { index, element in
      let at = Place(line: element.line, pointer: "\(place.pointer)/\(key)/\(index)")
      if let text = element.string.map({ TableInput.trim($0) }), !text.isEmpty { return (text, at) }
      let cell = refuse(at, "`\(key)` holds something that is no text")
      lost(&self, cell)
      return nil
    }
  }

  /// Leaves rows open of which no more is known.
  mutating func leaveOpen(_ relation: String, _ known: [String: Facts.Cell], _ cell: FactWriter.Cell) {
    guard case .unknown(let why, let reason) = cell else { return }
    facts.lack(relation, known, reason: reason, text: why)
  }
}
