import Importers
import Testing

@testable import ImportCore
@testable import Localization

// What tests ask of a phrase they ask of its English.
extension Phrase {
  func contains(_ text: String) -> Bool { english.contains(text) }
  func hasPrefix(_ text: String) -> Bool { english.hasPrefix(text) }
  func lowercased() -> String { english.lowercased() }

  /// The keys of the phrase and of those within it that say something and are in no catalogue.
  var untranslated: [String] {
    let inner = arguments.flatMap { argument -> [String] in
      if case .phrase(let phrase) = argument { phrase.untranslated } else { [] }
    }
    let isSaid = key.contains { $0.isLetter } && Catalogue.translation(of: key, in: .da) == nil
    return inner + (isSaid ? [key] : [])
  }
}

extension Sequence where Element == Phrase {
  func joined(separator: String = "") -> String { map { $0.english }.joined(separator: separator) }
}

extension LoadedSources {
  /// Sees that whatever was told of the files can be said in every language.
  func checkTranslations() {
    let told = files.flatMap { $0.problems.map { $0.message } + $0.notes + $0.limits } + incompleteReasons + warnings
    let missing = Set(told.flatMap { $0.untranslated }).sorted()
    #expect(missing.isEmpty, "not in the catalogue:\n\(missing.joined(separator: "\n"))")
  }
}
