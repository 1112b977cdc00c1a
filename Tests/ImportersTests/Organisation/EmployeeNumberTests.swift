import FactStore
import TestSupport
import Testing

@testable import ImportCore

/// One number may be that of two people: in two lists, in two rows of one, in a list and a mapping.
@Suite struct EmployeeNumberTests {
  private static let header = "id,name,email,national_id,start,end\n"

  /// What the second list says of the number 7, which the first has as Åse Vik, who left in 2025.
  static let seconds: [(row: String, people: [String], isDoubtful: Bool)] = [
    ("7,Åse Vik,,,2019-01-01,2025-01-31", ["7"], false),
    ("7,\"Vik, Åse\",x@k.example,,2019-01-01,2025-01-31", ["7"], false),
    ("7,A. Vik,ase@k.example,,2019-01-01,2025-01-31", ["7"], false),
    ("7,Bo Dahl,,01819012345,2019-01-01,2025-01-31", ["7"], false),
    ("7,Bo Dahl,bo@k.example,,2020-01-01,", ["7 (a.csv)", "7 (b.csv)"], true),
    ("7,,,,2020-01-01,", ["7 (a.csv)", "7 (b.csv)"], true), ("7,Åse,,,2020-01-01,", ["7 (a.csv)", "7 (b.csv)"], true),
    ("7,Bo Dahl,,02819012345,2020-01-01,", ["7 (a.csv)", "7 (b.csv)"], false),
    ("7,Åse Vik,,02819012345,2020-01-01,", ["7 (a.csv)", "7 (b.csv)"], true),
    ("07,Bo Dahl,,,2020-01-01,", ["07", "7"], false),
  ]

