/// The classes that the regular expressions of XML Schema know by a letter or a name (XML Schema part 2, appendix F).
enum CharacterClasses {
  /// `\s`, `\i`, `\c`, `\d`, `\w`; the same in capitals is the rest.
  static func escape(_ letter: Character) -> CodePointSet? {
    switch letter {
    case "s": space
    case "i": initial
    case "c": name
    case "d": properties["Nd"]
    case "w": word
    case "S", "I", "C", "D", "W": escape(Character(letter.lowercased()))?.complement
    default: nil
    }
  }

  /// `\p{Lu}`, `\p{L}` and `\p{IsBasicLatin}`, by what stands between the braces.
  static func property(_ name: String) -> CodePointSet? {
    if name.hasPrefix("Is") { return CharacterBlocks.ranges[String(name.dropFirst(2))].map { CodePointSet($0) } }
    return properties[name]
  }

  /// What `.` matches.
  static let wildcard = CodePointSet("\n\r").complement

  private static let space = CodePointSet(" \t\n\r")

  /// With what a name begins, by the fifth edition of XML.
  private static let initial = CodePointSet([
    0x3A...0x3A, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
    0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF,
    0xFDF0...0xFFFD, 0x10000...0xEFFFF,
  ])
  private static let name = initial.union(
    CodePointSet([0x2D...0x2E, 0x30...0x39, 0xB7...0xB7, 0x300...0x36F, 0x203F...0x2040]))

  /// Everything but punctuation, separators and what is neither: `_` is punctuation, `+` is a symbol.
  private static let word = ["P", "Z", "C"].compactMap { properties[$0] }
    .reduce(CodePointSet.empty) { $0.union($1) }.complement

  /// By general category, of two letters and of one. Made of what the language knows of Unicode, once.
  private static let properties: [String: CodePointSet] = {
    var found: [String: [ClosedRange<UInt32>]] = [:]
    var current = ""
    var start: UInt32 = 0
    func close(_ end: UInt32) {
      guard !current.isEmpty else { return }
      found[current, default: []].append(start...end)
      found[String(current.prefix(1)), default: []].append(start...end)
    }
    for value in UInt32(0)...CodePointSet.highest {
      let category = Unicode.Scalar(value)?.properties.generalCategory.abbreviation ?? ""
      if category == current { continue }
      if value > 0 { close(value - 1) }
      (current, start) = (category, value)
    }
    close(CodePointSet.highest)
    return found.mapValues { CodePointSet($0) }
  }()
}

extension Unicode.GeneralCategory {
  fileprivate var abbreviation: String {
    switch self {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: ""
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}
