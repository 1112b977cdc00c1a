import FactStore
import FoundationEssentials
import Testing

@testable import ImportCore

/// What is no export of DFØ, and the day that an export is of.
struct DFODocumentTests {
  private static let refused: [(text: String, why: String)] = [
    (#"{"standard":{"faultText":"Teknisk feil","faultUrl":"x"}}"#, "error answer of DFØ"),
    (#"{"swagger":"2.0","info":{},"paths":{}}"#, "a specification"),
    (#"{"openapi":"3.0.1","info":{}}"#, "a specification"),
    ("openapi: 3.0.1\ninfo:\n  title: stillinger\n", "a specification"),
    (#"{"ansatt":[],"stilling":[]}"#, "several answers"),
  ]

  @Test(arguments: refused.indices) func whatIsNoDataIsRefusedByName(_ index: Int) throws {
    let loaded = try LoadingFolder(["a.json": Self.refused[index].text]).load()
    #expect(loaded.files[0].problems.contains { $0.message.contains(Self.refused[index].why) })
    #expect(!loaded.isComplete)
  }

  @Test(arguments: ["IKKE ANSATT 05001234", "UBESATT STILLING 30000468", "Ikke ansatt"])
  func thatThereIsNoRecordIsNoError(_ fault: String) throws {
    let loaded = try LoadingFolder(["a.json": #"{"standard":{"faultText":"\#(fault)"}}"#]).load()
    #expect(loaded.files[0].kind == "dfo.no-record" && loaded.files[0].outOfScope == 1)
    #expect(loaded.isComplete && loaded.facts("dfo.employee").isEmpty)
  }

  @Test(arguments: [
    #"[{"id":"1","kontraktnr":"2","typeKontrakt":"T1","arslonn":"777777"}]"#,
    #"{"kontraktnr":"2","ansattId":"1","filinnhold":"c2VjcmV0"}"#, #"{"infokontrakter":[{"kontraktnr":"2"}]}"#,
  ]) func contractsAreCountedAndNotRead(_ text: String) throws {
    let loaded = try LoadingFolder(["a.json": text]).load()
    #expect(loaded.files[0].kind == "dfo.contracts" && loaded.files[0].outOfScope == 1)
    #expect(loaded.facts("dfo.document").first?.contains("dfo.contracts") == true)
    #expect(!loaded.text.contains("777777") && !loaded.text.contains("c2VjcmV0"))
  }

  @Test(
    arguments: [
      (",query=dato=2026-11-01", "2026-11-01"), (",query=curl -H dato: 2026-11-01 https://x.example", "2026-11-01"),
      (",extracted_at=2026-11-03", "2026-11-03"), (",extracted_at=2026-11-03,query=dato=2026-11-01", "2026-11-01"),
      (",extracted_at=2026-11-03,query=dato=today", nil), (",query=dato=2026-11-01&dato=2026-11-02", nil),
      (",query=GET /ansatte?dato=2026-11-01", "2026-11-01"), (",query=GET /ansatte", nil), ("", nil),
      (",query=validato=2026-11-01", nil),
    ] as [(String, String?)]) func theDayIsWhatTheConfigurationSays(_ said: (context: String, day: String?)) throws
  {
    let loaded = try LoadingFolder(["a.json": DFOSamples.employees()]).load(as: ["a.json=dfo.employees\(said.context)"])
    let days = loaded.facts("dfo.document?day").map { $0.suffix(10) }
    #expect(days == (said.day.map { [$0.suffix(10)] } ?? []))
    #expect(loaded.holes("dfo.document?day").isEmpty == (said.day != nil))
    #expect(loaded.holes("dfo.employee").isEmpty)
  }

  /// Values at home and of passports, which are in the record and in nothing that is kept.
  @Test func privateFieldsAreNotKept() throws {
    let fields: [String: String?] = [
      "annenId": #"[{"idType":"02","idNr":"N1234567"}]"#, "privatPostadresse": #""Eksempelveien 1""#,
      "mobilPrivat": #""90000005""#, "privaEpost": #""kari@privat.example""#, "arslonn": "654321",
    ]
    let text = try LoadingFolder(["a.json": DFOSamples.employees(fields)]).load().text
    for value in ["N1234567", "Eksempelveien", "90000005", "privat.example", "654321", "1984-01-15"] {
      #expect(!text.contains(value), "\(value)")
    }
  }

  @Test func theSamplesAreRead() throws {
    let root = ProcessInfo.processInfo.environment["TILSYN_SHARED"] ?? "../shared"
    let folder = "\(root)/data/hr-and-api-manager-samples/dfo"
    guard FileManager.default.fileExists(atPath: folder) else {
      print("no samples of DFØ in \(folder): not tried")
      return
    }
    let target = try LoadingFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try target.write(name, Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
    }
    let loaded = try target.load()
    for file in loaded.files {
      if file.path.hasSuffix("ansatt-full.json") {
        #expect(file.kind == "dfo.employees" && file.used == 1)
      } else {
        #expect(file.problems.contains { $0.message.contains("a specification") }, "\(file.path)")
      }
    }
    #expect(loaded.facts("dfo.employee") == ["dfo/5001234"])
  }
}
