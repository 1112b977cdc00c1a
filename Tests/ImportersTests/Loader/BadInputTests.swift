import FactStore
import Testing

@testable import ImportCore

/// What can be wrong with a file: it is named with its line, leaves a hole, and stops nothing else.
@Suite struct BadInputTests {
  private static let sound = KitosDocuments.userRecord(1)
  private static let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)

  /// A user list, the line of the problem, words of its message, and how many users can still be read.
  static let lists: [(text: [UInt8], line: Int, words: String, users: Int)] = [
    (Array("[\(sound),\n\(KitosDocuments.userRecord(2).dropLast(20))".utf8), 2, "cut off", 1),
    (Array("[\(sound),\n\(KitosDocuments.userRecord(2))".utf8), 1, "cut off", 2),
    ([], 1, "empty", 0),
    (Array("[\(sound),\n{\"x\":\(deep),\"uuid\":1}]".utf8), 2, "deep", 1),
    (Array("[\(sound),\n{\"uuid\":\"a\",\"uuid\":\"b\"}]".utf8), 2, "occurs twice", 1),
    (Array("[\(sound),\n{\"email\":\"".utf8) + [0xFF, 0xFE] + Array("\"}]".utf8), 2, "UTF-8", 1),
    (Array("[\(sound),\n{\"email\":\"J".utf8) + [0xF8] + Array("rgen\"}]".utf8), 2, "UTF-8", 1),
    (Array("[\(sound),\n\"text\"]".utf8), 2, "expected a user", 1),
    (Array("[\(sound)]\n[]".utf8), 2, "after the end", 1),
    (Array("[\(sound),\n{\"uuid\":tru}]".utf8), 2, "", 1),
    (Array("[\(sound),]".utf8), 1, "", 1),
    (Array("\"a text\"".utf8), 1, "", 0),
    (Array("no JSON at all".utf8), 1, "JSON", 0),
    (Array("[\(sound),\n{\"email\":\"a\0b\"}]".utf8), 2, "", 1),
  ]

  @Test(arguments: lists.indices)
  func isNamedAndLeavesAHole(_ index: Int) throws {
    let row = Self.lists[index]
    let folder = try LoadingFolder(["employees.csv": "id,email\n1,a@b.dk\n"])
    try folder.write("users.json", row.text)
    let loaded = try folder.load(
      as: ["users.json=kitos.api-v2.users,organisation=\(KitosDocuments.organisation)"])
    let report = loaded.file("users.json")
    #expect(
      report.problems.contains { problem in
        (row.words.isEmpty || problem.message.contains(row.words)) && problem.line >= row.line - 1
      }, "\(report.problems)")
    #expect(loaded.facts("kitos.listed_user").count == row.users)
    #expect(loaded.store["kitos.listed_user"]!.holes.contains { $0.row.allSatisfy { $0 == ValueCode.any } })
    #expect(report.completeness == .partial)
    #expect(report.records == report.used + report.rejected)
    #expect(!loaded.isComplete)
    #expect(loaded.facts("employees.person") == ["1"])
  }

  @Test(
    arguments: [
      (Array("id;name;email\r\n1;Jørgen;j@b.dk\r\n".utf8), "Jørgen"),
      ([0xEF, 0xBB, 0xBF] + Array("id,name,email\n1,Jørgen,j@b.dk\n".utf8), "Jørgen"),
      (Array("id\tname\temail\n1\tJ".utf8) + [0xF8] + Array("rgen\tj@b.dk\n".utf8), "Jørgen"),
      (
        [0xFF, 0xFE] + "id,name,email\r\n1,Jørgen,j@b.dk\r\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
        "Jørgen"
      ),
    ] as [([UInt8], String)])
  func readsTablesInTheEncodingsOfOffices(_ bytes: [UInt8], _ name: String) throws {
    let folder = try LoadingFolder()
    try folder.write("employees.csv", bytes)
    let loaded = try folder.load()
    #expect(loaded.facts("employees.person?name") == ["1 | \(name)"])
    #expect(loaded.isComplete)
  }

  /// A table of employees, and words of what is wrong with it.
  static let tables: [(bytes: [UInt8], words: String)] = [
    (Array("id,name,email\n1,\"Mette,m@b.dk\n".utf8), "quote"),
    (Array("id,name,email\n1,Mette\n".utf8), "cells"),
    (Array("id,id,email\n1,2,m@b.dk\n".utf8), "twice"),
    (Array("id,Email,email\n1,m@b.dk,m@b.dk\n".utf8), "named `email`"),
    (Array("id,name,email\n1,Me\0tte,m@b.dk\n".utf8), "NUL"),
    (Array("id,name,email\n1,Ænne,m@b.dk\n2,J".utf8) + [0xF8] + Array("rgen,j@b.dk\n".utf8), "not text"),
    (Array("id,name,ema".utf8), "cut off"),
    (Array("id,name,email\r\n1,Mette,m@b".utf8), "cut off"),
  ]

  @Test(arguments: tables.indices)
  func tablesToo(_ index: Int) throws {
    let folder = try LoadingFolder(["m.csv": "PrimarySmtpAddress\na@b.dk\n"])
    try folder.write("employees.csv", Self.tables[index].bytes)
    let loaded = try folder.load(as: ["employees.csv=organisation.employees"])
    let report = loaded.file("employees.csv")
    #expect(report.problems.contains { $0.message.contains(Self.tables[index].words) }, "\(report.problems)")
    #expect(!loaded.store["employees.person"]!.holes.isEmpty)
    #expect(!loaded.isComplete)
    #expect(loaded.facts("mailbox.entry").count == 1)
  }

  @Test func problemsHoldNoContent() throws {
    let canary = "canary-0101901234"
    var texts: [String] = []
    for record in [
      #"{"uuid":"C","email":"C","name":"C","apiAccess":"C","roles":["C"]}"#,
      #"{"uuid":"C","uuid":"C"}"#, #"{"uuid":"C","email":"#, #"["C"]"#, #""C""#,
    ] {
      texts.append("[\(Self.sound),\n" + record.replacing("C", with: canary) + "]")
    }
    for text in texts {
      let loaded = try LoadingFolder.load(["users.json": text], as: ["users.json=kitos.api-v2.users"])
      #expect(!"\(loaded.files)\(loaded.incompleteReasons)".contains(canary))
      #expect(!loaded.store.relations.contains { $0.holes.contains { $0.text.contains(canary) } })
    }
    let rows = ["canary,canary,canary,canary,canary,canary", "1,canary", "1,\"canary\"x,,,,"].map {
      $0.replacing("canary", with: canary)
    }
    for row in rows {
      let loaded = try LoadingFolder.load(["employees.csv": "id,name,email,unit,start,end\n\(row)\n"])
      #expect(!"\(loaded.files)\(loaded.incompleteReasons)".contains(canary))
    }
  }

  @Test func changedBytesNeverCrash() throws {
    let folder = try LoadingFolder()
    var state: UInt64 = 0x1234_5678_9ABC_DEF1
    func draw(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for sample in TruncationTests.samples where sample.mapping == nil {
      for _ in 0..<40 {
        var bytes = Array(sample.text.utf8)
        for _ in 0...draw(4) { bytes[draw(bytes.count)] = UInt8(draw(256)) }
        try folder.write(sample.name, bytes)
        let report = try folder.load(as: sample.context.map { ["\(sample.name)=\($0)"] } ?? [], jobs: 1).files[0]
        #expect(report.records == report.used + report.rejected + report.outOfScope)
      }
    }
  }
}
