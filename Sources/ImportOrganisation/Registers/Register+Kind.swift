import FactStore
import ImportCore
import Localization

extension Register {
  /// Its documents, whether CSV or YAML. What tells them is more than their titles: see ``fits(_:)``.
  var kind: Kind {
    Kind(rawValue, noun: .record, fills: schemas.map(\.name)) { _ in }.with { kind in
      kind.form = .table(required: required)
      kind.extent = .answer
      kind.organisation = .everybody
      kind.list.isForm = true
      kind.unfilled = EmptyList.limit(noun)
      kind.facets =
        !isKeyed
        ? []
        : [
          Facet(schemas[0].name, key: schemas[0].key[0], columns: optionalColumns, records: Phrase("rows of one key"))
        ]
      kind.table = { table in
        var reader = RegisterRowReader(self, table)
        return TableReading(notes: reader.notes, isRemark: reader.isRemark) { reader.read(&$0) }
      }
      kind.whole.write = { document, _, writer, report in
        EmptyList.noteCleaned(document, &report)
        writeAbsentColumns(document, writer, &report)
      }
    }
  }

  private var optionalColumns: [String] { schemas[0].columns.filter(\.isOptional).map(\.name) }

  private func writeAbsentColumns(
    _ document: RecordDocument, _ writer: FactWriter, _ report: inout SourceReport
  ) {
    for column in columns where !document.titles.contains(column) {
      let text: Phrase = "the register has no column `\(column)`"
      if column == "copied_to" {
        writer.addHole("register.approval_copied_to", reason: .columnAbsent, text: text)
      } else {
        for name in [column, column + "_email"] where optionalColumns.contains(name) && optionalColumns.contains(column)
        {
          writer.addAbsentColumn(schemas[0].name, name, text: text)
        }
      }
      report.limits.append("`\(column)`: the register has no such column")
    }
  }
}
