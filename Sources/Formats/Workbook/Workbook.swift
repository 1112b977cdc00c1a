/// A workbook of Office Open XML (`.xlsx`), read as text.
///
/// Cells are what a person sees, as far as a rule can depend on it: texts and numbers as written, days as `yyyy-MM-dd`,
/// truth values as `TRUE` and `FALSE`. The result of a formula is never taken for data: the cell reads as the formula,
/// with `=` in front. A cell whose content cannot be told is never taken for empty; see ``Unread``. Macros, links to
/// other workbooks, encryption and everything that makes an archive a trap are refused. Memory is that of the largest
/// part twice; time is linear in the workbook, and in the rows that its merges cover.
public struct Workbook: Sendable {
  package var sheets: [Sheet]

  /// A sheet of a workbook.
  public struct Sheet: Sendable {
    /// The name on its tab.
    public var name: String
    package var isHidden: Bool
    /// Rows with cells, in order.
    public var rows: [Row]
    /// How many cells hold formulas.
    public var formulas: Int
    /// How many rows with cells nobody sees: hidden, or filtered away. They are among `rows`.
    public var hiddenRows = 0
    /// How many columns nobody sees.
    public var hiddenColumns = 0
  }

  /// A row of a sheet.
  public struct Row: Sendable {
    /// As the workbook numbers it, from 1.
    public var number: Int
    /// By column, from 0; cells that are not there are empty.
    public var cells: [String]
    /// Cells that look empty or read as something, and of which it cannot be told what they hold.
    public var unread: [Unread] = []
  }

  /// Columns of a row whose content is not in its cells.
  public struct Unread: Sendable, Equatable {
    /// Why a cell's content is not known.
    public enum Reason: Sendable {
      /// They are merged with cells that hold something: only the first of those stores it.
      case merged
      /// The cell holds something in a form that is not read.
      case form
    }

    /// From 0.
    public var columns: ClosedRange<Int>
    package var reason: Reason
  }

  /// Whether a file begins like a ZIP archive, which is what a workbook is.
  public static func sniff(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// `0` is `A`, `26` is `AA`.
  public static func letters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
