import FactStore
import ImportCore
import Localization

/// A document of Visma: people with their employments, or charts.
struct VismaDocument: SourceDocument {
  let kind: VismaKind
  let entries: [VismaRecord]
  let cut: Damage?
  /// One record rather than a list.
  let isSingle: Bool
  private let query: String

  static func read(_ input: DocumentInput, _ kind: VismaKind) -> any SourceDocument {
    guard let bytes = input.xml else {
      return DamagedDocument(
        input, relations: kind.relations, reason: input.damage?.text ?? Phrase("the file is no XML document"))
    }
    var entries: [VismaRecord] = []
    var isSingle = false
    let cut = VismaXMLReader.forEach(kind.record, in: bytes) { element, isRoot in
      isSingle = isSingle || isRoot
      entries.append(
        kind == .persons ? VismaPersonReader.read(element, path: input.path) : VismaChartReader.read(element))
    }
    return VismaDocument(
      kind: kind, entries: entries, cut: cut, isSingle: isSingle, query: input.context.query ?? "")
  }

  private init(kind: VismaKind, entries: [VismaRecord], cut: Damage?, isSingle: Bool, query: String) {
    self.kind = kind
    self.entries = entries
    self.cut = cut
    self.isSingle = isSingle
    self.query = query
  }

  var records: Int { entries.count }
  var problemCount: Int { entries.problemCount }
  var damageOfWhole: Phrase? { cut?.text }

  func inform(_ survey: inout Survey, file: FileID) {
    for token in entries.compactMap(\.token) { survey.parties.join([.person(token: token)]) }
  }

  /// Why it may not be all; `nil` where the configuration says that it is.
  private var doubt: Phrase? {
    if isSingle { return "one record, not the list of all" }
    if entries.isEmpty { return "the file has no record, and an empty one proves nothing" }
    let words = query.lowercased().split { !($0.isLetter || $0.isNumber) }
    if words.contains("snapshot") || kind == .charts { return nil }
    return """
      the file does not say which companies and employee numbers were asked for; where it was all of them, write \
      `query: snapshot` beside it in `tilsyn.yaml`
      """
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    for relation in kind.relations { writer.cover(relation, grade: .assumed) }
    report.grade = .assumed
    if let doubt {
      for relation in kind.relations where !Personnel.toldNames.contains(relation) {
        writer.addHole(relation, reason: .page, text: doubt, at: Place(line: 1))
      }
      report.completeness = .partial
      report.limits.append(doubt)
      if entries.isEmpty { report.notes.append(doubt) }
    }
    for entry in entries {
      let place = Place(line: entry.line)
      writer.addEvidence(of: entry.person, .visma, at: place)
      for row in entry.rows {
        writer.add(row.relation, row.cells, at: Place(line: row.line))
        guard row.cells["email"] != nil || row.cells["party"] != nil else { continue }
        writer.addEvidence(
          of: entry.person, .visma, party: row.cells["party"], email: row.cells["email"], at: Place(line: row.line))
      }
      for gap in entry.gaps {
        writer.addHole(
          gap.relation, gap.cells.compactMapValues(\.known), reason: .columnAbsent,
          text: Phrase("`\(gap.missing)` is missing"), at: Place(line: gap.line))
      }
      if let token = entry.token {
        let party = survey.parties.cell(.person(token: token))
        writer.add("visma.party", ["person": entry.person, "party": party], at: place)
        writer.addEvidence(of: entry.person, .visma, party: party, at: place)
      }
      report.count(entry.problems)
    }
    if let cut {
      for relation in kind.relations where !Personnel.toldNames.contains(relation) {
        writer.addHole(relation, reason: .truncated, text: cut.text, at: cut.place)
      }
      if kind == .persons { writer.addUnread(.visma, .truncated, cut.text, at: cut.place) }
      report.fail(cut)
    }
    if kind == .persons {
      report.limits.append("whoever has left, or begins later: Visma lists those who are active")
      report.limits.append("whether `positionEndDate` is the last day or the day after: it is read as the last day")
    }
  }
}
