import CMarkdown
import FactStore
import Formats
import Foundation
import Testing

@testable import ImportAltinn

/// Pages of documentation, in each layout.
struct GroupPageTests {
  static let table =
    "|Navn tillgangspakke|Kan delegeres til ansatte?|Kan knytte tjenester til?|[ER rolle](/x) som får fullmakten|\n"
    + "|---|---|---|---|\n"
  static let tree = """
    ---
    title: Skatt
    weight: 1
    ---
    - **Skatt:** Kategori.
    \t- **Avgift:** Gir. **urn:altinn:accesspackage:avgift**
            - **Toll:** Gir.**urn:altinn:accesspackage:toll:**
    \t- **Bare i treet:** (mangler)

    ## Egenskaper
    \(table)|Skatt| ja|nei||
    |Avgift|ja|ja|DAGL, STYR,INNH|
    |Toll:|ja|nei|NNH, PRIV|
    |Bare i tabellen|nei|ja|Ingen|
    |Rar|kanskje|ja|XYZZ|

    {{% notice warning %}} Det er fortsatt uavklart hvilke fullmakter det vil være natulig å gi personer med rollen Forretningsførerer {{% /notice %}}
    """

  @Test func theTreeAndTheTableArePutTogether() throws {
    let loaded = try LoadingFolder.load(["p.md": Self.tree])
    #expect(loaded.file("p.md").kind == "altinn.group-page")
    #expect(
      loaded.facts("altinn.page_group?level") == [
        "Skatt: Avgift | 2", "Skatt: Bare i treet | 2", "Skatt: Skatt | 1", "Skatt: Toll | 3",
      ])
    #expect(
      loaded.facts("altinn.page_group?parent") == [
        "Skatt: Avgift | Skatt: Skatt", "Skatt: Bare i treet | Skatt: Skatt", "Skatt: Toll | Skatt: Avgift",
      ])
    #expect(
      loaded.facts("altinn.page_group?delegable") == [
        "Skatt: Avgift | yes", "Skatt: Bare i tabellen | no", "Skatt: Skatt | yes", "Skatt: Toll | yes",
      ])
    #expect(loaded.holes("altinn.page_group?delegable").contains("Skatt: Rar | * (unusable)"))
    #expect(
      loaded.facts("altinn.page_role") == [
        "Skatt: Avgift | DAGL | false", "Skatt: Avgift | INNH | false", "Skatt: Avgift | LEDE | true",
        "Skatt: Rar | XYZZ | true", "Skatt: Toll | INNH | true", "Skatt: Toll | PRIV | false",
      ])
    #expect(loaded.facts("altinn.page_package") == ["Skatt: Avgift | avgift | avgift", "Skatt: Toll | toll | toll"])
    #expect(loaded.facts("altinn.page_undecided") == ["Skatt | FFØR"])
    #expect(loaded.origin("altinn.page_role", "Skatt: Avgift | DAGL | false") == "p.md:14")
    #expect(
      loaded.facts("altinn.page_quirk") == [
        "Skatt: Avgift | role-assumed | STYR", "Skatt: Bare i tabellen | not-in-tree | Bare i tabellen",
        "Skatt: Bare i treet | not-in-table | Bare i treet", "Skatt: Rar | no-role | XYZZ",
        "Skatt: Rar | not-in-tree | Rar", "Skatt: Rar | unclear-answer | kanskje",
        "Skatt: Toll | no-register-role | PRIV",
        "Skatt: Toll | odd-urn | toll", "Skatt: Toll | role-assumed | NNH",
      ])
  }

  @Test func sectionsWithNamesOfRoles() throws {
    let text = """
      |**Tilgangspakker i kategorien**|
      |---|
      |[Toll](#toll)|

      ### Toll
      Gir tilgang.
      *urn:altinn:accesspackage:toll*

      ## Hvilke roller
      |**Tilgangspakke**|**Enhetsregisterroller**|**Delegerbar**|
      |---|---|---|
      |Toll|Daglig leder, Styret leder, Bestyrende reder,Bostyrer|Ja*|
      |Klient|Revisor|Klientdelegering|
      """
    let loaded = try LoadingFolder.load(["p": text])
    #expect(loaded.facts("altinn.page_package") == ["Toll: Toll | toll | toll"])
    #expect(
      loaded.facts("altinn.page_role") == [
        "Toll: Klient | REVI | false", "Toll: Toll | BEST | false", "Toll: Toll | BOBE | false",
        "Toll: Toll | DAGL | false",
        "Toll: Toll | LEDE | false",
      ])
    #expect(loaded.facts("altinn.page_group?delegable") == ["Toll: Klient | client", "Toll: Toll | yes"])
    #expect(!loaded.holes("altinn.page_group?attachable").isEmpty)
  }

  @Test func theOldestLayoutHasBulletsOnly() throws {
    let text =
      "tilgangspakker\n\n## Nivå 1: Skatt\n\n- Niva 2 Merverdi\n  - *Avgift (som før)\n- *Toll \n\n## Nivå1 Personale\n- *Lønn\n"
    let loaded = try LoadingFolder.load(["p": text])
    #expect(
      loaded.facts("altinn.page_group?level") == [
        "Skatt: Avgift | 3", "Skatt: Lønn | 2", "Skatt: Merverdi | 2", "Skatt: Personale | 1", "Skatt: Skatt | 1",
        "Skatt: Toll | 2",
      ])
    #expect(
      loaded.facts("altinn.page_group?attachable") == [
        "Skatt: Avgift | yes", "Skatt: Lønn | yes", "Skatt: Merverdi | no", "Skatt: Toll | yes",
      ])
    #expect(loaded.facts("altinn.page_role").isEmpty)
    #expect(!loaded.holes("altinn.page_role").isEmpty)
  }

  /// A page is what it is of: where it lies, and as what it was saved, changes nothing.
  @Test func aPageIsCalledAfterItsGroups() throws {
    let one = try LoadingFolder.load(["p.md": Self.tree])
    let moved = try LoadingFolder.load(["a/b/other (1).md": Self.tree])
    for relation in ["altinn.page_group?level", "altinn.page_quirk", "altinn.page_undecided"] {
      #expect(one.facts(relation) == moved.facts(relation) && !one.facts(relation).isEmpty)
    }
    // A copy is the same page; two that share a name are told apart by what they hold.
    let copied = try LoadingFolder.load(["p.md": Self.tree, "q.md": Self.tree])
    #expect(copied.facts("altinn.page_undecided") == ["Skatt | FFØR"])
    let older = Self.tree.replacing("**Skatt:** Kategori.", with: "**Skatt:** Som før.")
    let both = try LoadingFolder.load(["p.md": Self.tree, "q.md": older])
    let swapped = try LoadingFolder.load(["p.md": older, "q.md": Self.tree])
    #expect(both.facts("altinn.page_undecided").count == 2)
    #expect(both.facts("altinn.page_undecided") == swapped.facts("altinn.page_undecided"))
    #expect(both.holes("altinn.page_role") == swapped.holes("altinn.page_role"))
  }

  @Test func aForeignLayoutIsNotRecognised() throws {
    let text = "# Tilgangspakker\n\n|Tilgangspakke|Farge|\n|---|---|\n|Toll|rød|\n"
    let loaded = try LoadingFolder.load(["p.md": text])
    #expect(!loaded.isComplete)
    #expect(loaded.file("p.md").problems.contains { $0.message.contains("layout that is not known") })
    let entities = "<!DOCTYPE html [<!ENTITY a \"b\">]><html><p>tilgangspakke</p></html>"
    #expect(
      try LoadingFolder.load(["p.html": entities]).file("p.html").problems.contains { $0.message.contains("entities") })
    let told = try LoadingFolder.load(["p.md": "nothing here\n"], as: ["p.md=altinn.group-page"])
    #expect(!told.isComplete)
    #expect(told.holes("altinn.page_group") == ["* | * | * (truncated)"])
  }

  @Test func endlessNestingIsRefused() throws {
    let deep = "tilgangspakke\n\n" + String(repeating: ">", count: 50_000) + " x\n"
    let loaded = try LoadingFolder.load(["p.md": deep])
    #expect(!loaded.isComplete)
    #expect(loaded.file("p.md").problems.contains { $0.message.contains("levels") })
    let emphasis = "tilgangspakke " + String(repeating: "*a **b ", count: 20_000)
    _ = try LoadingFolder.load(["p.md": emphasis])
    let html = "<html><p>tilgangspakke</p>" + String(repeating: "<div>", count: 50_000)
    _ = try LoadingFolder.load(["p.html": html])
  }

  /// What a page would say by entities of its own, nobody reads.
  @Test(arguments: [
    "<!DOCTYPE html [<!ENTITY who \"DAGL\">]>", "<!doctype html system \"x.dtd\" [\n<!entity % e \"\"> ]>",
    "<!-- a > b --><!DOCTYPE html [<!ENTITY who SYSTEM \"file:///etc/hostname\">]>",
  ])
  func pagesWithEntitiesAreRefused(_ declaration: String) throws {
    let page =
      "<html><body><h1>Tilgangspakker</h1><ul><li><b>Skatt:</b> tilgangspakke &who;</li></ul></body></html>"
    let loaded = try LoadingFolder.load(["p.html": declaration + page], as: ["p.html=altinn.group-page"])
    #expect(!loaded.isComplete)
    #expect(loaded.file("p.html").problems.contains { $0.message.contains("entities") })
    #expect(loaded.facts("altinn.page_group").isEmpty)
    #expect(loaded.holes("altinn.page_group") == ["* | * | * (truncated)"])
  }

  /// An identity number anywhere on a page reaches no fact.
  @Test func identityNumbersReachNoFact() throws {
    for word in ["Skatt", "Avgift", "Toll", "DAGL", "kanskje", "XYZZ", "avgift", "Bare i tabellen"] {
      let page = Self.tree.replacingOccurrences(of: word, with: AltinnDocumentTests.canary)
      AltinnDocumentTests.expectNoCanary(in: try LoadingFolder.load(["p.md": page]))
    }
  }

  // MARK: The published pages

  static let pages: [String] = {
    let shared = ProcessInfo.processInfo.environment["TILSYN_SHARED"] ?? "../shared"
    let root = shared + "/data/altinn-docs"
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { root + "/" + $0 }
  }()

  /// Counts rows and nodes by the lines of the file alone, and compares.
  @Test(.enabled(if: !pages.isEmpty, "no altinn-docs beside the checkout"), arguments: pages)
  func everyRowAndNodeIsCounted(_ path: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let page = GroupPage(try Page.read(bytes))
    let count = LineCount(String(decoding: bytes, as: UTF8.self))
    #expect(page.tableRows == count.rows)
    #expect(page.treeNodes == count.nodes)
    #expect(Set(page.groups.compactMap(\.package)) == count.packages)
    // The same page as HTML gives the same.
    let html = GroupPage(try Page.read(Self.html(bytes)))
    #expect(html.tableRows == page.tableRows)
    #expect(html.treeNodes == page.treeNodes)
    #expect(html.undecided == nil || page.undecided != nil)
    #expect(html.groups.map(Self.withoutLine) == page.groups.map(Self.withoutLine))
    #expect(html.quirks.map(\.what) == page.quirks.map(\.what))
  }

  private static func withoutLine(_ group: GroupPage.Group) -> String {
    var group = group
    group.line = 0
    return "\(group)"
  }

  /// Rows of group tables, nodes of trees and urns, found without a parser.
  private struct LineCount {
    var rows = 0
    var nodes = 0
    var packages: Set<String> = []

    init(_ text: String) {
      var isTable = false
      var isOldest = false
      for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
        if line.hasPrefix("|") {
          let head = line.lowercased()
          if head.contains("kan delegeres") || head.contains("enhetsregisterroller") {
            isTable = true
          } else if isTable, !head.hasPrefix("|--") {
            rows += 1
          }
          continue
        }
        isTable = false
        if line.firstMatch(of: /^## (Nivå ?[0-9]|tilgangspakker for )/) != nil {
          isOldest = true
          nodes += 1
        } else if line.hasPrefix("#") {
          isOldest = false
        }
        if line.firstMatch(of: /^\s*- \*\*\S/) != nil { nodes += 1 }
        if isOldest, line.firstMatch(of: /^\s*-[ \t]+(\\?\*\S|Niv)/) != nil { nodes += 1 }
        if let urn = line.firstMatch(of: /urn:altinn:accesspackage:([^\s*]+)/) {
          var code = String(urn.1)
          while let last = code.last, ":.,".contains(last) { code.removeLast() }
          packages.insert(code)
        }
      }
    }
  }

  private static func html(_ markdown: [UInt8]) -> [UInt8] {
    var text = String(decoding: markdown, as: UTF8.self)[...]
    if text.hasPrefix("---\n"), let end = text.dropFirst(4).range(of: "\n---") {
      text = text[end.upperBound...].drop { $0 == "-" || $0 == " " }
    }
    cmark_gfm_core_extensions_ensure_registered()
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT)!
    defer { cmark_parser_free(parser) }
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"))
    let bytes = Array(text.utf8)
    bytes.withUnsafeBytes { cmark_parser_feed(parser, $0.bindMemory(to: CChar.self).baseAddress, $0.count) }
    let root = cmark_parser_finish(parser)!
    defer { cmark_node_free(root) }
    let rendered = cmark_render_html(root, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser))!
    defer { free(rendered) }
    return Array("<!DOCTYPE html>\n<html><body>\(String(cString: rendered))</body></html>".utf8)
  }
}
