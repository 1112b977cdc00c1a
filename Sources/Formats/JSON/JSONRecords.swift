import Budget

/// A JSON document as records.
///
/// The elements of a top-level array, the lines of JSON lines, or one single object. Each record is parsed on its own:
/// one that is refused costs only itself. A file that ends early yields its whole records and then a fatal problem.
public struct JSONRecords: Sendable {
  /// How the records stand in the file.
  public enum Shape: Sendable, Hashable {
    /// The elements of an array.
    case array
    /// One record a line. A file with a single line is an `object`.
    case lines
    /// One object.
    case object
    /// One value that is neither an object nor an array.
    case scalar
    /// The file is empty or is not JSON; there are no records.
    case none
  }

  /// One record, or why it was refused.
  public struct Record: Sendable {
    /// The place among the records of the file, from 0; refused ones count.
    public var index: Int
    /// The line that the record starts on, from 1.
    public var line: Int
    /// Where the record stands in the bytes that were read.
    public var range: Range<Int>
    /// The record, or why it is none.
    public var node: Result<JSONNode, FormatProblem>
  }

  package internal(set) var shape: Shape = .none
  /// The records in the order of the file.
  public internal(set) var records: [Record] = []
  /// Problems of the whole file: empty, not JSON, cut off, or with more text behind its end.
  public internal(set) var problems: [FormatProblem] = []

  /// Splits and parses a UTF-8 text, with or without a byte-order mark; another encoding goes through `TextDecoding`
  /// first. Linear. A text that is too large for the account has no records, and a problem that says so.
  public static func read(_ bytes: [UInt8], account: inout Account) -> JSONRecords {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = JSONRecordReader(bytes, account: account)
      reader.read()
      account = reader.account
      return reader.result
    }
  }

  /// The same, for a text that is the only one.
  public static func read(_ bytes: [UInt8], limits: RunLimits = .standard) -> JSONRecords {
    var account = Account(limits)
    return read(bytes, account: &account)
  }

  /// Hands each record to `visit` and keeps none, so that memory is that of the largest one. The result has the shape and
  /// the problems.
  public static func scan(_ bytes: [UInt8], account: inout Account, visit: (Record) -> Void) -> JSONRecords {
    bytes.withUnsafeBufferPointer { bytes in
      withoutActuallyEscaping(visit) { visit in
        var reader = JSONRecordReader(bytes, account: account, visit: visit)
        reader.read()
        account = reader.account
        return reader.result
      }
    }
  }
}
