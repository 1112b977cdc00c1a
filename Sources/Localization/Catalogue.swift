/// Every phrase of the program in every language but English, which is the key.
///
/// An entry is a line with the key and one line for each language, set off by blank lines:
///
///     {1:file|files} left out of {2}
///     da: {1:fil|filer} udeladt fra {2}
///     nb: {1:fil|filer} utelatt fra {2}
package enum Catalogue {
  /// A phrase and its translations.
  package struct Entry: Sendable {
    package var key: String
    package var translations: [Language: String]
  }

  /// The texts of all rooms, each in a file of its own.
  static let sources = [
    verdictTexts, dispositionTexts, differenceTexts, waiverCommandTexts, evidenceTexts, reportTexts, reportSourceTexts,
    settingsTexts,
    htmlTexts, htmlSummaryTexts, workbookTexts,
    frameworkTexts,
    altinnDataTexts, altinnKindTexts, altinnTexts, dfoTexts, dutyTexts, enhetsregisteretTexts, graviteeTexts,
    kitosKindTexts, kitosTexts, maskinportenTexts, rabbitMQTexts,
    ksLaeringTexts, listTexts, listingTexts, loadingTexts, mappingTexts, integrationTexts, organisationTexts,
    readingTexts, recognitionTexts,
    fileTexts, archiveTexts, formatTexts, spreadsheetTexts, holeTexts, kitosHoleTexts, altinnHoleTexts, proofTexts,
    rightsTexts,
    commandTexts, commandOverviewTexts, commandAboutTexts, commandHelpTexts, commandOptionTexts, commandFileTexts,
    commandInputTexts, commandAnswerTexts, commandUsageTexts, xacmlCommandTexts, policyTexts, obtainTexts,
  ]

  /// Every entry, in the order in which it is written; a key that is written twice is there twice.
  package static let entries: [Entry] = sources.flatMap(read)

  /// The translation of a key; `nil` where there is none, and for English.
  package static func translation(of key: String, in language: Language) -> String? {
    language == .en ? nil : translations[language]?[key]
  }

  // Made once, and only where somebody does not read English.
  private static let translations: [Language: [String: String]] = Dictionary(
    uniqueKeysWithValues: Language.allCases.map { language in
      (
        language,
        Dictionary(entries.compactMap { entry in entry.translations[language].map { (entry.key, $0) } }) { first, _ in
          first
        }
      )
    })

  /// The entries of a text.
  static func read(_ text: String) -> [Entry] {
    var entries: [Entry] = []
    var isNew = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        isNew = true
      } else if isNew {
        entries.append(Entry(key: String(line), translations: [:]))
        isNew = false
      } else if let language = Language(rawValue: String(line.prefix(2))), line.dropFirst(2).hasPrefix(": ") {
        entries[entries.count - 1].translations[language] = String(line.dropFirst(4))
      }
    }
    return entries
  }
}
