/// A catalogue of controls, such as a standard or a law, and which policies bear on each of them.
package struct Framework: Sendable {
  /// `iso27001-2022`
  package var id: String
  package var title: Texts
  package var publisher: String
  package var edition: String
  /// Where it is published.
  package var source: String
  /// Policies name its controls by this, `/` and the id of the control; `nil` where none does.
  package var prefix: String?
  /// In the order of the file; ids are distinct.
  package var controls: [Control]

  package init(
    id: String, title: Texts, publisher: String, edition: String, source: String, prefix: String?,
    controls: [Control]
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.edition = edition
    self.source = source
    self.prefix = prefix
    self.controls = controls
  }

  package struct Control: Sendable {
    /// `A.5.18`
    package var id: String
    package var title: Texts
    /// Controls of whatever framework: the policies that name one of them bear on this one too.
    package var through: [Reference]
    /// Policies by id, or by the beginning of their ids and `*`.
    package var policies: [Reference]

    package init(id: String, title: Texts, through: [Reference] = [], policies: [Reference] = []) {
      self.id = id
      self.title = title
      self.through = through
      self.policies = policies
    }
  }

  /// What a file names, and the line that does.
  package struct Reference: Sendable {
    package var text: String
    package var line: Int
    package init(_ text: String, line: Int) {
      self.text = text
      self.line = line
    }
  }

  /// A text in one language or several.
  package struct Texts: Sendable {
    private let texts: [String: String]

    /// - Parameter texts: by `en`, `da` and `nb`; one of them at least.
    package init(_ texts: [String: String]) { self.texts = texts }

    package var languages: Set<String> { Set(texts.keys) }

    /// In the language where it is in it, else in English, else in the first that it is in.
    package func text(in language: String) -> String {
      texts[language] ?? texts["en"] ?? texts.min { $0.key < $1.key }?.value ?? ""
    }
  }

  /// The name by which policies name a control of it; `nil` where they do not.
  package func name(of control: Control) -> String? { prefix.map { "\($0)/\(control.id)" } }
}
