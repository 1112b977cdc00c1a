import FactStore
import Formats
import ImportCore
import Localization

/// A list of employments.
struct EmployeeDocument: SourceDocument {
  /// As reports show it: what tells two people of one number apart.
  var path: String
  var rows: [Row]
  var columns: Columns
  var lost: [Damage]
  var cut: Damage?
  var notes: [Phrase]

  /// Where each column stands; `nil` for one that the list lacks.
  struct Columns: Sendable {
    var id: Int
    var name: Int?
    /// The columns of which a name is put together, where no column has it whole.
    var nameParts: [Int] = []
    var email: Int?
    var unit: Int?
    var start: Int?
    var end: Int?
    var nationalID: Int?
    var kind: Int?
    /// Columns that are not read and may say when, or that, an employment ended.
    var otherEnds: [EndColumn] = []

    /// Those that are read.
    var read: [Int] { [id] + nameParts + [name, email, unit, start, end, nationalID, kind].compactMap(\.self) }
  }

  struct Row: Sendable, ReadRecord {
    var place: Place
    var person = FactWriter.Cell.none
    var name = FactWriter.Cell.none
    /// None where the person has no address; several where the cell lists several.
    var emails: [FactWriter.Cell] = []
    /// Whether characters that show nothing were left out of an address.
    var wasCleaned = false
    /// The employment by the number of the row, which two people may have.
    var employment = FactWriter.Cell.none
    var unit = FactWriter.Cell.none
    var start = FactWriter.Cell.none
    var end = FactWriter.Cell.none
    /// Whether the employment is of the house; `nil` where the list has no such column or the cell is empty.
    var kind: FactWriter.Cell?
    /// Who it is in other documents; `nil` where the list does not say.
    var party: Party?
    var problems: [SourceReport.Problem] = []

    enum Party: Sendable {
      case token(String)
      case unknown(Phrase)
    }

    init(place: Place) { self.place = place }

    /// The employee number; `nil` where it cannot be read.
    var number: ExactText? { person.text.map { ExactText($0) } }

    /// What the row says beside the number of who it is.
    var evidence: PersonEvidence {
      let token: String? = if case .token(let token)? = party { token } else { nil }
      return PersonEvidence(name: name.text, addresses: emails.compactMap(\.text), token: token)
    }

    mutating func refuse(_ row: TableInput.Row, _ column: String, _ message: Phrase) {
      problems.append(.init(line: row.line, pointer: column, message: message))
    }
  }

  var damageOfWhole: Phrase? { cut?.text }
  var records: Int { rows.count + lost.count }
  var problemCount: Int { rows.problemCount }

  private static let optional = ["unit", "start", "end"]

  func inform(_ survey: inout Survey, file: FileID) {
    for row in rows { if case .token(let token)? = row.party { survey.parties.join([.person(token: token)]) } }
    let contradictory = contradictoryNumbers()
    survey.numbers.note(
      Set(rows.compactMap(\.number)), in: file, isContradictory: { contradictory.contains($0) })
  }

  /// Numbers of which two rows have nothing else in common.
  private func contradictoryNumbers() -> Set<ExactText> {
    var first: [ExactText: Int] = [:]
    var contradictory: Set<ExactText> = []
    for (index, row) in rows.enumerated() {
      guard let number = row.number else { continue }
      guard let before = first[number] else {
        first[number] = index
        continue
      }
      let (known, evidence) = (rows[before].evidence, row.evidence)
      if known != evidence, Set(known.looseKeys).isDisjoint(with: evidence.looseKeys) || known.token != evidence.token {
        contradictory.insert(number)
      }
    }
    return contradictory
  }

  func enlist(in survey: inout Survey, file: FileID) {
    addSightings(to: &survey.numbers)
    for row in rows {
      guard let id = row.employment.text else { continue }
      survey.note("employees.employment", key: id, cells: [row.unit, row.start, row.end])
    }
  }

