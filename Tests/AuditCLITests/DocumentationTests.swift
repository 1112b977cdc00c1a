import Foundation
import Testing

/// What the pages name is there: links, files, tests, targets of `make`, and commands, of which those on the examples run.
struct DocumentationTests {
  static let pages: [String] = {
    let root = CommandRun.repository
    let below = ["docs", "examples"].flatMap { folder in
      (FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String } ?? [])
        .map { "\(folder)/\($0)" }
    }
    return ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"]
      + below.filter { $0.hasSuffix(".md") && !$0.contains("/metadata/") }.sorted()
  }()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: CommandRun.repository.appending(path: path), encoding: .utf8)
  }

  private static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: CommandRun.repository.appending(path: path).path)
  }

  /// Every Swift file of the tests, in one text.
  private static let tests: String = {
    let folder = CommandRun.repository.appending(path: "Tests")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".swift") }
      .compactMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
  }()

  @Test func thereArePages() {
    #expect(Self.pages.count > 12)
    #expect(Self.tests.contains("struct DocumentationTests"))
  }

  @Test func theIndexHasEveryPage() throws {
    let index = try Self.text("docs/README.md")
    for page in Self.pages where page.hasPrefix("docs/") && page != "docs/README.md" {
      #expect(index.contains("](\(page.dropFirst("docs/".count)))"), "\(page)")
    }
  }

  /// The number is said in one place of the program; what was released last is that version.
  @Test func theVersionIsThatOfTheChangelog() throws {
    let released = try #require(
      try Self.text("CHANGELOG.md").firstMatch(of: /\n## \[(\d+\.\d+\.\d+)\] - \d{4}-\d\d-\d\d\n/))
    let version = try CommandRun.tilsyn(["--version"]).output
    #expect(version.prefix { $0 != " " && $0 != "\n" } == released.1)
  }

  /// Each has its day and its status, and one that is superseded says by which.
  @Test func everyDecisionHasADayAndAStatus() throws {
    let entries = try Self.text("docs/decisions.md").split(separator: "\n## ").dropFirst()
    for (index, entry) in entries.enumerated() {
      let form = /^(\d+)\. .+\n\n\*\d{4}-\d\d-\d\d, (accepted(, (extended|narrowed) by \d+)?|superseded by \d+)\*\n\n./
      let found = try #require(entry.firstMatch(of: form), "\(entry.prefix(80))")
      #expect(Int(found.1) == index + 1, "\(entry.prefix(80))")
    }
  }

  @Test(arguments: pages) func linksAndPathsExist(_ page: String) throws {
    let text = try Self.text(page)
    let folder = page.split(separator: "/").dropLast().map { "\($0)/" }.joined()
    for match in text.matches(of: /\]\(([^)#\s:]+)(#[^)]*)?\)/) {
      #expect(Self.exists(folder + match.1), "\(page) links to \(match.1)")
    }
    let paths = /`((?:Tests|scripts|Sources|policies|examples|Benchmarks|Fuzz|schemas|docs)\/[\w.\/-]*)`/
    for match in text.matches(of: paths) {
      #expect(Self.exists(String(match.1)), "\(page) names \(match.1)")
    }
    for match in text.matches(of: /`(language|diagnostics)\/([\w-]+)`/) {
      let path = "Tests/Golden/\(match.1)/\(match.2)"
      #expect(Self.exists(path) || Self.exists("\(path).policy"), "\(page) names \(match.0)")
    }
  }

  @Test(arguments: pages) func testsAndTargetsExist(_ page: String) throws {
    let text = try Self.text(page)
    for match in text.matches(of: /`([A-Z]\w*Tests)(?:\.(\w+))?`/) {
      let isThere = Self.tests.contains("struct \(match.1)") || Self.exists("Tests/\(match.1)")
      #expect(isThere, "\(page) names \(match.0)")
      if let name = match.2 { #expect(Self.tests.contains("func \(name)("), "\(page) names \(match.0)") }
    }
    let targets = try Self.text("Makefile")
    for match in text.matches(of: /(?:`|\n)make ([a-z][a-z-]*)/) {
      #expect(targets.contains("\n\(match.1):"), "\(page) names \(match.0)")
    }
  }

  /// Commands stand alone in backticks, or at the start of a line of a block.
  @Test(arguments: pages) func commandsExist(_ page: String) throws {
    for match in try Self.text(page).matches(
      of: /(?:`|\n)tilsyn ((?:policy |xacml |waiver |evidence )?[a-z][a-z-]*)([^`\n#]*)/)
    {
      let words = match.1.split(separator: " ").map(String.init)
      let help = try CommandRun.tilsyn(words + ["--help"])
      #expect(help.exitCode == 0, "\(page): \(match.0)")
      for flag in match.2.matches(of: /\s(--[a-z-]+)/) {
        #expect(help.output.contains(flag.1), "\(page): \(match.0) has no \(flag.1)")
      }
      let rest = String(match.2)
      // Whole commands on what the repository has run as they stand; the others name files of the reader's.
      guard rest.contains(" examples/"), !rest.contains("…") else { continue }
      let run = try CommandRun.shell("\(CommandRun.binary.path) \(match.1)\(rest)")
      #expect([0, 1].contains(run.exitCode), "\(page): \(match.0)\n\(run.errors)")
    }
  }
}
