import FactStore
import Formats
import ImportCore
import Localization

/// Readers of fields as Gravitee writes them. What is missing says nothing; what is odd is a problem, too.
extension Record {
  /// The record itself.
  var own: Part? { object.map { Part(node: $0, place: place) } }

  static func missing(_ name: String) -> FactWriter.Cell { .unknown("the record has no `\(name)`", .columnAbsent) }
  static func silent(_ name: String) -> FactWriter.Cell {
    .unknown("the record says nothing in `\(name)`", .columnAbsent)
  }

  /// A text. Null and an empty one say nothing.
  mutating func words(_ part: Part?, _ name: String) -> FactWriter.Cell {
    guard let part else { return Self.missing(name) }
    if part.isNull || part.node.string.map({ TableInput.trim($0).isEmpty }) == true { return Self.silent(name) }
    return part.text.map { .text($0) } ?? refuse(part.place, "`\(name)` is no text")
  }

  /// A text of which null and an empty one say that there is none.
  mutating func wordsOrNone(_ part: Part?, _ name: String) -> FactWriter.Cell {
    guard let part else { return Self.missing(name) }
    let cell = words(part, name)
    return cell == Self.silent(name) ? .none : cell
  }

  /// One of a few labels; any where there are none given.
  mutating func label(_ part: Part?, _ name: String, of known: [String] = []) -> FactWriter.Cell {
    let cell = words(part, name)
    guard let text = cell.text.map(GraviteeText.label) else { return cell }
    if known.isEmpty || known.contains(text) { return .text(text) }
    return refuse(part!.place, "`\(name)` is none of the words known")
  }

  /// A truth value.
  mutating func flag(_ part: Part?, _ name: String) -> FactWriter.Cell {
    guard let part else { return Self.missing(name) }
    if part.isNull { return Self.silent(name) }
    let words = ["true": true, "false": false]
    guard let flag = part.node.bool ?? part.node.string.flatMap({ words[TableInput.trim($0).lowercased()] }) else {
      return refuse(part.place, "`\(name)` is neither true nor false")
    }
    return .value(.bool(flag))
  }

  /// A day that has to be known.
  mutating func day(_ part: Part?, _ name: String) -> FactWriter.Cell {
    let cell = words(part, name)
    guard let text = cell.text else { return cell }
    return GraviteeText.day(text).map { .value(.date($0)) } ?? refuse(part!.place, "`\(name)` is no day")
  }

  /// A day that Gravitee leaves out where there is none.
  mutating func dayOrNone(_ part: Part?, _ name: String) -> FactWriter.Cell {
    let cell = day(part, name)
    return cell == Self.missing(name) || cell == Self.silent(name) ? .none : cell
  }

  /// Whether somebody wrote something. The text is not kept.
  mutating func hasText(_ part: Part?, _ name: String) -> FactWriter.Cell {
    guard let part else { return Self.missing(name) }
    if part.isNull { return .value(.bool(false)) }
    guard let text = part.node.string else { return refuse(part.place, "`\(name)` is no text") }
    return .value(.bool(!TableInput.trim(text).isEmpty))
  }

  /// An e-mail address. Null and an empty one say nothing: the account may have one elsewhere.
  mutating func address(_ part: Part?, _ name: String) -> FactWriter.Cell {
    let cell = words(part, name)
    guard let text = cell.text else { return cell }
    return NormalForm.email.read(text).map { .text($0) } ?? refuse(part!.place, "`\(name)` is no e-mail address")
  }

  /// The id of a thing, given as a text or as an object with an `id`.
  mutating func id(_ part: Part?, _ name: String) -> FactWriter.Cell {
    guard let part else { return refuse(place, "the required key `\(name)` is missing") }
    let value = part.isObject ? part["id"] : part
    guard let text = value?.text else { return refuse((value ?? part).place, "`\(name)` is no id") }
    return .text(GraviteeText.id(text))
  }
}
