import FactStore

/// Turns the text of a cell into a value of its column.
struct ScalarReader: Sendable {
  var column: ColumnSchema
  var form: NormalForm?
  var empty: ColumnRule.Empty
  /// Whether the field holds identity numbers of people by its title. What is in it is not kept, whatever it looks like.
  let holdsIdentity: Bool

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
  }

  /// The cell, and what is wrong with it where the record must be rejected for it.
  func read(_ raw: Raw) -> (cell: FactWriter.Cell, problem: String?) {
    if holdsIdentity, case .text(let text) = raw, !Self.trim(text).isEmpty { return Self.withheld }
    if holdsIdentity, case .number = raw { return Self.withheld }
    switch raw {
    case .missing: return isEmpty(nil)
    case .structure: return refuse("holds a list or an object, not a value")
    case .bool(let flag):
      guard column.type == .bool else { return refuse("holds true or false, expected \(expected)") }
      return (.value(.bool(flag)), nil)
    case .text(let text):
      let trimmed = Self.trim(text)
      return trimmed.isEmpty ? isEmpty(trimmed) : read(trimmed, isNumber: false)
    case .number(let text): return read(text, isNumber: true)
    }
  }

  private static let withheld: (cell: FactWriter.Cell, problem: String?) = (
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

  private func read(_ text: String, isNumber: Bool) -> (cell: FactWriter.Cell, problem: String?) {
    guard let value = value(text, isNumber: isNumber) else { return refuse("is no \(expected)") }
    if let values = column.values, case .text(let text) = value, !values.contains(text) {
      return refuse("is none of the values that the mapping lists")
    }
    return (.value(value), nil)
  }

  private func isEmpty(_ text: String?) -> (cell: FactWriter.Cell, problem: String?) {
    switch empty {
    case .none: return (.none, nil)
    case .unknown: return (.unknown("`\(column.name)` is empty"), nil)
    case .keep where text != nil: return (.value(.text("")), nil)
    case .keep: return refuse("is missing")
    case .constant(let meant): return read(meant, isNumber: false)
    case .reject: return refuse(text == nil ? "is missing" : "is empty")
    }
  }

  private func refuse(_ what: String) -> (cell: FactWriter.Cell, problem: String?) {
    let message = "`\(column.name)` \(what)"
    return (.unknown(message), message)
  }

  private var expected: String {
    switch column.type {
    case .text: "text"
    case .int: "whole number"
    case .bool: "truth value"
    case .date: "date"
    case .time: "time with its zone, such as 2026-11-20T08:00:00Z"
    case .normal(let form): form.rawValue
    case .entity: form?.rawValue ?? "text"
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
