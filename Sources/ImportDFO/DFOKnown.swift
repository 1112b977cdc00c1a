import Formats
import ImportCore
import Localization

/// Answers of DFØ that are known and say nothing of who works where.
enum DFOKnown {
  /// Contracts, with salaries and the signed files. What is in them is never read.
  static let contracts = "dfo.contracts"
  static let noRecord = "dfo.no-record"
  static let committees = "dfo.feide-perutvalg"

  private static let contractText: Phrase =
    "contracts of employees, with salaries or signed files; no audit needs them, delete the file"
  private static let noRecordText: Phrase = "an answer of DFØ that there is no such record"
  static let committeeText: Phrase = "members of committees, who have no rights by it"

  /// What each kind is, for people.
  static let kinds = [contracts: contractText, noRecord: noRecordText, committees: committeeText]

  /// What an error of the interface says. It answers so too where somebody is not employed, or nobody holds a position.
  static func recognise(fault: String) -> Recognition {
    let text = fault.uppercased()
    if answers.contains(where: text.hasPrefix) { return .known(kind: noRecord, what: noRecordText) }
    return .unknown(
      """
      an error answer of DFØ was saved instead of an export; make the export again, and look at what the answer says \
      before you save it
      """)
  }

  private static let answers = ["IKKE ANSATT", "UBESATT STILLING"]

  static func recognise(_ sketch: JSONSketch) -> Recognition? {
    let isContract = sketch.objects.contains { object in
      rules.contains { $0.allSatisfy { object[$0] != nil } } || wrappers.contains { object[$0] != nil }
    }
    return isContract ? .known(kind: contracts, what: contractText) : nil
  }

  private static let rules: [Set<String>] = [
    ["kontraktnr", "typeKontrakt"], ["kontraktnr", "filinnhold"], ["kontraktnr", "filtype"],
    ["kontraktnr", "kontraktstype"],
  ]
  private static let wrappers = ["infokontrakt", "infokontrakter", "infokontraktfil", "infokontrakterfiler"]
}
