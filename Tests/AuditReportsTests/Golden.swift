import Foundation
import Testing

/// Expected outputs, as files beside the tests. With `TILSYN_RECORD=1` they are written instead, to be read in review.
enum Golden {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static func check(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["TILSYN_RECORD"] != nil {
      try Data(text.utf8).write(to: file)
      return
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    guard text != expected else { return }
    let difference = zip(text.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
    Issue.record(
      "\(name) differs, first at: \(difference.map { "`\($0.0)` instead of `\($0.1)`" } ?? "its end")",
      sourceLocation: sourceLocation)
  }
}
