import Budget

/// A table of delimited text: a header and rows of as many cells.
///
/// A row whose cells are all blank is no row. One that cannot be used (too few or too many cells, text after a closing quote, a NUL byte, bytes that are not
/// text) is a problem with its line and is not among the rows. A quote that never closes is a fatal problem; the rows
/// before it are kept.
public struct CSVTable: Sendable {
  /// How to read a table.
  public struct Options: Sendable {
    /// The byte between cells; nil to find out which of comma, semicolon and tab it is.
    public var delimiter: UInt8?
    /// False when the first row is data.
    public var hasHeader: Bool
    /// True to read the names of the columns and nothing else: what the table is.
    public var hasHeaderOnly = false

    /// Nothing but the names of the columns.
    public static let headerOnly = {
      var options = Options()
      options.hasHeaderOnly = true
      return options
    }()

    /// - Parameter delimiter: told from the first lines when absent.
    public init(delimiter: UInt8? = nil, hasHeader: Bool = true) {
      self.delimiter = delimiter
      self.hasHeader = hasHeader
    }
  }

  /// The names of the columns, without white space around them. Distinct, but for empty ones.
  public internal(set) var header: [String] = []
  /// The line of the header, from 1; 0 when there is none.
  public internal(set) var headerLine = 0
  /// The rows that can be used.
  public internal(set) var rows = CSVRows()
  /// What is wrong with the file, in the order of the lines.
  public internal(set) var problems: [FormatProblem] = []
  /// The byte between cells that was given or found.
  public internal(set) var delimiter = UInt8(ascii: ",")
  /// Rows that were refused. `problems` stops at `FormatLimits.problemsPerFile`; this does not.
  public internal(set) var refusedRows = 0
  /// True when the last row has blank cells only. It is no row, and is not among `rows`.
  public internal(set) var endsInBlankRow = false
  /// True when the last line has no line end, as in a file that was cut off.
  public internal(set) var endsWithoutLineEnd = false

  /// Reads a table from UTF-8 text; `TextDecoding` makes that of the bytes of a file. Linear. A table that is too large for
  /// the account has a header, no rows, and a problem that says so.
  public static func read(_ utf8: [UInt8], options: Options = Options(), account: inout Account) -> CSVTable {
    CSVReader.read(utf8, options: options, account: &account)
  }

  /// The same, for a table that is the only one.
  public static func read(
    _ utf8: [UInt8], options: Options = Options(), limits: RunLimits = .standard
  ) -> CSVTable {
    var account = Account(limits)
    return read(utf8, options: options, account: &account)
  }

  /// The place of a column by its exact name, or nil.
  public func column(_ name: String) -> Int? { header.firstIndex(of: name) }
}
