/// A text of the program with its arguments, in no language yet.
///
/// Written as an interpolated English text, `"\(count, "file", "files") left out of \(name)"`, it keeps the text with places for
/// its arguments as the key under which the catalogue has the other languages: `{1:file|files} left out of {2}`. Whole
/// sentences are phrases, never parts of them that another language would put in another order.
package struct Phrase: ExpressibleByStringInterpolation, Hashable, Sendable {
  /// The English text with a place for each argument.
  package let key: String
  let arguments: [Argument]

  enum Argument: Hashable, Sendable {
    /// As it is: a name, a path, a value, or a text that is worded already.
    case text(String)
    case number(Int)
    case phrase(Phrase)
  }

  package init(stringLiteral key: String) {
    self.key = key
    arguments = []
  }

  /// The same without what `mask` takes out of the texts among its arguments, at any depth. Linear in them.
  package func masked(_ mask: (String) -> String) -> Phrase {
    arguments.isEmpty
      ? self
      : Phrase(
        key: key,
        arguments: arguments.map { argument in
          switch argument {
          case .text(let text): .text(mask(text))
          case .number: argument
          case .phrase(let phrase): .phrase(phrase.masked(mask))
          }
        })
  }

  package var isEmpty: Bool { key.isEmpty }

  /// The text in English.
  package var english: String { Wording(.en)(self) }

  private init(key: String, arguments: [Argument]) {
    self.key = key
    self.arguments = arguments
  }

  package init(stringInterpolation: StringInterpolation) {
    key = stringInterpolation.key
    arguments = stringInterpolation.arguments
  }

  /// Collects literals and arguments.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var key = ""
    fileprivate var arguments: [Argument] = []

    package init(literalCapacity: Int, interpolationCount: Int) { key.reserveCapacity(literalCapacity + 8) }

    package mutating func appendLiteral(_ literal: String) { key += literal }

    /// A name or another text, as it is in every language.
    package mutating func appendInterpolation(_ text: String) { place(.text(text)) }

    /// A number, grouped as the language does.
    package mutating func appendInterpolation(_ number: Int) { place(.number(number)) }

    /// A number and the word for so many.
    package mutating func appendInterpolation(_ number: Int, _ one: String, _ many: String) {
      place(.number(number), ":\(one)|\(many)")
    }

    /// A word for so many, without the number.
    package mutating func appendInterpolation(plural number: Int, _ one: String, _ many: String) {
      place(.number(number), "?\(one)|\(many)")
    }

    /// A phrase within a phrase.
    package mutating func appendInterpolation(_ phrase: Phrase) { place(.phrase(phrase)) }

    private mutating func place(_ argument: Argument, _ forms: String = "") {
      arguments.append(argument)
      key += "{\(arguments.count)\(forms)}"
    }
  }
}

extension Phrase: CustomStringConvertible {
  package var description: String { english }
}
