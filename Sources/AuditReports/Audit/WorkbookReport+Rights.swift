import Audit
import Localization

/// The sheet of privileged rights, whether anything is wrong with them or not.
extension WorkbookReport {
  func writeRights(to sheet: WorkbookSheet) {
    begin(sheet, WorkbookWords.rights)
    let rights = result.rights.rights
    let shown = rights.count <= rowLimit - 1 ? rights.count : rowLimit - 2
    for right in rights.prefix(shown) {
      sheet.row([
        .text(right.system), .text(right.holder), .text(right.name), .text(right.right), .text(right.place),
        .text(right.placeName), .text(say(right.isCertain ? WorkbookWords.yes : WorkbookWords.no)),
        .text(right.places.joined(separator: ", ")),
      ])
    }
    sheet.filter(columns: WorkbookWords.rights.count)
    if shown < rights.count { sheet.row([.text(say(WorkbookWords.more(rights.count - shown)))]) }
  }
}
