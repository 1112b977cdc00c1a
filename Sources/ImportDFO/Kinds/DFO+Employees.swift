import FactStore
import Formats
import ImportCore
import Localization

extension DFO {
  private static let personFills =
    [
      DFOSchemas.employee, DFOSchemas.employeeName, DFOSchemas.email, DFOSchemas.party, DFOSchemas.extraPosition,
      DFOSchemas.firm,
    ].map(\.name) + Personnel.toldNames

  /// The employees of a firm on the day asked: `GET …/ansatte/v2`.
  static let employees = Kind(
    "dfo.employees", noun: Noun("employee"),
    signs: [
      .keys(["id", "brukerident"], oneOf: ["medarbeidergruppe", "startdato", "sluttdato"]),
      .keys(["id", "dfoBrukerident"]), .keys(["id", "medarbeidergruppe", "medarbeiderundergruppe"]),
    ], fills: personFills
  ) { $0.readEmployee() }
  .with { kind in
    kind.form = .json { DFOAnswer.records("ansatt", in: $0) }
    asList(&kind)
    kind.facets = employeeFacets
    kind.limits = ["people who left more than 30 days before the day that was asked"]
  }

  /// Both lists of one day in one file.
  static let dump = Kind(
    "dfo.dump", noun: Noun("record"), fills: personFills + positions.fills
  ) { record in
    if DFODump.isPosition(record.place) { record.readPosition() } else { record.readEmployee() }
  }
  .with { kind in
    kind.form = .json { DFODump.records(in: $0) }
    asList(&kind)
    kind.extent = .answer
    kind.facets = employeeFacets + positions.facets
    kind.limits = employees.limits + positions.limits
  }

  private static let employeeFacets = [
    Facet(
      DFOSchemas.employee.name, key: "employee",
      columns: DFOSchemas.employee.columns.filter(\.isOptional).map(\.name), noun: "employee"),
    Facet(
      DFOSchemas.extraPosition.name, key: "post", columns: ["start", "end"],
      records: Phrase("records of one extra position")),
  ]

  /// What all lists of the interface have in common.
  static func asList(_ kind: inout Kind) {
    kind.list.mayBeEmpty = false
    // The day that was asked, which leaves nobody out.
    kind.list.harmlessParameters = ["dato"]
    kind.known = { _ in ["source": .text(Personnel.Source.dfo.rawValue)] }
    let tell = kind.whole.tell
    kind.whole.tell = { document, survey in
      tell?(document, &survey)
      survey.dfo.note(firm: nil, organisation: document.context.organisation)
    }
  }
}

extension Record {
  /// What facts call an employee, once it is known of how many firms the exports are.
  func employee(_ number: FactWriter.Cell, firm: String? = nil) -> Facts.Cell {
    guard let number = number.text else { return .cell(number) }
    let organisation = context.organisation
    return .late { $0.dfo.employee(number, firm: firm, organisation: organisation) }
  }

  mutating func readEmployee() {
    guard let own else { return }
    let number = requiredNumber("id", of: own)
    let dfoUser = account("dfoBrukerident", of: own)
    let firm = dfoUser.text.flatMap(DFOText.firm)
    let organisation = context.organisation
    if let firm { facts.tell { $0.dfo.note(firm: firm, organisation: organisation) } }
    facts.identity = number.text.map { "\(firm ?? "?"), \($0)" }
    let employee = employee(number, firm: firm)
    let period = period("startdato", "sluttdato", of: own)
    let position = self.number("stillingId", of: own)
    let isPlaceholder = position.text == DFOText.placeholderPosition
    facts.add(
      DFOSchemas.employee.name,
      naming: [
        "employee": employee, "user_name": .cell(account("brukerident", of: own)), "dfo_user": .cell(dfoUser),
        "external_id": .cell(account("eksternIdent", of: own)), "group": .cell(group("medarbeidergruppe", of: own)),
        "subgroup": .cell(group("medarbeiderundergruppe", of: own)), "start": .cell(period.start),
        "end": .cell(period.end), "position": .cell(isPlaceholder ? .none : position),
        "placeholder": .cell(position.isUnknown ? position : .value(.bool(isPlaceholder))),
        "unit": .cell(self.number("organisasjonId", of: own)), "legal_unit": .cell(legalUnit(own)),
        "leader": .cell(flag("lederflagg", of: own)), "external_user_name": .cell(flag("eksternbruker", of: own)),
      ])
    addEvidence(of: employee)
    facts.add(DFOSchemas.employeeName.name, naming: ["employee": employee, "name": .cell(name(own))])
    addAddress(of: employee, own)
    addParty(of: employee, own)
    addFirm(of: employee, dfoUser, firm, own)
    addExtraPositions(of: employee)
  }