  private func addSightings(to numbers: inout EmployeeNumbers) {
    for row in rows {
      guard let number = row.number, numbers.isShared(number) else { continue }
      numbers.add(
        number,
        .init(
          path: path, line: row.place.line, evidence: row.evidence,
          employment: row.employment.text.map { String($0.dropFirst(number.text.count)) }, start: row.start,
          end: row.end))
    }
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    report.notes += notes
    if records == 0, cut == nil { return report.limits.append(EmptyList.limit(Phrase("employees"))) }
    for schema in EmployeeSchemas.all { writer.cover(schema.name, grade: .assumed) }
    report.grade = .assumed
    let cleaned = rows.filter(\.wasCleaned).count
    if cleaned > 0 { report.notes.append(EmptyList.cleaned(cleaned)) }
    writeAbsentColumns(to: writer, &report)
    var numbers = NumberReader(numbers: survey.numbers, path: path)
    for row in rows {
      let person = numbers.person(of: row)
      writer.add("employees.person", ["person": person.name, "name": row.name], at: row.place)
      writer.addEvidence(of: person.name, .employees, at: row.place)
      switch row.party {
      case .token(let token):
        let party = survey.parties.cell(.person(token: token))
        writer.add("employees.party", ["person": person.name, "party": party], at: row.place)
        writer.addEvidence(of: person.name, .employees, party: party, at: row.place)
      case .unknown(let why):
        writer.add("employees.party", ["person": person.name, "party": .unknown(why)], at: row.place)
        writer.addEvidence(of: person.name, .employees, party: .unknown(why), at: row.place)
      case nil: break
      }
      for email in row.emails {
        writer.add("employees.email", ["person": person.name, "email": email], at: row.place)
        writer.addEvidence(of: person.name, .employees, email: email, at: row.place)
      }
      var cells = [
        "employment": person.employment, "person": person.name, "unit": row.unit, "start": row.start, "end": row.end,
      ]
      if let id = row.employment.text {
        for (index, name) in Self.optional.enumerated()
        where survey.isDisputed("employees.employment", key: id, index) {
          cells[name] = .unknown("records of one employment disagree in `\(name)`", .conflict)
        }
      }
      if person.isSuperseded { cells["end"] = .unknown(NumberReader.supersededText, .conflict) }
      writer.add("employees.employment", cells, at: row.place)
      if let kind = row.kind {
        writer.add("employees.kind", ["employment": person.employment, "kind": kind], at: row.place)
      }
      // The employments of the other person with the number may be this one's.
      for other in person.others + [person.mentioned].compactMap(\.self) {
        let employment = Value.text("\(other)/of the same number")
        writer.addHole(
          "employees.employment", ["employment": employment, "person": .text(other)],
          reason: .conflict, text: NumberReader.doubtText, at: row.place)
      }
      if let other = person.mentioned {
        writer.addHole(
          "employees.person", ["person": .text(other)], reason: .conflict, text: NumberReader.doubtText,
          at: row.place)
        for email in row.emails.compactMap(\.text) {
          writer.addHole(
            "employees.email", ["person": .text(other), "email": .text(email)], reason: .conflict,
            text: NumberReader.doubtText, at: row.place)
        }
      }
      report.count(row.problems)
    }
    report.notes += numbers.notes
    for damage in lost {
      addHoles(writer, .unusable, damage)
      report.reject(SourceReport.Problem(damage))
    }
    if let cut {
      addHoles(writer, .truncated, cut)
      report.fail(cut)
    }
  }

  private func writeAbsentColumns(to writer: FactWriter, _ report: inout SourceReport) {
    func absent(_ column: String) -> Phrase { "the list has no column `\(column)`" }
    if columns.name == nil, columns.nameParts.isEmpty {
      writer.addAbsentColumn("employees.person", "name", text: absent("name"))
    }
    if columns.email == nil {
      writer.addHole("employees.email", reason: .columnAbsent, text: absent("email"))
      report.limits.append("addresses of the employees: no column `email`")
    } else if !rows.isEmpty, rows.allSatisfy(\.emails.isEmpty) {
      writer.addHole("employees.email", reason: .columnAbsent, text: "the column `email` is empty in every row")
      report.limits.append("addresses of the employees: the column `email` is empty in every row")
    }
    if columns.nationalID == nil, !rows.contains(where: { $0.party != nil }) {
      writer.addHole("employees.party", reason: .columnAbsent, text: absent("national_id"))
      report.limits.append("who the employees are in Altinn: no column `national_id`")
    }
    for (name, column) in [("unit", columns.unit), ("start", columns.start), ("end", columns.end)] where column == nil {
      writer.addAbsentColumn("employees.employment", name, text: absent(name))
      if name == "end" { report.limits.append("who has left: no column `end`") }
    }
  }

  private func addHoles(_ writer: FactWriter, _ reason: Hole.Reason, _ damage: Damage) {
    for schema in EmployeeSchemas.all where schema.lost == .anyRow {
      writer.addHole(schema.name, reason: reason, text: damage.text, at: damage.place)
    }
    writer.addUnread(.employees, reason, damage.text, at: damage.place)
  }
}
