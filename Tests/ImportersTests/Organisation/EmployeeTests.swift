import FactStore
import Importers
import Testing

@testable import ImportCore
@testable import ImportOrganisation

@Suite struct EmployeeTests {
  @Test func readsTheList() throws {
    let loaded = try LoadingFolder.load([
      "employees.csv": """
      end;START;unit;Email;Name;ID
      ;2020-01-01;Borgerservice;Mette@Kommune.example;Mette Hansen; 17\u{20}
      31-12-2024;01.02.2019;Teknik;;Ole Olsen;18

      """
    ])
    #expect(loaded.facts("employees.person") == ["17", "18"])
    #expect(loaded.facts("employees.person?name") == ["17 | Mette Hansen", "18 | Ole Olsen"])
    #expect(loaded.facts("employees.email") == ["17 | mette@kommune.example"])
    #expect(loaded.facts("employees.employment") == ["17/from 2020-01-01 | 17", "18/from 2019-02-01 | 18"])
    #expect(loaded.facts("employees.employment?end") == ["18/from 2019-02-01 | 2024-12-31"])
    #expect(
      loaded.facts("employees.employment?start") == [
        "17/from 2020-01-01 | 2020-01-01", "18/from 2019-02-01 | 2019-02-01",
      ])
    for relation in EmployeeSchemas.all where relation.name != "employees.party" {
      #expect(loaded.holes(relation.name).isEmpty)
    }
    #expect(loaded.holes("employees.party") == ["* | * (column-absent)"])
    #expect(loaded.isComplete)
    #expect(loaded.origin("employees.email", "17 | mette@kommune.example") == "employees.csv:2")
  }

  /// The identity number joins an employee with whom Altinn shows, and is no fact.
  @Test func joinsWithAltinn() throws {
    let number = "21909000777"
    let uuid = "11111111-aaaa-4aaa-8aaa-000000000002"
    let loaded = try LoadingFolder.load(
      [
        "employees.csv": "id,end,fodselsnummer\n1,,219090 00777\n2,,\n3,,\(number)\n4,,1234\n",
        "parties.json":
          #"[{"partyId":5,"partyUuid":"\#(uuid)","partyTypeName":1,"ssn":"\#(number)","orgNumber":"","isDeleted":false}]"#,
      ])
    #expect(loaded.facts("employees.party") == ["1 | \(uuid)", "3 | \(uuid)"])
    #expect(loaded.holes("employees.party") == ["4 | * (unusable)"])
    #expect(loaded.file("employees.csv").rejected == 1)
    #expect(loaded.file("employees.csv").notes.contains { $0.hasPrefix("1 row") })
    AltinnDocumentTests.expectNoCanary(in: loaded)
  }

  /// Whoever writes identity numbers into `id` gets them back nowhere.
  @Test func idsThatAreIdentityNumbersAreNotKept() throws {
    let loaded = try LoadingFolder.load([
      "employees.csv":
        "id,start,end\n21909000777,2010-01-01,2020-01-01\n21909000888,2019-01-01,\n21909000777,2021-01-01,\n"
    ])
    let people = ["employees.csv, line 2", "employees.csv, line 3"]
    #expect(loaded.facts("employees.person") == people)
    #expect(loaded.facts("employees.party") == ["\(people[0]) | person 1", "\(people[1]) | person 2"])
    #expect(loaded.facts("employees.employment").count == 3)
    AltinnDocumentTests.expectNoCanary(in: loaded)
    #expect(!"\(loaded.files)".contains("2190900"))
  }

  /// A row of `id,name,email,unit,start,end`, the relation in doubt, and its hole.
  static let traps: [(row: String, relation: String, hole: String)] = [
    ("1,N,a@b.dk,U,2020-01-01,31/12/2024", "employees.employment?end", "1/from 2020-01-01 | * (unusable)"),
    ("1,N,a@b.dk,U,2020-01-01,never", "employees.employment?end", "1/from 2020-01-01 | * (unusable)"),
    ("1,N,a@b.dk,U,2020-01-01,2019-12-31", "employees.employment?end", "1/from 2020-01-01 | * (unusable)"),
    ("1,N,a@b.dk,U,2020-02-30,", "employees.employment?start", "1/from ? | * (unusable)"),
    ("1,N,nobody,U,2020-01-01,", "employees.email", "1 | * (unusable)"),
    (",N,a@b.dk,U,2020-01-01,", "employees.person", "* (unusable)"),
    (",N,a@b.dk,U,2020-01-01,", "employees.email", "* | a@b.dk (unusable)"),
    (",N,a@b.dk,U,2020-01-01,", "employees.employment", "* | * (unusable)"),
    ("1,N", "employees.employment", "* | * (unusable)"),
  ]

  @Test(arguments: traps.indices)
  func leavesAHole(_ index: Int) throws {
    let row = Self.traps[index]
    let loaded = try LoadingFolder.load([
      "employees.csv": "id,name,email,unit,start,end\n\(row.row)\n2,M,c@d.dk,V,2021-01-01,\n"
    ])
    #expect(loaded.holes(row.relation) == [row.hole])
    #expect(loaded.file("employees.csv").rejected == 1)
    #expect(loaded.facts("employees.person").contains("2"))
    #expect(!loaded.isComplete)
  }

  /// A cell of the column `email`, the addresses it gives, and whether it leaves a doubt.
  static let cells: [(cell: String, emails: [String], hasDoubt: Bool)] = [
    ("'mette@k.example", ["mette@k.example"], false), ("mette@k.example;", ["mette@k.example"], false),
    ("Mette Hansen <mette@k.example>", ["mette@k.example"], false),
    ("mailto:mette@k.example", ["mette@k.example"], false),
    ("\"\"\"Hansen, Mette\"\" <mette@k.example>\"", ["mette@k.example"], false),
    ("SMTP:mette@k.example", ["mette@k.example"], false),
    ("mette@k.example / mh@k.example", ["mette@k.example", "mh@k.example"], false),
    ("mette@k.example; mh@k.example", ["mette@k.example", "mh@k.example"], false),
    ("mette@k.example mh@k.example", ["mette@k.example", "mh@k.example"], false),
    ("met\u{200B}te@k.example", ["mette@k.example"], false),
    ("\u{202A}mette@k.example\u{202C}", ["mette@k.example"], false),
    ("mette@k.example\u{A0}", ["mette@k.example"], false),
    ("me\u{300}tte@k.example", ["m\u{E8}tte@k.example"], false),
    ("mette@k.example<mh@k.example>", ["mh@k.example"], true),
    ("m?tte@k.example", [], true), ("-", [], true), ("mette(at)k.example", [], true),
    ("\u{43C}ette@k.example", [], true),
    ("e-mail: mette@k.example", ["mette@k.example"], false), ("mette@k.example (privat)", ["mette@k.example"], false),
  ]

  @Test(arguments: cells.indices)
  func readsAddresses(_ index: Int) throws {
    let row = Self.cells[index]
    let cell =
      row.cell.contains(",") || row.cell.contains(";")
      ? (row.cell.hasPrefix("\"") ? row.cell : "\"\(row.cell)\"") : row.cell
    let loaded = try LoadingFolder.load(["e.csv": "id,email,end\n1,\(cell),\n2,x@k.example,\n"])
    #expect(loaded.facts("employees.email") == (row.emails.map { "1 | \($0)" } + ["2 | x@k.example"]).sorted())
    #expect(loaded.holes("employees.email") == (row.hasDoubt ? ["1 | * (unusable)"] : []))
  }

  @Test func aListWithoutRowsIsNotExported() throws {
    let loaded = try LoadingFolder.load(["e.csv": "id,name,email,unit,start,end\n"])
    for schema in EmployeeSchemas.all where schema.alternatives?.isMain == true {
      #expect(loaded.store[schema.name]?.completeness == .absent)
    }
    #expect(loaded.file("e.csv").limits.contains { $0.contains("holds no row") })
  }

  @Test func aColumnThatIsEmptyInEveryRowIsNotExported() throws {
    let loaded = try LoadingFolder.load(["e.csv": "id,email,end\n1,,\n2, ,\n"])
    #expect(loaded.holes("employees.email") == ["* | * (column-absent)"])
    let other = try LoadingFolder.load(["e.csv": "id,email,end\n1,,\n2,a@b.example,\n"])
    #expect(other.holes("employees.email").isEmpty)
  }

  /// A text and the day that it names.
  static let days: [(text: String, day: String?)] = [
    ("2024-12-31", "2024-12-31"), ("31-12-2024", "2024-12-31"), ("31.12.2024", "2024-12-31"),
    ("1.2.2024", "2024-02-01"), ("2024-12-31T00:00:00", "2024-12-31"), ("2024-12-31 00:00:00", "2024-12-31"),
    ("2024-02-29", "2024-02-29"), ("29-02-2023", nil), ("31/12/2024", nil), ("12/31/2024", nil), ("03/04/2024", nil),
    ("31-12-24", nil), ("2024-13-01", nil), ("20241231", nil), ("45657", nil), ("2024-12-31T10:00:00", nil), ("", nil),
    ("31-12.2024", nil), ("--2024", nil), ("+1-02-2024", nil),
  ]

  @Test(arguments: days.indices)
  func readsDays(_ index: Int) {
    #expect(DayReader.read(Self.days[index].text)?.description == Self.days[index].day)
  }

  @Test func anOpenEmploymentNeverHidesBehindOneThatEnded() throws {
    let loaded = try LoadingFolder.load([
      "employees.csv": "id,unit,start,end\n1,A,2020-01-01,2021-01-01\n1,B,2020-01-01,\n"
    ])
    #expect(loaded.facts("employees.employment") == ["1/from 2020-01-01 | 1", "1/from 2020-01-01#2 | 1"])
    #expect(loaded.facts("employees.employment?end") == ["1/from 2020-01-01 | 2021-01-01"])
    #expect(loaded.holes("employees.employment?end").isEmpty)
  }

  @Test func listsOfTwoDaysThatDisagreeAreADoubt() throws {
    let loaded = try LoadingFolder.load([
      "a.csv": "id,name,start,end\n1,Åse Vik,2020-01-01,\n",
      "b.csv": "id,name,start,end\n1,\"Vik, Åse\",2020-01-01,2024-01-01\n",
    ])
    #expect(loaded.facts("employees.employment?end").isEmpty)
    #expect(loaded.holes("employees.employment?end") == ["1/from 2020-01-01 | * (conflict)"])
  }

  @Test func absentColumnsAreAbsentFacets() throws {
    let loaded = try LoadingFolder.load(["employees.csv": "id,unit\n1,A\n"])
    #expect(loaded.holes("employees.email") == ["* | * (column-absent)"])
    #expect(loaded.holes("employees.employment?end") == ["* | * (column-absent)"])
    #expect(loaded.holes("employees.person?name") == ["* | * (column-absent)"])
    #expect(loaded.facts("employees.employment") == ["1/ | 1"])
    #expect(loaded.isComplete)
  }

  @Test func aMissingIdIsNamed() throws {
    let loaded = try LoadingFolder.load(["employees.csv": "name,email,unit,start,end\nN,a@b.dk,U,2020-01-01,\n"])
    #expect(loaded.file("employees.csv").problems.contains { $0.message.contains("`id`") })
    #expect(loaded.holes("employees.person") == ["* (truncated)"])
    #expect(!loaded.isComplete)
  }
}