  /// What the record shows of a person, where it is known of whom.
  mutating func addEvidence(of employee: Facts.Cell, party: Facts.Cell? = nil, email: FactWriter.Cell? = nil) {
    let place = place
    facts.conclude { survey, writer in
      writer.addEvidence(
        of: employee.settled(survey), .dfo, party: party?.settled(survey), email: email, at: place)
    }
  }

  private mutating func name(_ part: Part) -> FactWriter.Cell {
    let names = [words("fornavn", of: part), words("etternavn", of: part)]
    let known = names.compactMap(\.text)
    return known.isEmpty ? names[0] : .text(known.joined(separator: " "))
  }

  private mutating func legalUnit(_ part: Part) -> FactWriter.Cell {
    let text = words("jurBedriftsnummer", of: part)
    guard let written = text.text else { return text }
    guard let number = NormalForm.orgnr.read(written) else {
      return refuse(part.place("jurBedriftsnummer"), "`\("jurBedriftsnummer")` is no number of nine digits")
    }
    return .text(number)
  }

  /// The address at work. Those at home are not looked at.
  private mutating func addAddress(of employee: Facts.Cell, _ part: Part) {
    var email = account("epost", of: part)
    if case .none = email { return }
    if let text = email.text {
      email =
        NormalForm.email.read(text).map { .text($0) }
        ?? refuse(part.place("epost"), "`\("epost")` is no e-mail address")
    }
    facts.add(DFOSchemas.email.name, naming: ["employee": employee, "email": .cell(email)])
    addEvidence(of: employee, email: email)
  }

  /// Who the employee is elsewhere. A number that stands in for one says that nobody knows.
  private mutating func addParty(of employee: Facts.Cell, _ part: Part) {
    let written = words("fnr", of: part)
    let identity = written.text.map(DFOText.identity)
    let party: Facts.Cell =
      switch identity {
      case nil: .cell(written)
      case .token(let token)?: .party(.person(token: token))
      case .placeholder?: .unknown("the identity number is one that stands in for a number that is not known")
      case .wrong?: .cell(refuse(part.place("fnr"), "`fnr` is no identity number"))
      }
    facts.add(DFOSchemas.party.name, naming: ["employee": employee, "party": party])
    // One that stands in for a number says nothing, rather than something that cannot be read.
    if case .placeholder? = identity { return }
    addEvidence(of: employee, party: party)
  }

  private mutating func addFirm(of employee: Facts.Cell, _ user: FactWriter.Cell, _ firm: String?, _ part: Part) {
    let cell: FactWriter.Cell =
      if let firm {
        .text(firm)
      } else if user.text != nil {
        refuse(part.place("dfoBrukerident"), "`dfoBrukerident` does not begin with the four digits of a firm")
      } else if user.isUnknown {
        user
      } else {
        .unknown("the record says nothing in `\("dfoBrukerident")`")
      }
    facts.add(DFOSchemas.firm.name, naming: ["employee": employee, "firm": .cell(cell)])
  }

  private mutating func addExtraPositions(of employee: Facts.Cell) {
    let relation = DFOSchemas.extraPosition.name
    let posts = parts("tilleggsstilling") { $0.leaveOpen(relation, ["employee": employee], $1) }
    for part in posts {
      let position = requiredNumber("stillingId", of: part)
      if position.text == DFOText.placeholderPosition { continue }
      let period = period("startdato", "sluttdato", of: part)
      facts.add(
        relation,
        naming: [
          "post": post(employee, "position", position, period), "employee": employee, "position": .cell(position),
          "start": .cell(period.start), "end": .cell(period.end),
        ], at: part.place)
    }
  }

  /// What a period of somebody in something is called: words stand between its numbers, which together would look like those
  /// of a person.
  func post(_ owner: Facts.Cell, _ what: String, _ number: FactWriter.Cell, _ period: Period) -> Facts.Cell {
    guard let text = number.text else { return .cell(number) }
    let rest = ", \(what) \(text), from \(period.name)"
    return .late { survey in
      let owner = owner.settled(survey)
      return owner.text.map { .text($0 + rest) } ?? owner
    }
  }

  /// Leaves rows open of which no more is known.
  mutating func leaveOpen(_ relation: String, _ known: [String: Facts.Cell], _ cell: FactWriter.Cell) {
    guard case .unknown(let text, let reason) = cell else { return }
    facts.lack(relation, known, reason: reason, text: text)
  }
}
