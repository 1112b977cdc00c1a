import CLibXLSXWriter
import FactStore
import Formats

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A workbook of Office Open XML, written by libxlsxwriter. The same calls give the same bytes.
///
/// Rows go to temporary files that have no name and that only this user can read (in `TMPDIR`, else /tmp), and the workbook to
/// memory, packed; so neither grows with what it unpacks to. The library does not say whether a temporary file had room for all,
/// therefore ``finish(into:)`` looks at what came out.
final class WorkbookWriter {
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private let looks: WorkbookLooks
  private let descriptor: Int32
  private let prepare: (String) -> String
  private var sheets: [WorkbookSheet] = []

  /// - Parameters:
  ///   - day: what the workbook says when it was made: nothing depends on the time.
  ///   - mask: replaces in each text what no report may show.
  ///   - mark: what ends a text that is longer than a cell.
  init(
    title: String, day: CalendarDate, masking mask: ((String) -> String)?, cutMark mark: String
  ) throws(ReportFailure) {
    descriptor = clibxlsxwriter_memory_file()
    guard descriptor >= 0 else { throw Self.noRoom }
    // Both texts are copied.
    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let made = workbook_new_opt("/proc/self/fd/\(descriptor)", &options) else {
      close(descriptor)
      throw Self.noRoom
    }
    workbook = made
    looks = WorkbookLooks(made)
    prepare = { WorkbookText.cell(mask?($0) ?? $0, mark: mark) }
    Self.describe(made, title: title, day: day)
  }

  deinit {
    if let workbook { lxw_workbook_free(workbook) }
    close(descriptor)
  }

  /// Noon, because the library takes 0 for now.
  private static func describe(_ workbook: UnsafeMutablePointer<lxw_workbook>, title: String, day: CalendarDate) {
    title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = Int(day.days) * 86_400 + 43_200
      _ = workbook_set_properties(workbook, &properties)
    }
  }

  /// Begins a sheet; all before it are complete.
  func sheet(_ name: String) throws(ReportFailure) -> WorkbookSheet {
    guard let workbook, let handle = workbook_add_worksheet(workbook, name) else { throw Self.noRoom }
    let sheet = WorkbookSheet(handle, looks: looks, prepare: prepare)
    sheets.append(sheet)
    return sheet
  }

  /// Packs the workbook, and hands it on when it is whole.
  func finish(into sink: inout ReportSink) throws(ReportFailure) {
    var lengths: [String: Int] = [:]
    for (index, sheet) in sheets.enumerated() {
      guard sheet.failure == LXW_NO_ERROR, let length = Self.rowBytes(sheet) else { throw Self.noRoom }
      lengths["xl/worksheets/sheet\(index + 1).xml"] = length
    }
    // It releases the workbook, also where it fails.
    guard let workbook else { throw Self.noRoom }
    self.workbook = nil
    guard workbook_close(workbook) == LXW_NO_ERROR else { throw Self.noRoom }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size > 0, let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else {
      throw Self.noRoom
    }
    defer { munmap(memory, size) }
    // Safe: nobody else has the file, and it is not written to any more.
    let bytes = UnsafeRawBufferPointer(start: memory, count: size)
    guard WrittenWorkbook.isWhole(bytes, rows: lengths) else { throw Self.noRoom }
    for start in stride(from: 0, to: size, by: ReportSink.blockSize) {
      if sink.hasFailed { return }
      sink.write(Array(bytes[start..<min(start + ReportSink.blockSize, size)])[...])
    }
  }

  /// How many bytes the rows of a sheet take, the last one too; `nil` where they could not be written.
  private static func rowBytes(_ sheet: WorkbookSheet) -> Int? {
    lxw_worksheet_write_single_row(sheet.handle)
    guard let rows = sheet.handle.pointee.optimize_tmpfile, fflush(rows) == 0, ferror(rows) == 0 else { return nil }
    let length = ftell(rows)
    return length > 0 ? length : nil
  }

  private static let noRoom = ReportFailure(
    reason: "its parts could not be written to temporary files",
    help: "is there room in the folder for temporary files? TMPDIR names another")
}
