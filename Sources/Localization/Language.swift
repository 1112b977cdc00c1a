/// A language in which the program speaks to people. What programs read is the same in all of them.
package enum Language: String, CaseIterable, Sendable {
  /// English, in which every text is written in the source.
  case en
  /// Danish.
  case da
  /// Norwegian, bokmål.
  case nb

  /// The language that a tag names, as `da` or `nb-NO` or `da_DK.UTF-8`; `nil` where no text is translated into it.
  ///
  /// `no` and `nn` get bokmål, which is nearer to them than English.
  package init?(tag: String) {
    let word = tag.lowercased().prefix { $0.isLetter }
    switch word {
    case "no", "nn": self = .nb
    default: self.init(rawValue: String(word))
    }
  }
}
