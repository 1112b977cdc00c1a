import Budget

/// Limits of the readers, all in one place. What is past a limit is refused with a problem, never cut off in silence.
public enum FormatLimits {
  /// Containers within each other in a JSON record; the record itself is the first.
  static let jsonDepth = 64
  /// Lists and maps within each other in a YAML file.
  static let yamlDepth = 64
  /// Bytes of a YAML file: settings and registers, not exports.
  public static let yamlSize = 16 * 1024 * 1024
  /// Bytes of a file that is read as it is: one that people write.
  static let rawSize = 64 * 1024 * 1024
  /// Columns of a CSV table.
  static let csvColumns = 4096
  /// Bytes of a cell of a CSV table: longer than what any export holds in one, and short of what its length is kept in.
  package static let csvCell = 16 << 20
  /// Bytes of a CSV text; cells are addressed with 32 bits.
  static let csvSize = Int(UInt32.max) - 1
  /// Parts of a workbook.
  static let workbookParts = 1000
  /// Bytes that all parts of a workbook, and one of them, unpack to.
  static let workbookSize = 256 * 1024 * 1024
  static let workbookPartSize = 128 * 1024 * 1024
  /// How many times its packed size a part over a mebibyte may be.
  static let workbookRatio = 200
  /// Bytes of an archive of files, entries that it holds, bytes that they unpack to, and how many times its packed size an entry
  /// over a mebibyte may be.
  static let archiveFile = 256 << 20
  package static let archiveEntries = 10_000
  static let archiveSize = 1 << 30
  static let archiveRatio = workbookRatio
  /// Rows and columns of a sheet, and bytes of a cell: 32,767 characters of four bytes.
  static let workbookRows = 1_048_576
  package static let workbookColumns = 16_384
  static let workbookCell = 4 * 32_767
  /// Problems that one file reports row by row; more are counted in a last one.
  package static let problemsPerFile = 10_000
  /// How many times its size on disk a packed file may unpack to, past so many bytes. Exports in JSON pack 10 to 40 times,
  /// and text that says one thing over and over a thousand times.
  static let packedRatio = 200
  static let packedHarmless = 16 << 20
  /// Bytes that a file of JSON lines is read by.
  public static let blockSize = 8 * 1024 * 1024
  /// Bytes of one JSON line, and of an element of a list that is read as a stream. Each thread holds one, with the places of
  /// its tokens: where the system gives the process little memory, a line is no longer than a block.
  static let jsonLineLength = max(blockSize, min(64 << 20, (ProcessMemory.limit ?? Int.max) / 128))
  /// Values of one line or element that is read as a stream.
  static let streamedNodes = 1 << 20
  /// Lines that one batch of a JSON lines block covers.
  static let batchLines: UInt32 = 256
  /// Readable bytes behind a block.
  static let padding = 64
  static let smallestRead = 4096
  /// Bytes that a packed file, which does not say how large it is, is unpacked by.
  static let partSize = 1 << 20
}
