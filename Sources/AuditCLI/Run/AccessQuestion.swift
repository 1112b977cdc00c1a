/// One of the questions behind `who` and `can`, in the policy language.
struct AccessQuestion {
  /// The exports it is asked of: the first part of its relations' names.
  var system: String
  /// What its answer says, as a heading: `who has such a role`.
  var about: String
  /// Source relations, of each group of which one must have been loaded, or it is not asked; none where any export of the
  /// system will do.
  var needs: [[String]]
  var body: String
  /// It asks what an export says: of whom it says nothing, that is no answer.
  var isOfExports: Bool

  init(_ system: String, _ about: String, needs: [[String]] = [], isOfExports: Bool = false, _ body: String) {
    self.system = system
    self.about = about
    self.needs = needs
    self.body = body
    self.isOfExports = isOfExports
  }

  /// Whether exports say what it asks, where those of some relations were not loaded.
  func canBeAsked(without absent: Set<String>) -> Bool {
    needs.allSatisfy { group in !group.allSatisfy(absent.contains) }
  }

  /// A text as the policy language writes it.
  static func literal(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      default:
        if scalar.value < 0x20 { out += " " } else { out.unicodeScalars.append(scalar) }
      }
    }
    return out + "\""
  }

  /// A pattern, as the policy language writes it, that fits a text, alone or followed by a blank and anything: Altinn names
  /// an instance so, behind its resource.
  static func pattern(wholeOrPartOf text: String) -> String {
    var pattern = ""
    for scalar in text.unicodeScalars {
      let isSign = scalar.isASCII && !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar)
      if isSign { pattern += "\\" }
      pattern.unicodeScalars.append(scalar)
    }
    return literal("^\(pattern)( .*)?$")
  }
}
