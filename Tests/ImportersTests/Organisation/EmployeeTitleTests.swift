import FactStore
import Importers
import TestSupport
import Testing

@testable import ImportCore
@testable import ImportOrganisation

/// The list that HR sends, under the titles that it has.
@Suite struct EmployeeTitleTests {
  /// Titles of the same list in several systems and languages.
  static let spellings = [
    "id;name;email;unit;start;end", "Medarbejdernr;Navn;E-mail;Afdeling;Ansat fra;Ansat til",
    "MEDARBEJDER NR.;Fulde navn;E-mailadresse;Enhed;Ansaettelsesdato;Fratrædelsesdato",
    "Ansattnr;Navn;E-post;Avdeling;Startdato;Sluttdato",
    "Anställningsnummer;Namn;E-post;Enhet;Anställd från;Anställd till",
    "Employee ID;Full name;Work email;Department;Hire date;Termination date",
    "employee_id;Employee name;E-mail address;Org. unit;hire-date;termination-date",
  ]
  private static let rows = "17;Åse Vik;ase@k.example;Teknik;2019-01-01;31-12-2025\n18;Bo Dahl;;IT;01.02.2020;\n"
  private static let relations = [
    "employees.person", "employees.person?name", "employees.email", "employees.employment", "employees.employment?unit",
    "employees.employment?start", "employees.employment?end",
  ]

  @Test(arguments: spellings)
  func sayTheSame(_ titles: String) throws {
    let exact = try LoadingFolder.load(["hr.csv": Self.spellings[0] + "\n" + Self.rows])
    let loaded = try LoadingFolder.load(["hr.csv": titles + "\n" + Self.rows])
    #expect(loaded.file("hr.csv").kind == "organisation.employees")
    for relation in Self.relations {
      #expect(loaded.facts(relation) == exact.facts(relation), "\(relation)")
      #expect(loaded.holes(relation) == exact.holes(relation), "\(relation)")
    }
    #expect(loaded.isComplete)
    let hasNote = loaded.file("hr.csv").notes.contains { $0.hasPrefix("the titles are read as") }
    #expect(hasNote == (titles != Self.spellings[0]))
  }

  static let everyTitle = ColumnTitles.entries.flatMap { entry in entry.titles.map { (entry.meaning, $0) } }

