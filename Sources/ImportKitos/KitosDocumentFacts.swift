import FactStore
import ImportCore

/// The documents of Kitos themselves, as facts: a password in one of them is a finding.
extension KitosImporter {
  package func relations(aboutKind kind: String) -> [String] {
    // A document that did not come may hold anything, a password too.
    kind.hasPrefix("kitos.") ? ["kitos.document"] : []
  }

  package func write(about all: [LoadedDocument], to writers: [FactWriter]) {
    var names = DocumentNames()
    var documents: [(index: Int, description: String)] = []
    for (index, document) in all.enumerated() {
      guard let kind = document.report.kind, kind.hasPrefix("kitos.") else { continue }
      let description = DocumentNames.describe(kind, document.context)
      names.note(description, digest: document.report.sha256)
      documents.append((index, description))
    }
    for (index, description) in documents {
      let name = names.name(description, digest: all[index].report.sha256)
      write(all[index], named: name, to: writers[index])
    }
  }

  private func write(_ file: LoadedDocument, named name: String, to writer: FactWriter) {
    let report = file.report
    let document = FactWriter.Cell.text(name)
    let path = FactWriter.Cell.text(report.path)
    let start = Place(line: 1)
    writer.cover("kitos.document", grade: .closed)
    writer.cover("kitos.document_with_credentials", grade: .closed)
    writer.add("kitos.document", ["document": document], at: start)
    if file.hasCredentials {
      let place = report.problems.first { SecretSearch.isFound(by: $0) }
      writer.add(
        "kitos.document_with_credentials", ["document": document, "path": path],
        at: place.map { Place(line: $0.line, pointer: $0.pointer) } ?? start)
    } else if report.rejected > 0 || file.isDamaged {
      writer.addHole(
        "kitos.document_with_credentials", ["document": .text(name), "path": .text(report.path)], reason: .unusable,
        text: "records of the document could not be read, and may hold a password", at: start)
    }
  }
}
