import ArgumentParser
import Localization

extension String {
  /// A text in the language of the reader.
  init(said phrase: Phrase) { self = ReaderLanguage.say(phrase) }

  /// What a command says of itself below its first sentence.
  init(parts: HelpPart...) { self = parts.map(\.text).joined(separator: "\n\n") }
}

extension ArgumentHelp {
  /// What an argument does, in the language of the reader.
  init(said abstract: Phrase, valueName: String? = nil) { self.init(String(said: abstract), valueName: valueName) }
}

/// A part of what a command says of itself, in the language of the reader. A paragraph is one line: the screen breaks it.
struct HelpPart {
  fileprivate let text: String

  /// A paragraph; each phrase begins a line.
  static func said(_ phrases: Phrase...) -> HelpPart {
    HelpPart(text: phrases.map { String(said: $0) }.joined(separator: "\n"))
  }

  /// Lines to type, under one that leads to them. What each does stands beside it, or below where that is too wide.
  static func examples(said lead: Phrase? = nil, _ examples: HelpExample...) -> HelpPart {
    let explained = examples.filter { !$0.does.isEmpty }
    let column = (explained.map(\.line.count).max() ?? 0) + 4
    let isBeside = explained.allSatisfy { 2 + column + $0.does.count <= narrowest }
    let lines = examples.flatMap { example in
      let line = "  \(example.line)"
      guard !example.does.isEmpty else { return [line] }
      let gap = String(repeating: " ", count: column - example.line.count)
      return isBeside ? [line + gap + example.does] : [line, "      \(example.does)"]
    }
    return HelpPart(text: ([lead.map { String(said: $0) }].compactMap { $0 } + lines).joined(separator: "\n"))
  }

  /// Columns of a screen on which help is still easy to read.
  private static let narrowest = 80
}

/// A line to type, the same in every language, and what it does.
struct HelpExample: ExpressibleByStringLiteral {
  fileprivate let line: String
  fileprivate let does: String

  init(_ line: String, does: Phrase) { (self.line, self.does) = (line, String(said: does)) }

  init(stringLiteral line: String) { (self.line, does) = (line, "") }
}
