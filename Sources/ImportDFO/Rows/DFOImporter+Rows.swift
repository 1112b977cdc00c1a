import Budget
import FactStore
import Formats
import ImportCore
import Localization

extension DFOImporter: RowImporter {
  package var rowKinds: [String] { DFORowForm.all.map(\.kind) }

  package func recognise(rows text: [UInt8]) -> Recognition? { DFORowForm.recognise(text) }

  package func table(ofRows text: [UInt8], kind: String, account: inout Account) -> TableInput {
    guard let form = DFORowForm.all.first(where: { $0.kind == kind }) else {
      preconditionFailure("\(kind) has no rows")
    }
    var table = TableInput(header: form.titles, rows: [])
    var scanner = DFORowScanner(text)
    do throws(FormatProblem) {
      // A field takes what a string does, beside its text.
      let separators = text.count { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "\n") }
      try account.spendMemory(text.count + separators * MemoryLayout<String>.size)
    } catch {
      table.cut = Damage(error)
      return table
    }
    var last: Damage?
    while let row = scanner.next() {
      let place = Place(line: row.line)
      last = Damage(place: place, text: Self.cut)
      switch row.fields {
      case .failure(let wrong): table.lost.append(Damage(place: place, text: wrong.text))
      case .success(let fields) where fields.count != form.count:
        let text: Phrase = "the row has \(fields.count, "field", "fields"), and \(form.count) are expected"
        table.lost.append(Damage(place: place, text: text))
      case .success(let fields): table.rows.append(TableInput.Row(line: row.line, cells: fields))
      }
    }
    if scanner.endsWithoutLineEnd, let last {
      // What its last field says may be the beginning of something else.
      if table.rows.last?.line == last.place.line { table.rows.removeLast() }
      table.cut = last
    }
    return table
  }

  private static let cut: Phrase =
    "the last line has no line end: the file was cut off, rows are missing; export it again"
}
