import Foundation
import Testing

@testable import Localization

@Suite("Every phrase is in the catalogue, in every language")
struct CatalogueTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources").path

  @Test("What the sources say has an entry, and what has an entry is said")
  func isWhole() throws {
    let written = try WrittenPhrases(under: Self.sources).keys
    let known = Set(Catalogue.entries.map(\.key))
    #expect(written.count > 100)
    let missing = written.filter { !known.contains($0.key) }.map { "\($0.value): \($0.key)" }.sorted()
    #expect(missing.isEmpty, "not in the catalogue:\n\(missing.joined(separator: "\n"))")
    let dead = known.subtracting(written.keys).sorted()
    #expect(dead.isEmpty, "said nowhere:\n\(dead.joined(separator: "\n"))")
  }

  @Test("An entry stands once and has every language")
  func isTranslated() {
    var seen: Set<String> = []
    for entry in Catalogue.entries {
      #expect(seen.insert(entry.key).inserted, "twice: \(entry.key)")
      for language in Language.allCases where language != .en {
        #expect(entry.translations[language]?.isEmpty == false, "no \(language.rawValue) of: \(entry.key)")
      }
    }
  }

  @Test("A translation has the places of its key, each once")
  func hasPlaces() {
    for entry in Catalogue.entries {
      for (language, text) in entry.translations {
        #expect(Self.places(text) == Self.places(entry.key), "\(language.rawValue) of: \(entry.key)")
      }
    }
  }

  /// The numbers of the places, in order of size.
  private static func places(_ text: String) -> [Int] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
      .compactMap { Int($0.prefix { $0.isNumber }) }.sorted()
  }

  // Words that are the same in all three languages.
  private static let shared: Set = ["info", "Status", "SHA-256"]

  @Test("No entry is left in English")
  func isNotEnglish() {
    for entry in Catalogue.entries where !Self.shared.contains(entry.key) {
      for (language, text) in entry.translations {
        #expect(text != entry.key, "\(language.rawValue) of: \(entry.key)")
      }
    }
  }
}
