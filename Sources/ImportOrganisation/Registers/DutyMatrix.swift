import FactStore
import ImportCore

/// Whether the organisation keeps a matrix of duties of its own, which takes the place of the shipped one.
///
/// What is not there says nothing of what it held, so that `duties.conflict` is open where no file was read. That none was
/// read the program knows itself, and a policy may ask for it.
enum DutyMatrix {
  static let relation = RelationSchema(
    "duties.kept",
    doc: "A register of duties or conflicts of which something was read, were it a row that cannot be used.",
    obtain: "no export: it is so of whatever is loaded",
    columns: [ColumnSchema("file", .text, values: ["duties.csv", "conflicts.csv"], doc: "which of the two")],
    lost: .nothing)

  private static let registers = [Register.duties, .conflicts]

  /// The register of a kind, where it is one of the two.
  static func register(ofKind kind: String?) -> Register? { registers.first { $0.rawValue == kind } }

  /// Writes which of the two were read. A form without a row is none.
  static func write(about documents: [LoadedDocument], to writers: [FactWriter]) {
    writers.first?.cover(relation.name, grade: .counted)
    for (document, writer) in zip(documents, writers) {
      guard let file = register(ofKind: document.report.kind)?.integration?.file,
        document.report.records > 0 || document.isDamaged
      else { continue }
      writer.add(relation.name, ["file": .text(file)], at: Place(line: 1))
    }
  }
}

extension RegisterImporter {
  package func relations(aboutKind kind: String) -> [String] {
    DutyMatrix.register(ofKind: kind) == nil ? [] : [DutyMatrix.relation.name]
  }

  package func write(about documents: [LoadedDocument], to writers: [FactWriter]) {
    DutyMatrix.write(about: documents, to: writers)
  }
}
