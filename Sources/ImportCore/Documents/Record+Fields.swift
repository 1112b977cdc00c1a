import FactStore
import Formats
import Localization

/// Readers of fields. A required field that is not there, or is null, is a problem; one that may be there says nothing when it
/// is not, and that there is none when it is null.
extension Record {
  /// A required uuid, in normal form.
  package mutating func uuid(_ key: String) -> FactWriter.Cell { normal(.uuid, key, "`\(key)` is no uuid") }

  /// A required e-mail address, in normal form.
  package mutating func email(_ key: String) -> FactWriter.Cell { normal(.email, key, "`\(key)` is no e-mail address") }

  /// A required value in a normal form; `otherwise` is what to say of one that is not.
  package mutating func normal(_ form: NormalForm, _ key: String, _ otherwise: Phrase) -> FactWriter.Cell {
    guard let value = self[key] else { return missing(key) }
    guard let text = value.text, let name = form.read(text) else {
      return value.isNull && value.node == nil ? missing(key) : refuse(key, otherwise, at: value.node)
    }
    return .text(name)
  }

  /// A required text that holds something.
  package mutating func text(_ key: String) -> FactWriter.Cell {
    guard let value = self[key] else { return missing(key) }
    guard let text = value.text.map({ TableInput.trim($0) }), !text.isEmpty else {
      let isEmpty = value.node?.kind == .string || value.node == nil
      return refuse(key, isEmpty ? Phrase("`\(key)` is empty") : Phrase("`\(key)` is no text"), at: value.node)
    }
    return .text(text)
  }

  /// A text that may be there.
  package mutating func textIfAny(_ key: String) -> FactWriter.Cell {
    guard let value = self[key] else { return .unknown("the record has no `\(key)`", .columnAbsent) }
    if value.isNull { return .none }
    guard let text = value.text else { return refuse(key, "`\(key)` is no text", at: value.node) }
    return .text(text)
  }

  /// A required truth value.
  package mutating func flag(_ key: String) -> FactWriter.Cell {
    guard let value = self[key] else { return missing(key) }
    if let flag = value.bool { return .value(.bool(flag)) }
    return refuse(key, "`\(key)` is neither true nor false", at: value.node)
  }

  /// A required day. One that programs write for "none" or for "no end" is no day of anything.
  package mutating func day(_ key: String) -> FactWriter.Cell {
    guard let value = self[key] else { return missing(key) }
    guard let day = value.text.flatMap(DayReader.read), !day.isNoDate, !day.isEndless else {
      return refuse(key, "`\(key)` is no day; \(DayReader.help)", at: value.node)
    }
    return .value(.date(day))
  }

  /// One of a few words, in any case, as the relation writes it. Another may mean any of them.
  package mutating func word(_ key: String, in words: [String: String]) -> FactWriter.Cell {
    guard let value = self[key] else { return missing(key) }
    guard let text = value.text, let word = words[text.lowercased()] else {
      return refuse(key, "`\(key)` is none of the words known", at: value.node)
    }
    return .text(word)
  }

  /// The `uuid` or `name` of an object such as `lastModifiedBy`: null says that there is none, absent says nothing.
  package mutating func reference(_ key: String, _ part: String = "uuid") -> FactWriter.Cell {
    guard let reference = node(key) else { return .unknown("the record has no `\(key)`", .columnAbsent) }
    if reference.isNull { return .none }
    guard let value = reference[part] else { return refuse(key, "`\(key)` has no `\(part)`", at: reference) }
    if part == "name" {
      if value.isNull { return .none }
      guard let text = value.string else { return refuse("\(key)/name", "`\(key)/name` is no text", at: value) }
      return .text(text)
    }
    guard let text = value.string, let id = NormalForm.uuid.read(text) else {
      return refuse("\(key)/\(part)", "`\(key)/\(part)` is no uuid", at: value)
    }
    return .text(id)
  }

  /// The elements of a required list, each with its place. Where there is none to read, `lost` is called with why.
  package mutating func list(
    _ key: String, lost: (inout Record, FactWriter.Cell) -> Void
  ) -> [(node: JSONNode, place: Place)] {
    guard let list = node(key) else {
      let cell = missing(key)
      lost(&self, cell)
      return []
    }
    guard list.kind == .array else {
      let cell = refuse(key, "`\(key)` is no list", at: list)
      lost(&self, cell)
      return []
    }
    return list.elements.enumerated().map { index, element in
      (element, Place(line: element.line, pointer: place.pointer + "/\(key)/\(index)"))
    }
  }

  /// The uuid of an object in an element of a list, as `user` of an assignment is.
  package mutating func uuid(
    _ key: String, of element: JSONNode?, _ message: Phrase, at place: Place
  ) -> FactWriter.Cell {
    guard let text = element?[key]?["uuid"]?.string, let id = NormalForm.uuid.read(text) else {
      return refuse(place, message)
    }
    return .text(id)
  }
}
