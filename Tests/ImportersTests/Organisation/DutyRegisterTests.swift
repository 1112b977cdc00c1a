import FactStore
import Testing

@testable import ImportCore
@testable import ImportOrganisation

/// The registers of duties and their conflicts, and which matrix counts.
struct DutyRegisterTests {
  private static let duties = "duty;system;what;place\r\n"
  private static let conflicts = "first;second;scope;level;reason;reference\r\n"

  @Test func readsRows() throws {
    let loaded = try LoadingFolder.load([
      "duties.csv": Self.duties + "Authorises;DFO;A290;*\r\nowns;register:owner;integration;dfo\r\n",
      "conflicts.csv": Self.conflicts + "authorises;Owns;any;watch;nobody else looks;2026/12\r\n",
    ])
    #expect(
      loaded.facts("duties.right").sorted() == [
        "authorises/dfo/a290/* | authorises | dfo | a290 | *",
        "owns/register:owner/integration/dfo | owns | register:owner | integration | dfo",
      ])
    #expect(loaded.facts("duties.conflict") == ["authorises/owns/any | authorises | owns | any | watch"])
    #expect(loaded.facts("duties.conflict?reason") == ["authorises/owns/any | nobody else looks"])
    #expect(loaded.isComplete)
  }

  @Test func readsYAML() throws {
    let loaded = try LoadingFolder.load([
      "matrix.yaml": """
      conflicts:
        - first: asks
          second: approves
          scope: same-object
          level: forbidden
      """
    ])
    #expect(loaded.facts("duties.conflict").count == 1)
    #expect(loaded.facts("duties.kept") == ["conflicts.csv"])
  }

  /// Every cell but the reason and the reference must say something, or the row leaves a hole.
  @Test(arguments: [
    ("duties.csv", "a;kitos;;*"), ("duties.csv", "a;kitos;login;"), ("duties.csv", ";kitos;login;*"),
    ("conflicts.csv", "a;b;;watch;;"), ("conflicts.csv", "a;b;any;forbiden;;"), ("conflicts.csv", "a;;any;watch;;"),
  ])
  func aCellThatSaysNothingLeavesAHole(_ file: String, _ row: String) throws {
    let titles = file == "duties.csv" ? Self.duties : Self.conflicts
    let loaded = try LoadingFolder.load([file: titles + row + "\r\n"])
    let relation = file == "duties.csv" ? "duties.right" : "duties.conflict"
    #expect(loaded.facts(relation).isEmpty)
    #expect(!loaded.holes(relation).isEmpty)
    #expect(loaded.file(file).problems.map(\.line) == [2])
    // A row that cannot be used is a matrix of one's own all the same.
    #expect(loaded.facts("duties.kept") == [file])
  }

  /// What the shipped matrix gives way to: a row, never a form, and never nothing.
  @Test(arguments: [
    ("", []), (duties, []), (duties + "# a;kitos;login;*\r\n", []), (duties + "a;kitos;login;*\r\n", ["duties.csv"]),
  ])
  func aMatrixIsKeptByItsRows(_ text: String, _ kept: [String]) throws {
    var files = ["m.csv": "email;owner;purpose\r\na@b.example;b@b.example;x\r\n"]
    if !text.isEmpty { files["duties.csv"] = text }
    let loaded = try LoadingFolder.load(files)
    #expect(loaded.facts("duties.kept") == kept)
    #expect(loaded.holes("duties.kept").isEmpty)
    if kept.isEmpty { #expect(loaded.store["duties.right"]?.completeness == .absent) }
  }

  static let hosts: [(text: String, isWhole: Bool, host: EndpointAddress.Host)] = [
    ("https://api.dfo.no/ansatte/v2", true, .host("api.dfo.no")),
    ("HTTPS://API.DFO.NO:443/x", true, .host("api.dfo.no")),
    ("api.dfo.no/ansatte", true, .host("api.dfo.no")), ("https://gw-a.example./", true, .host("gw-a.example")),
    ("https://evil.example/gw-a.intark.uh-it.no", true, .host("evil.example")),
    ("https://evil.example\\.dfo.no", true, .host("evil.example")), ("https://${HOST}/x", true, .unknown),
    ("https://dfo/x", true, .unknown), ("https://a.example/?u=https://b.example", true, .unknown), ("", true, .none),
    ("2026/1017", false, .none), ("sak 2026/88", false, .none), ("se https://gw-a.example/lonn", false, .unknown),
    ("https://gw-a.example/lonn", false, .host("gw-a.example")),
  ]

  @Test(arguments: hosts.indices) func aHostIsReadOff(_ index: Int) {
    let item = Self.hosts[index]
    #expect(EndpointAddress.host(of: item.text, isWhole: item.isWhole) == item.host, "\(item.text)")
  }
}
