import FactStore

/// The documents of Kitos themselves, as facts: a password in one of them is a finding.
enum KitosDocumentFacts {
  static func write(_ file: ReadFile, _ report: SourceReport, to writer: FactWriter) {
    guard let kind = report.kind, kind.hasPrefix("kitos.") else { return }
    let document = FactWriter.Cell.text(report.path)
    let start = Place(line: 1)
    writer.cover("kitos.document", grade: .closed)
    writer.cover("kitos.document_with_credentials", grade: .closed)
    writer.add("kitos.document", ["document": document], at: start)
    if file.hasCredentials {
      let place = report.problems.first { $0.message.hasPrefix(Credentials.finding) }
      writer.add(
        "kitos.document_with_credentials", ["document": document],
        at: place.map { Place(line: $0.line, pointer: $0.pointer) } ?? start)
    } else if report.rejected > 0 || file.failure != nil || file.document?.damageOfWhole != nil {
      writer.addHole(
        "kitos.document_with_credentials", ["document": .text(report.path)], reason: .unusable,
        text: "records of the document could not be read, and may hold a password", at: start)
    }
  }
}
