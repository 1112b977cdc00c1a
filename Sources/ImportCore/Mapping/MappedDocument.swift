import FactStore
import Localization

/// What became of a file that a mapping reads, while it is read.
///
/// Counts records, keeps the first problems, and knows which relations are in doubt when something is lost.
package struct MappedDocument {
  package let mapped: MappedFile
  package let writer: FactWriter
  package private(set) var report: SourceReport
  package private(set) var damage: Damage?
  private var failedRows = 0
  private var absentFields: [AbsentField] = []
  private(set) var secrets = SecretSearch()
  /// By rule: the facts that records have, and those that they say they have not.
  private var given: [Int: (facts: Int, none: Int)] = [:]

  package init(found: FoundFile, mapped: MappedFile, writer: FactWriter) {
    self.mapped = mapped
    self.writer = writer
    report = SourceReport(path: found.shown, kind: mapped.kind)
    report.grade = mapped.grade
  }

  package var relations: [String] { Set(mapped.facts.map(\.relation)).sorted() }

  mutating func setDigest(_ digest: String) { report.sha256 = digest }

  package mutating func note(_ text: Phrase) { report.notes.append(text) }

  mutating func addAbsent(_ fields: [AbsentField]) { absentFields += fields }

  /// Keeps the secrets of the file, or of a further part of it, and tells of the first.
  mutating func note(_ found: SecretSearch) {
    let isFirst = secrets.unpublished.isEmpty
    secrets.append(found)
    if isFirst, let problem = found.problem { report.listAlways(problem) }
  }

  /// Counts records that were used whole.
  package mutating func use(_ count: Int) {
    report.records += count
    report.used += count
  }

  /// Counts one record of which something could not be used; its holes are written.
  package mutating func reject(_ line: Int, _ pointer: String, _ message: Phrase) {
    report.records += 1
    report.rejected += 1
    report.completeness = .partial
    report.list(.init(line: line, pointer: pointer, message: message))
  }

  /// Counts a record that could not be read at all, and leaves its holes.
  package mutating func lose(_ damage: Damage) {
    failedRows += 1
    secrets.isPart = true
    if failedRows <= FactStore.holeLimit {
      addHoles(.unusable, damage.text, damage.place)
    } else if failedRows == FactStore.holeLimit + 1 {
      addHoles(.collapsed, "more than \(FactStore.holeLimit) records of the file could not be used", damage.place)
    }
    reject(damage.place.line, damage.place.pointer, damage.text)
  }

  /// Writes a row that is no fact. Past a limit the rows become one hole, since the store would join them anyway.
  mutating func addFailed(_ relation: String, _ cells: [String: FactWriter.Cell], at place: Place) {
    report.completeness = .partial
    failedRows += 1
    if failedRows <= FactStore.holeLimit {
      writer.add(relation, cells, at: place)
    } else if failedRows == FactStore.holeLimit + 1 {
      addHoles(.collapsed, "more than \(FactStore.holeLimit) records of the file could not be used", place)
    }
  }

  /// Writes what a record gives one rule: a row or a hole, or nothing where the mapping says that it has none.
  mutating func add(_ cells: [String: FactWriter.Cell], of rule: Int, at place: Place) {
    let isNone = mapped.facts[rule].isNone(cells)
    given[rule, default: (0, 0)].facts += isNone ? 0 : 1
    given[rule, default: (0, 0)].none += isNone ? 1 : 0
    if !isNone { writer.add(mapped.facts[rule].relation, cells, at: place) }
  }

  /// A rule of which every record says that it has none: the column was emptied or left out on the way, as likely as not.
  mutating func doubtWhatNoneHas() {
    for (rule, count) in given.sorted(by: { $0.key < $1.key }) where count.facts == 0 && count.none > 0 {
      let names = mapped.facts[rule].columns.filter { $0.empty == .noneOfIt }.map { "`\($0.column.name)`" }
      guard let first = names.first else { continue }
      let all: Phrase = names.dropFirst().reduce("\(first)") { "\($0) or \($1)" }
      lack(Phrase("\(all) is empty in every record"), rule: rule)
    }
  }

  /// Something of the record is unknown without being wrong.
  package mutating func doubt() { report.completeness = .partial }

  /// The rest of the file is lost.
  package mutating func cut(_ damage: Damage) {
    guard self.damage == nil else { return }
    self.damage = damage
    addHoles(.truncated, damage.text, damage.place)
    report.fail(damage)
  }

  /// Rows may exist that the file does not hold, although nothing in it is wrong.
  package mutating func lack(_ text: Phrase) {
    addHoles(.page, text, Place(line: 1))
    report.completeness = .partial
    report.notes.append(text)
    report.grade = .assumed
  }

  /// Rows of one rule may exist that the file does not hold.
  package mutating func lack(_ text: Phrase, rule: Int) {
    addHoles(.page, text, Place(line: 1), of: [mapped.facts[rule]])
    report.completeness = .partial
    report.notes.append(text)
  }

  /// Rows of each fact's shape may exist; constant columns are known.
  private func addHoles(_ reason: Hole.Reason, _ text: Phrase, _ place: Place, of rules: [FactRule]? = nil) {
    for rule in rules ?? mapped.facts {
      var known: [String: Value] = [:]
      for column in rule.columns {
        guard case .constant(let text) = column.source else { continue }
        known[column.column.name] = ScalarReader(column).value(text, isNumber: false)
      }
      writer.addHole(rule.relation, known, reason: reason, text: text, at: place)
    }
  }

  /// Declares what the file covers and hands everything over.
  package func finish() -> ReadFile {
    for relation in relations { writer.cover(relation, grade: report.grade ?? .assumed) }
    var result = ReadFile(report: report)
    result.writer = writer
    result.mappedRelations = relations
    result.absentFields = absentFields
    result.secrets = secrets
    result.failure = damage?.text
    return result
  }
}
