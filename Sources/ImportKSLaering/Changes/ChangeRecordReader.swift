import FactStore
import Formats
import ImportCore
import Localization

/// Reads the record within an event.
struct ChangeRecordReader {
  private let kind: ChangeKind
  private let fields: [String]
  private let parser = JSONLineParser()

  init(_ kind: ChangeKind) {
    self.kind = kind
    fields = kind.fields
  }

  /// What a record says, as far as it can be read.
  struct Record {
    var key: Key
    var content: [String: FactWriter.Cell] = [:]
    var problems: [SourceReport.Problem] = []

    struct Key {
      var value = ChangeKey()
      var isWhole = true
      /// Why it is not whole.
      var problem: Phrase?

      mutating func lack(_ text: Phrase) {
        isWhole = false
        problem = problem ?? text
      }
    }
  }

  /// The record in a cell; `nil` where there is none. Numbers of identity stay within this call: a token is all that leaves it.
  func read(_ cell: JSONCell, _ line: Int) -> Record? {
    guard cell.kind == .object, let base = cell.bytes.baseAddress else { return nil }
    var record: Record?
    JSONLineBlock.extract(
      base: base, count: cell.bytes.count, paddingAvailable: 0, columns: fields, parser: parser
    ) { batch in
      if batch.rowCount > 0, record == nil { record = read(Fields(batch: batch, names: fields, line: line)) }
    }
    return record
  }

  /// The text of a string, or of a number as it is written.
  static func text(_ cell: JSONCell) -> String? {
    switch cell.kind {
    case .string, .int: String(decoding: cell.bytes, as: UTF8.self)
    default: nil
    }
  }

  private struct Fields {
    let batch: JSONLineBatch
    let names: [String]
    let line: Int

    func cell(_ name: String) -> JSONCell { batch.cell(0, names.firstIndex(of: name)!) }
    /// Without the blanks around it; `nil` where there is no text.
    func text(_ name: String) -> String? { ChangeRecordReader.text(cell(name)).map { TableInput.trim($0) } }
  }

  private func read(_ fields: Fields) -> Record {
    var record = Record(key: key(fields))
    switch kind {
    case .organisation:
      // Ids of units hold hyphens themselves.
      let chart = record.key.value.unit.flatMap { unit in
        unit.firstIndex(of: "-").flatMap { $0 == unit.startIndex ? nil : String(unit[..<$0]) }
      }
      record.content["chart"] =
        chart.map { .text($0) } ?? refuse("id", "`id` has no chart before a hyphen", fields, &record)
      record.content["name"] = text("name", fields, &record)
      record.content["parent"] = text("parent", fields, &record)
    case .person:
      record.content["name"] = name(fields, &record)
      record.content["email"] = email(fields, &record)
    case .position:
      record.content["title"] = text("position_name", fields, &record)
      record.content["main"] = flag("main", fields, &record)
      record.content["manager"] = flag("manager", fields, &record)
    }
    return record
  }

  private func key(_ fields: Fields) -> Record.Key {
    var key = Record.Key()
    if let name = kind.unitField {
      let unit = fields.text(name) ?? ""
      if unit.isEmpty { key.lack(Phrase("`\(name)` is missing, or no text")) } else { key.value.unit = unit }
    }
    if kind.hasPeople {
      let number = fields.text("national_id") ?? ""
      if NationalIdentity.mayBeID(ofPerson: number), let token = NationalIdentity.token(inColumn: number) {
        key.value.token = token
      } else {
        key.lack("`national_id` is no identity number")
      }
    }
    return key
  }

  private func text(_ name: String, _ fields: Fields, _ record: inout Record) -> FactWriter.Cell {
    guard let text = fields.text(name) else {
      return refuse(name, Phrase("`\(name)` is missing, or no text"), fields, &record)
    }
    return text.isEmpty ? .none : .text(text)
  }

  private func flag(_ name: String, _ fields: Fields, _ record: inout Record) -> FactWriter.Cell {
    let cell = fields.cell(name)
    guard cell.kind == .bool else {
      return refuse(name, Phrase("`\(name)` is missing, or neither true nor false"), fields, &record)
    }
    return .value(.bool(cell.integer == 1))
  }

  private func name(_ fields: Fields, _ record: inout Record) -> FactWriter.Cell {
    var words: [String] = []
    for part in ["first_name", "last_name"] {
      guard let text = fields.text(part) else {
        return refuse(part, Phrase("`\(part)` is missing, or no text"), fields, &record)
      }
      if !text.isEmpty { words.append(text) }
    }
    return words.isEmpty ? .none : .text(words.joined(separator: " "))
  }

  /// What an adapter writes where the directory has no address.
  static let noAddress = "har.ikke.e-post@example.com"

  private func email(_ fields: Fields, _ record: inout Record) -> FactWriter.Cell {
    guard let address = fields.text("email").flatMap(NormalForm.email.read) else {
      return refuse("email", "`email` is missing, or no e-mail address", fields, &record)
    }
    return address == Self.noAddress ? .none : .text(address)
  }

  private func refuse(
    _ field: String, _ message: Phrase, _ fields: Fields, _ record: inout Record
  ) -> FactWriter.Cell {
    record.problems.append(.init(line: fields.line, pointer: "/newRecord/" + field, message: message))
    return .unknown(message)
  }
}