  @Test(arguments: seconds.indices)
  func whomTheNumberOfTwoListsMeans(_ index: Int) throws {
    let row = Self.seconds[index]
    let loaded = try LoadingFolder.load([
      "a.csv": Self.header + "7,Åse Vik,ase@k.example,01819012345,2019-01-01,2025-01-31\n",
      "b.csv": Self.header + row.row + "\n",
    ])
    #expect(loaded.facts("employees.person") == row.people)
    #expect(
      loaded.holes("employees.employment")
        == (row.isDoubtful ? row.people.map { "\($0)/of the same number | \($0) (conflict)" } : []))
    #expect(loaded.file("b.csv").notes.contains { $0.contains("of two people") } == (row.people[0] == "7 (a.csv)"))
  }

  /// An older list that has an employment open, which a newer one has as ended under another start, shows no end for certain.
  @Test(arguments: [
    ("2019-01-01,", ["7/from 2019-01-01 | * (conflict)"]), ("2018-05-01,", ["7/from 2018-05-01 | * (conflict)"]),
    ("2018-05-01,2025-06-30", ["7/from 2018-05-01 | * (conflict)"]), ("2025-03-01,", []), ("2018-05-01,2018-12-31", []),
  ])
  func anOpenEmploymentOfAnotherListDoesNotOutlastTheEnd(_ days: String, _ holes: [String]) throws {
    let loaded = try LoadingFolder.load([
      "a.csv": "id,name,start,end\n7,Åse Vik,2019-01-01,2025-01-31\n",
      "b.csv": "id,name,start,end\n7,Åse Vik,\(days)\n",
    ])
    #expect(loaded.facts("employees.person") == ["7"])
    #expect(loaded.holes("employees.employment?end") == holes)
  }

  /// Rows of one list and one number.
  static let rows: [(second: String, isTwo: Bool)] = [
    ("7,Åse Vik Dahl,ase.dahl@k.example,,2022-01-01,", false), ("7,Åse Vik,,,2022-01-01,", false),
    ("7,,ny@k.example,,2022-01-01,", false), ("7,,,,2022-01-01,", false), ("7,Bo Dahl,bo@k.example,,2022-01-01,", true),
    ("7,Åse Vik,ase@k.example,02819012345,2022-01-01,", true), ("7,Bo Dahl,,,2022-01-01,", true),
  ]

  @Test(arguments: rows.indices)
  func twoPeopleWithinOneList(_ index: Int) throws {
    let row = Self.rows[index]
    let first = "7,Åse Vik,ase@k.example,01819012345,2019-01-01,2025-01-31\n"
    let loaded = try LoadingFolder.load(["a.csv": Self.header + first + row.second + "\n"])
    #expect(
      loaded.facts("employees.person") == (row.isTwo ? ["7 (a.csv, line 2)", "7 (a.csv, line 3)"] : ["7"]))
  }

  /// A third row that says nothing of who it is does not make one person of two.
  @Test func aRowWithoutANameJoinsNobody() throws {
    let loaded = try LoadingFolder.load([
      "a.csv": "id,name,email,end\n7,Åse Vik,ase@k.example,2025-01-31\n7,Bo Dahl,bo@k.example,\n7,,,\n"
    ])
    #expect(loaded.facts("employees.person") == (2...4).map { "7 (a.csv, line \($0))" })
    #expect(loaded.holes("employees.employment").count == 3)
  }

  /// A title, what stands there beside an empty `end`, and whether the employment may have ended.
  static let remarks: [(title: String, text: String, isDoubtful: Bool)] = [
    ("bemærkning", "fratrådt 31.12.2025", true), ("note", "Sluttet i desember", true), ("x", "opsagt", true),
    ("kommentar", "OPPHØRT", true), ("note", "barsel til marts", false), ("stilling", "Konsulent", false),
    ("note", "", false), ("end_date", "2025-12-31", true), ("status", "Aktiv", false), ("status", "Passiv", true),
    ("active", "false", true), ("active", "ja", false), ("slutdato", "9999-12-31", false), ("to", "2025-12-31", true),
  ]

  @Test(arguments: remarks.indices)
  func whatAnotherColumnSaysOfTheEnd(_ index: Int) throws {
    let row = Self.remarks[index]
    let loaded = try LoadingFolder.load(["a.csv": "id,name,end,\(row.title)\n7,Åse Vik,,\(row.text)\n"])
    #expect(loaded.holes("employees.employment?end").count == (row.isDoubtful ? 1 : 0))
    #expect(loaded.isComplete == !row.isDoubtful)
  }

  /// Whatever else the run is given, nobody gets the employments of somebody of another list.
  @Test(arguments: 0..<12)
  func nobodyGetsTheEmploymentsOfAnother(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let folder = try LoadingFolder()
    for list in 0..<3 {
      var text = Self.header
      for _ in 0..<200 {
        let number = random.below(60)
        let name = random.chance(80) ? "Given\(list)n\(number) Family\(list)n\(number)" : ""
        let email = random.chance(60) ? "p\(number)@list\(list).example" : ""
        let start = "20\(10 + random.below(10))-0\(1 + random.below(9))-01"
        let end = random.chance(50) ? "2024-01-31" : ""
        text += "\(number),\(name),\(email),,\(start),\(end)\n"
      }
      try folder.write("list\(list).csv", Array(text.utf8))
    }
    let loaded = try folder.load()
    let relation = loaded.store["employees.employment"]!
    var lists: [String: Set<String>] = [:]
    for row in 0..<relation.facts.count {
      let code = relation.facts.row(row)[1]
      guard case .text(let person) = loaded.store.symbols.decode(code, as: .text) else { continue }
      let origin = relation.origin(ofRow: row, symbols: loaded.store.symbols)!
      lists[person, default: []].insert(loaded.store.files[origin.file.raw])
    }
    #expect(lists.count > 100)
    #expect(lists.values.allSatisfy { $0.count == 1 })
  }

  @Test func aMappingIsOneMoreList() throws {
    let yaml = """
      mapping:
        files:
          - path: hr.jsonl
            format: jsonl
            facts:
              - relation: employees.employment
                columns: { employment: e, person: p, unit: u, start: s, end: t }
                empty: { unit: none, start: none, end: none }
      """
    let loaded = try MappingTests.load(
      [
        "hr.jsonl": #"{"e":"e1","p":"7","u":null,"s":"2020-01-01","t":null}"# + "\n",
        "a.csv": Self.header + "7,Åse Vik,ase@k.example,,2019-01-01,2025-01-31\n8,Bo Dahl,,,2020-01-01,\n",
      ], yaml)
    #expect(
      loaded.facts("employees.employment") == [
        "7 (a.csv)/from 2019-01-01 | 7 (a.csv)", "8/from 2020-01-01 | 8", "e1 | 7",
      ])
    #expect(
      loaded.holes("employees.employment") == [
        "7 (a.csv)/of the same number | 7 (a.csv) (conflict)", "7/of the same number | 7 (conflict)",
      ])
    #expect(loaded.holes("employees.email") == ["7 | ase@k.example (conflict)"])
  }
}
