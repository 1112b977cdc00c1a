import Budget

extension Workbook {
  /// Reads a workbook. What it unfolds to is counted: elements as nodes, cells with those between the first and the last
  /// of their row, and the bytes of both as memory.
  public static func read(_ bytes: [UInt8], account: inout Account) -> Result<Workbook, FormatProblem> {
    do throws(FormatProblem) {
      let archive = try WorkbookArchive(bytes, account: account)
      defer { account = archive.account }
      return .success(try WorkbookReader(archive).read())
    } catch {
      return .failure(error)
    }
  }

  /// The same, for a workbook that is the only one.
  public static func read(_ bytes: [UInt8], limits: RunLimits = .standard) -> Result<Workbook, FormatProblem> {
    var account = Account(limits)
    return read(bytes, account: &account)
  }
}
