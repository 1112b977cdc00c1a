import FactStore
import Foundation
import Testing

@testable import PolicyEngine

/// `Tests/Golden/diagnostics/<code>[--variant]/`: a wrong program, and every diagnostic that it must give.
///
/// `TILSYN_UPDATE_GOLDEN=1` writes what is given now; read the difference before committing it.
@Suite struct DiagnosticGoldenTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Golden/diagnostics")

  static let cases: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()

  @Test(arguments: cases)
  func givesWhatIsExpected(_ name: String) throws {
    let folder = Self.folder.appendingPathComponent(name)
    let found = try diagnostics(of: folder)
    let text = found.map(\.text).joined(separator: "\n")
    let expected = folder.appendingPathComponent("expected.txt")
    if ProcessInfo.processInfo.environment["TILSYN_UPDATE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: expected)
    }
    #expect(try String(contentsOf: expected, encoding: .utf8) == text)
    let code = name.components(separatedBy: "--")[0]
    #expect(found.contains { $0.code == code }, "the case is named after a code that it does not give")
  }

  // Programs with too many rules or words are too long to keep: `CheckLimitsTests` makes them.
  @Test(
    arguments: (DiagnosticCode.allCases.map(\.rawValue) + SyntaxCode.allCases.map(\.rawValue)).filter {
      $0 != DiagnosticCode.tooManyRules.rawValue && $0 != SyntaxCode.tooLong.rawValue
    })
  func everyCodeHasACase(_ code: String) {
    #expect(Self.cases.contains { $0.components(separatedBy: "--")[0] == code })
  }

  private func diagnostics(of folder: URL) throws -> [(code: String, text: String)] {
    let source = SourceText(
      path: "input.policy", bytes: Array(try Data(contentsOf: folder.appendingPathComponent("input.policy"))))
    let (program, parsing) = Parser.parse([source])
    let options = try Options(folder)
    let found =
      parsing.contains { $0.severity == .error }
      ? parsing
      : parsing
        + Checker.check(
          program, schemas: Vocabulary.schemas, parameters: options.parameters, shipped: options.isShipped
        ).diagnostics
    return found.map { diagnostic in
      let start = source.position(of: diagnostic.span.start)
      let end = source.position(of: diagnostic.span.end)
      return (
        diagnostic.code,
        """
        \(diagnostic.severity.rawValue)[\(diagnostic.code)] \(start.line):\(start.column)-\(end.line):\(end.column)
          \(diagnostic.message)\(diagnostic.help.isEmpty ? "" : "\n  help: \(diagnostic.help)")

        """
      )
    }
  }

  /// `options.txt`, where a case has one: a line `shipped`, or `parameter name = text | text`.
  private struct Options {
    var isShipped = false
    var parameters: [String: [String]] = [:]

    init(_ folder: URL) throws {
      let file = folder.appendingPathComponent("options.txt")
      guard FileManager.default.fileExists(atPath: file.path) else { return }
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        if line == "shipped" {
          isShipped = true
          continue
        }
        let parts = line.dropFirst("parameter ".count).components(separatedBy: " = ")
        try #require(line.hasPrefix("parameter ") && parts.count == 2, "unreadable option: \(line)")
        parameters[parts[0]] = parts[1].components(separatedBy: " | ")
      }
    }
  }
}
