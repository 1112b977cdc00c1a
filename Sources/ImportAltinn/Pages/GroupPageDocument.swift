import FactStore
import Formats
import ImportCore
import Localization

/// A page of Altinn's documentation of access groups.
struct GroupPageDocument: SourceDocument {
  static let kind = "altinn.group-page"

  let page: GroupPage
  let file: FileID

  var records: Int { page.groups.count }
  var problemCount: Int { 0 }
  var damageOfWhole: Phrase? { nil }

  func inform(_ survey: inout Survey, file: FileID) {
    survey.altinn.pages.note(page.title, digest: survey.digests[file] ?? "")
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    for schema in GroupPageSchemas.all { writer.cover(schema.name, grade: .assumed) }
    report.grade = .assumed
    report.records += records
    report.used += records
    let title = survey.altinn.pages.name(page.title, digest: survey.digests[file] ?? "")
    /// A page and a name: names repeat from page to page.
    func name(_ group: String) -> String { "\(title): \(GroupPage.clean(group))" }
    for group in page.groups { write(group, of: title, name, to: writer) }
    if let line = page.undecided {
      writer.add("altinn.page_undecided", ["page": .text(title), "role": .text("FFØR")], at: Place(line: line))
    }
    for quirk in page.quirks {
      writer.add(
        "altinn.page_quirk",
        ["group": .text(name(quirk.group)), "quirk": .text(quirk.what), "detail": .text(quirk.detail)],
        at: Place(line: quirk.line))
    }
    if !page.quirks.isEmpty { report.notes.append("\(page.quirks.count) oddities, see `altinn.group-page-quality`") }
  }

  private func write(
    _ group: GroupPage.Group, of title: String, _ name: (String) -> String, to writer: FactWriter
  ) {
    let place = Place(line: group.line)
    let own = FactWriter.Cell.text(name(group.name))
    func answer(_ answer: GroupPage.Answer?, _ column: String) -> FactWriter.Cell {
      guard let answer else { return .unknown("the page does not say it of this group", .columnAbsent) }
      return answer == .unclear ? .unknown("what the page says is neither yes nor no") : .text(answer.rawValue)
    }
    writer.add(
      "altinn.page_group",
      [
        "group": own, "page": .text(title), "name": .text(group.name),
        "level": group.level.map { .value(.int(Int64($0))) }
          ?? .unknown("the page has no tree with this name", .columnAbsent),
        "parent": group.isInTree
          ? group.parent.map { .text(name($0)) } ?? .none
          : .unknown("the page has no tree with this name", .columnAbsent),
        "delegable": answer(group.delegable, "delegable"), "attachable": answer(group.attachable, "attachable"),
      ], at: place)
    if let package = group.package {
      writer.add("altinn.page_package", ["group": own, "package": .text(package), "code": .text(package)], at: place)
    }
    guard let roles = group.roles else {
      return writer.addHole(
        "altinn.page_role", ["group": .text(name(group.name))], reason: .columnAbsent,
        text: "the page does not say which roles hold this group", at: place)
    }
    for role in roles {
      writer.add(
        "altinn.page_role", ["group": own, "role": .text(role.code), "assumed": .value(.bool(role.isAssumed))],
        at: place
      )
    }
  }
}

/// A page that could not be read.
extension GroupPageDocument {
  static func damaged(_ input: DocumentInput) -> DamagedDocument {
    DamagedDocument(input, relations: GroupPageSchemas.all.map(\.name))
  }
}