  /// Each title of the table stands in for the exact one, whatever its case, blanks and signs.
  @Test(arguments: everyTitle.indices)
  func everyTitleIsKnown(_ index: Int) throws {
    let (meaning, title) = Self.everyTitle[index]
    var titles = ["Medarbejdernr", "Fornavn", "Efternavn", "E-mail", "Afdeling", "Ansat fra", "Ansat til"]
    let places: [ColumnTitles.Meaning: Int] = [
      .id: 0, .firstName: 1, .middleName: 1, .lastName: 2, .email: 3, .unit: 4, .start: 5, .end: 6,
    ]
    if meaning == .name { titles[1...2] = [title] } else { titles[places[meaning]!] = title }
    if meaning == .middleName { titles[1...1] = ["Fornavn", title] }
    for titles in [titles, titles.map { $0.uppercased() }, titles.map { " \($0)." }] {
      let choice = ColumnChoice(titles)
      #expect(choice.isEmployees && choice.questions.isEmpty, "\(title)")
      #expect(choice[meaning] == titles.firstIndex { ColumnTitles.key($0) == ColumnTitles.key(title) }, "\(title)")
    }
    // No title says two things, and none is that of an identity number.
    #expect(
      ColumnTitles.entries.filter { $0.titles.map(ColumnTitles.key).contains(ColumnTitles.key(title)) }.count == 1)
    #expect(!IdentityColumns.holds(title))
  }

  @Test func namesInTwoColumnsAreOne() throws {
    let loaded = try LoadingFolder.load([
      "hr.csv": """
      Ansattnr;Fornavn;Mellomnavn;Etternavn;E-post;Startdato;Sluttdato
      1;Åse;;Vik;a@k.example;2020-01-01;
      2;Bo;Berg;Dahl;b@k.example;2020-01-01;
      3;Cecilie;;;c@k.example;2020-01-01;
      4;;;;d@k.example;2020-01-01;

      """
    ])
    #expect(loaded.facts("employees.person?name") == ["1 | Åse Vik", "2 | Bo Berg Dahl"])
    #expect(loaded.holes("employees.person?name") == ["3 | * (unusable)"])
    #expect(loaded.isComplete)
  }

  /// Titles that are no list of employees.
  static let others = [
    "Medarbejdernr;Navn;E-mail", "Medarbejdernr;Ansat fra;Ansat til", "Navn;E-mail;Ansat fra;Ansat til",
    "ID;Navn;Startdato;Slutdato", "Nr;Navn;Startdato;Slutdato", "Employee ID;Name;Status",
    "Display name;User principal name;Employee ID;Hire date", "Medarbejdernr;Navn;Dato;Beløb",
    "Sagsnr;Navn;E-mail;Startdato;Slutdato", "Navn;Email;Seneste login;API bruger;Lokal Admin",
    "PrimarySmtpAddress;DisplayName;Employee ID;Start date", "Medarbejdernr;Navn;Fra;Til;Fraværsårsag",
  ]

  @Test(arguments: others)
  func isNoListOfEmployees(_ titles: String) throws {
    #expect(!ColumnChoice(titles.split(separator: ";").map { String($0) }).isEmployees)
  }

  /// Titles that leave a question, of what, and the columns that it names.
  static let guesses: [(titles: String, meaning: ColumnTitles.Meaning, names: [String])] = [
    ("Medarbejdernr;Navn;Fulde navn;Ansat fra;Ansat til", .name, ["Navn", "Fulde navn"]),
    ("Medarbejdernr;Navn;Fornavn;Ansat fra;Ansat til", .name, ["Navn", "Fornavn"]),
    ("Medarbejdernr;Navn;Ansat fra;Startdato;Ansat til", .start, ["Ansat fra", "Startdato"]),
    ("Medarbejdernr;Navn;Ansat fra;Slutdato;Fratrædelsesdato", .end, ["Slutdato", "Fratrædelsesdato"]),
    ("Medarbejdernr;Lønnr;Navn;Ansat fra;Ansat til", .id, ["Medarbejdernr", "Lønnr"]),
    ("ID;Medarbejdernr;Navn;Ansat fra;Ansat til", .id, ["Medarbejdernr", "ID"]),
    ("Medarbejdernr;Navn;Email;E-mail;Ansat fra;Ansat til", .email, ["Email", "E-mail"]),
    ("Medarbejdernr;Navn;Afdeling;Enhed;Ansat fra;Ansat til", .unit, ["Afdeling", "Enhed"]),
    ("Medarbejdernr;Navn;Fra;Til", .start, ["Fra"]), ("Medarbejdernr;Navn;Ansat fra;Til", .end, ["Til"]),
    ("Medarbejdernr;Navn;Dato", .start, ["Dato"]), ("Medarbejdernr;Navn;Ansat fra;Status", .end, ["Status"]),
    ("Medarbejdernr;Navn;Ansat fra;Fratrådt", .end, ["Fratrådt"]),
    ("Medarbejdernr;Navn;Startdato;Slutdato;Fravær", .start, ["Startdato", "Slutdato"]),
    ("ID;Navn;E-mail;Startdato;Slutdato", .start, ["Startdato", "Slutdato"]),
    ("Medarbejdernr;Navn;Startdato;Slutdato;Hold", .start, ["Startdato", "Slutdato"]),
    ("Medarbejdernr;Navn;Ansat fra;Slutdato;Hold", .end, ["Slutdato"]),
    ("Medarbejdernr;Navn;Startdato;Ansat til;Leder af kursus", .start, ["Startdato"]),
    ("Medarbejdernr;Navn;start;end;Hold", .start, ["start", "end"]),
    ("Anställningsnr;Namn;Från;Till", .end, ["Till"]),
  ]

  @Test(arguments: guesses.indices)
  func nothingIsChosenInSilence(_ index: Int) throws {
    let guess = Self.guesses[index]
    let titles = guess.titles.split(separator: ";").map { String($0) }
    #expect(ColumnChoice(titles).questions.contains { $0.meaning == guess.meaning && $0.titles == guess.names })
    let loaded = try LoadingFolder.load([
      "hr.csv": guess.titles + "\n" + titles.map { _ in "x" }.joined(separator: ";") + "\n"
    ])
    let report = loaded.file("hr.csv")
    #expect(report.kind == "organisation.employees" && !loaded.isComplete)
    #expect(guess.names.allSatisfy { name in report.problems.contains { $0.message.contains("`\(name)`") } })
    for schema in EmployeeSchemas.all {
      #expect(!loaded.holes(schema.name).isEmpty && loaded.facts(schema.name).isEmpty)
    }
  }

  /// Days without a word of what they are of are those of the employment where nothing else may have any.
  @Test(arguments: [
    "Ansattnr;Navn;E-post;Stilling;Stillingsprosent;Mobil;Nærmeste leder;Startdato;Sluttdato;;",
    "Medarbejdernr;Fornavn;Efternavn;Stillingsbetegnelse;Ugentligt timetal;By;CPR-nr;Status;Startdato;Slutdato",
    "Medarbejdernr;Navn;Hold;Ansat fra;Ansat til",
  ])
  func aListOfPeopleLeavesNoQuestion(_ titles: String) {
    let choice = ColumnChoice(titles.split(separator: ";", omittingEmptySubsequences: false).map { String($0) })
    #expect(choice.isEmployees && choice.questions.isEmpty)
  }

  /// What the problem says to paste works as it stands.
  @Test(arguments: ["hr.csv", "hr [1].csv", "Medarbejdere, nov.csv"])
  func theAnswerWorksWhenPasted(_ name: String) throws {
    let list =
      "Medarbejdernr.;Fornavn;Efternavn;E-mail;Ansat fra;Startdato;Ansat til\n17;Åse;Vik;ase@k.example;2019-01-01;;31-12-2025\n"
      + "18;Bo;Dahl;;2019-01-01;2020-01-01;\n"
    let before = try LoadingFolder.load(["a/\(name)": list])
    let message = before.file("a/\(name)").problems.map(\.message.english).joined()
    let start = try #require(message.range(of: "mapping: "))
    let answer = String(message[start.lowerBound...])
    let configuration = try Configuration.read(Array((answer + "\n").utf8), path: "tilsyn.yaml", .all)
    let loaded = try LoadingFolder(["a/\(name)": list]).load(configuration: configuration)
    #expect(loaded.facts("employees.person") == ["17", "18"])
    #expect(loaded.facts("employees.email") == ["17 | ase@k.example"])
    #expect(loaded.facts("employees.employment?end") == ["17 | 2025-12-31"])
    #expect(loaded.facts("employees.employment?start") == ["17 | 2019-01-01", "18 | 2019-01-01"])
    #expect(loaded.holes("employees.person?name").count == 2)
    #expect(loaded.isComplete)
  }

  /// Where no column has the last day, the answer does not make one up.
  @Test func aStateIsNoLastDay() throws {
    let list = "Medarbejdernr;Navn;Ansat fra;Status\n17;Åse Vik;2019-01-01;Fratrådt\n"
    let message = try LoadingFolder.load(["hr.csv": list]).file("hr.csv").problems.map(\.message.english).joined()
    let answer = String(message[try #require(message.range(of: "mapping: ")).lowerBound...])
    let configuration = try Configuration.read(Array((answer + "\n").utf8), path: "tilsyn.yaml", .all)
    let loaded = try LoadingFolder(["hr.csv": list]).load(configuration: configuration)
    #expect(loaded.facts("employees.person?name") == ["17 | Åse Vik"])
    #expect(loaded.holes("employees.employment?end").count == 1)
  }

  /// Where the only question is whose days they are, the answer names the kind, and no mapping takes leave for employment.
  @Test func theAnswerNamesTheKind() throws {
    let list = "Medarbejdernr;Navn;Hold;Startdato;Slutdato\n17;Åse Vik;B;2019-01-01;2025-12-31\n"
    let message = try LoadingFolder.load(["hr.csv": list]).file("hr.csv").problems.map(\.message.english).joined()
    #expect(message.contains("`ignore`") && !message.contains("mapping"))
    let answer = String(message[try #require(message.range(of: "sources: ")).lowerBound...])
    let configuration = try Configuration.read(Array((answer + "\n").utf8), path: "tilsyn.yaml", .all)
    let loaded = try LoadingFolder(["hr.csv": list]).load(configuration: configuration)
    #expect(loaded.facts("employees.employment?end") == ["17/from 2019-01-01 | 2025-12-31"])
    #expect(loaded.isComplete)
  }

  /// Whoever names the kind has said whose days they are; which of two columns is meant is still no choice.
  @Test func theKindMayBeNamed() throws {
    let list = "ID;Navn;E-mail;Startdato;Slutdato\n1;Åse Vik;a@k.example;2019-01-01;\n"
    let loaded = try LoadingFolder.load(["hr.csv": list], as: ["hr.csv=organisation.employees"])
    #expect(loaded.facts("employees.employment") == ["1/from 2019-01-01 | 1"])
    let two = "Medarbejdernr;Ansat fra;Startdato\n1;2019-01-01;2020-01-01\n"
    #expect(try !LoadingFolder.load(["hr.csv": two], as: ["hr.csv=organisation.employees"]).isComplete)
  }

  /// A column beside those that are read, what it says of an open employment, and whether it may have ended.
  static let besides: [(title: String, text: String, isDoubtful: Bool)] = [
    ("Status", "Fratrådt", true), ("Status", "Aktiv", false), ("Status", "Passiv", true),
    ("Ansættelsesstatus", "Ansat", false), ("Anställningsstatus", "Uppsagd", true), ("Ansettelsesprosent", "0", false),
    ("Beskæftigelsesgrad", "37", false), ("Opsigelsesdato", "2025-12-31", true), ("Bemærkning", "opsagt", true),
    ("Sidste dag", "2025-12-31", true), ("Stilling", "Konsulent", false), ("Privat e-mail", "x@y.example", false),
  ]

  @Test(arguments: besides.indices)
  func whatIsNotReadMaySayTheEnd(_ index: Int) throws {
    let row = Self.besides[index]
    let loaded = try LoadingFolder.load([
      "hr.csv": "Medarbejdernr;Navn;Ansat fra;Ansat til;\(row.title)\n7;Åse Vik;2019-01-01;;\(row.text)\n"
    ])
    #expect(loaded.holes("employees.employment?end").count == (row.isDoubtful ? 1 : 0))
    #expect(loaded.facts("employees.email").isEmpty && !loaded.holes("employees.email").isEmpty)
  }

  @Test func anIdentityNumberIsKeptNowhere() throws {
    let loaded = try LoadingFolder.load([
      "hr.csv": "Ansattnr;Navn;Fødselsnummer;Ansatt fra;Ansatt til\n1;Åse Vik;21909000777;2019-01-01;\n"
    ])
    #expect(loaded.facts("employees.party") == ["1 | person 1"])
    AltinnDocumentTests.expectNoCanary(in: loaded)
  }
}
