import FactStore

/// The documents of Kitos themselves, as facts: a password in one of them is a finding.
enum KitosDocumentFacts {
  /// Writes those of all files of a run, each by the writer of its file.
  static func write(
    _ files: [ReadFile], _ reports: [SourceReport], _ contexts: [SourceContext], to writers: [FactWriter]
  ) {
    var names = DocumentNames()
    var documents: [(index: Int, description: String)] = []
    for (index, report) in reports.enumerated() {
      guard let kind = report.kind, kind.hasPrefix("kitos.") else { continue }
      let description = DocumentNames.describe(kind, contexts[index])
      names.note(description, digest: report.sha256)
      documents.append((index, description))
    }
    for (index, description) in documents {
      let name = names.name(description, digest: reports[index].sha256)
      write(files[index], reports[index], named: name, to: writers[index])
    }
  }

  private static func write(_ file: ReadFile, _ report: SourceReport, named name: String, to writer: FactWriter) {
    let document = FactWriter.Cell.text(name)
    let path = FactWriter.Cell.text(report.path)
    let start = Place(line: 1)
    writer.cover("kitos.document", grade: .closed)
    writer.cover("kitos.document_with_credentials", grade: .closed)
    writer.add("kitos.document", ["document": document], at: start)
    if file.hasCredentials {
      let place = report.problems.first { $0.message.hasPrefix(Credentials.finding) }
      writer.add(
        "kitos.document_with_credentials", ["document": document, "path": path],
        at: place.map { Place(line: $0.line, pointer: $0.pointer) } ?? start)
    } else if report.rejected > 0 || file.failure != nil || file.document?.damageOfWhole != nil {
      writer.addHole(
        "kitos.document_with_credentials", ["document": .text(name), "path": .text(report.path)], reason: .unusable,
        text: "records of the document could not be read, and may hold a password", at: start)
    }
  }
}
