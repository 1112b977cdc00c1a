import FactStore
import ImportCore
import Localization

extension Survey {
  /// Leaves open whether the users of an organisation are listed, where the list of them is empty. Where another document
  /// lists them, the empty one says nothing.
  func noteEmptyList(
    of organisation: String?, _ text: Phrase, to writer: FactWriter, _ report: inout SourceReport
  ) {
    if kitos.users.hasList(organisation: organisation) { return report.notes.append(text) }
    writer.addHole(
      "kitos.user_list", organisation.map { ["organisation": .text($0)] } ?? [:], reason: .page, text: text,
      at: Place(line: 1))
  }
}
