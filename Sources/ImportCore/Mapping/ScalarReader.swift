import FactStore
import Localization

/// Turns the text of a cell into a value of its column.
struct ScalarReader: Sendable {
  var column: ColumnSchema
  var form: NormalForm?
  var empty: ColumnRule.Empty
  /// Whether the field holds identity numbers of people by its title. What is in it is not kept, whatever it looks like.
  let holdsIdentity: Bool
  /// How the column writes its days.
  var days = DayColumn()

  init(_ rule: ColumnRule) {
    holdsIdentity = rule.source.names.contains(where: IdentityColumns.holds)
    column = rule.column
    form = rule.form
    empty = rule.empty
  }

  /// What a record holds for a column.
  enum Raw {
    /// No such key, or null.
    case missing
    case text(String)
    /// A number as written.
    case number(String)
    case bool(Bool)
    /// A list or an object, where a single value should be.
    case structure
    /// Something stands where the object should be that holds the value.
    case misplaced
  }

  /// The cell, and what is wrong with it where the record must be rejected for it.
  func read(_ raw: Raw) -> (cell: FactWriter.Cell, problem: Phrase?) {
    if holdsIdentity, case .text(let text) = raw, !Self.trim(text).isEmpty { return Self.withheld }
    if holdsIdentity, case .number = raw { return Self.withheld }
    switch raw {
    case .missing: return isEmpty(nil)
    case .structure: return refuse("`\(column.name)` holds a list or an object, not a value")
    case .misplaced: return refuse("`\(column.name)` should stand in an object, and something else is there")
    case .bool(let flag):
      guard column.type == .bool else { return refuse("`\(column.name)` holds true or false, expected \(expected)") }
      return (.value(.bool(flag)), nil)
    case .text(let text):
      let trimmed = Self.trim(text)
      return trimmed.isEmpty ? isEmpty(trimmed) : read(trimmed, isNumber: false)
    case .number(let text): return read(text, isNumber: true)
    }
  }

  private static let withheld: (cell: FactWriter.Cell, problem: Phrase?) = (
    .unknown("the column holds identity numbers, and is not kept"), nil
  )

  /// The value of a text that is not empty, without white space around it; `nil` when it is none of the column's type.
  func value(_ text: String, isNumber: Bool) -> Value? {
    switch column.type {
    case .text: return .text(text)
    case .int: return Int64(text).map { .int($0) }
    case .bool: return Self.bool(text).map { .bool($0) }
    case .date: return isNumber ? nil : DayReader.read(text).map { .date($0) }
    case .time: return isNumber ? nil : InstantReader.read(text).map { .time($0) }
    case .normal(let form): return form.read(text).map { .text($0) }
    case .entity:
      guard let form else { return .text(text) }
      return form.read(text).map { .text($0) }
    }
  }

  /// The same for every record, as the mapping writes it; an empty one is read as an empty field.
  func constant(_ text: String) -> (cell: FactWriter.Cell, problem: Phrase?) {
    (text.isEmpty ? nil : value(text, isNumber: false)).map { (.value($0), nil) } ?? read(.text(text))
  }

  /// Whether the text can stand in this column, where few texts can: dates, addresses, truth values, listed words.
  func fitsClosely(_ text: String) -> Bool {
    let isClose =
      switch column.type {
      case .int: false
      case .text: column.values != nil
      case .entity: form != nil
      case .bool: !["0", "1"].contains(text)
      default: true
      }
    guard isClose, let value = value(text, isNumber: false) else { return false }
    if let values = column.values, case .text(let word) = value { return values.contains(word) }
    return true
  }

  private func read(_ text: String, isNumber: Bool) -> (cell: FactWriter.Cell, problem: Phrase?) {
    if let reading = readDay(text, isNumber: isNumber) { return reading }
    guard let value = value(text, isNumber: isNumber) else { return refuse("`\(column.name)` is no \(expected)") }
    if let values = column.values, case .text(let text) = value, !values.contains(text) {
      return refuse("`\(column.name)` is none of the values that the mapping lists")
    }
    return (.value(value), nil)
  }

  /// Days that stand for none are empty, and those of a column that mixes day and month are unknown; `nil` for all others.
  private func readDay(_ text: String, isNumber: Bool) -> (cell: FactWriter.Cell, problem: Phrase?)? {
    guard !isNumber else { return nil }
    switch column.type {
    case .date:
      switch days.read(text) {
      case .noDate, .endless: return isEmpty(nil)
      case .mixed: return (.unknown("`\(column.name)`: \(DayColumn.mixture)"), nil)
      case .day, .wrong: return nil
      }
    case .time:
      guard let seconds = InstantReader.read(text) else { return nil }
      let day = CalendarDate(days: Int32(clamping: Int((Double(seconds) / 86_400).rounded(.down))))
      return seconds == 0 || day.isNoDate || day.isEndless ? isEmpty(nil) : nil
    default: return nil
    }
  }

  private func isEmpty(_ text: String?) -> (cell: FactWriter.Cell, problem: Phrase?) {
    switch empty {
    case .none, .noneOfIt: return (.none, nil)
    case .unknown: return (.unknown("`\(column.name)` is empty"), nil)
    case .keep where text != nil: return (.value(.text("")), nil)
    case .keep: return refuse("`\(column.name)` is missing")
    case .constant(let meant): return read(meant, isNumber: false)
    case .reject: return refuse(text == nil ? "`\(column.name)` is missing" : "`\(column.name)` is empty")
    }
  }

  private func refuse(_ message: Phrase) -> (cell: FactWriter.Cell, problem: Phrase?) {
    (.unknown(message), message)
  }

  private var expected: Phrase {
    switch column.type {
    case .text: Phrase("text")
    case .int: Phrase("whole number")
    case .bool: Phrase("truth value")
    case .date: Phrase("date")
    case .time: Phrase("time with its zone, such as 2026-11-20T08:00:00Z")
    case .normal(let form): "\(form.rawValue)"
    case .entity: form.map { "\($0.rawValue)" } ?? Phrase("text")
    }
  }

  /// Truth values as programs and spreadsheets write them.
  private static func bool(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "1", "yes", "ja": true
    case "0", "no", "nej", "nei": false
    case let other: SpreadsheetBool.read(other)
    }
  }

  /// The text without ASCII white space around it.
  static func trim(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      let kept = trim(bytes)
      return kept.count == bytes.count ? nil : String(decoding: kept, as: UTF8.self)
    } ?? text
  }

  /// The bytes without ASCII white space around them.
  @inline(__always)
  static func trim(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = bytes.first, let last = bytes.last, first <= 0x20 || last <= 0x20 else { return bytes }
    var low = 0
    var high = bytes.count
    while low < high, bytes[low] <= 0x20 { low += 1 }
    while high > low, bytes[high - 1] <= 0x20 { high -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[low..<high])
  }
}
