#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One value outside the columns: what importers hand in and what reports print.
public enum Value: Hashable, Sendable {
  /// Text, a normal form or an entity's identity, already in its normal form.
  case text(String)
  case int(Int64)
  case bool(Bool)
  case date(CalendarDate)
  /// Whole seconds since 1970-01-01T00:00:00Z.
  case time(Int64)

  /// As codes are equal: texts are where all their bytes are, and not where Unicode calls them canonically equivalent. Who is
  /// meant by an identifier that only looks like another has none of the other's rights.
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.text(let left), .text(let right)): left.hasBytes(of: right)
    case (.int(let left), .int(let right)), (.time(let left), .time(let right)): left == right
    case (.bool(let left), .bool(let right)): left == right
    case (.date(let left), .date(let right)): left == right
    default: false
    }
  }

  /// Agrees with equality.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .text(var text):
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      // No text has this byte: a text that follows begins behind it.
      hasher.combine(0xFF as UInt8)
    case .int(let number), .time(let number): hasher.combine(number)
    case .bool(let flag): hasher.combine(flag)
    case .date(let date): hasher.combine(date)
    }
  }
}

/// The 32-bit code of a value in a column; equal values of one type have equal codes.
public enum ValueCode {
  /// `*`: any value. Occurs in holes and in what is derived from them, never among facts.
  public static let any = UInt32.max

  static let wideMark: UInt32 = 0x8000_0000
  static let dateBias: Int32 = 1_000_000
}

extension SymbolTable {
  /// The code of a value. A wrong pairing of value and type is a bug of the caller and traps in ``decode(_:as:)``.
  public func encode(_ value: Value) -> UInt32 {
    switch value {
    case .text(let text): intern(text).raw
    case .int(let number), .time(let number): encode(number)
    case .bool(let flag): flag ? 1 : 0
    case .date(let date): UInt32(bitPattern: date.days + ValueCode.dateBias)
    }
  }

  /// Whether the code of an integer is the integer itself.
  @inlinable public static func isInline(_ number: Int64) -> Bool { number >= 0 && number < 0x8000_0000 }

  /// The code of an integer: itself when small, else an index into the table of wide integers.
  public func encode(_ number: Int64) -> UInt32 {
    if Self.isInline(number) { return UInt32(number) }
    return ValueCode.wideMark | internWide(number)
  }

  /// The integer behind a code of type `int` or `time`.
  public func integer(_ code: UInt32) -> Int64 {
    code < ValueCode.wideMark ? Int64(code) : wide(code & ~ValueCode.wideMark)
  }

  /// The date behind a code of type `date`.
  public static func date(_ code: UInt32) -> CalendarDate {
    CalendarDate(days: Int32(bitPattern: code) - ValueCode.dateBias)
  }

  /// The value behind a code, which must not be `*`.
  public func decode(_ code: UInt32, as type: ValueType) -> Value {
    precondition(code != ValueCode.any, "`*` has no value")
    return switch type {
    case .text, .normal, .entity: .text(text(SymbolID(raw: code)))
    case .int: .int(integer(code))
    case .bool: .bool(code != 0)
    case .date: .date(Self.date(code))
    case .time: .time(integer(code))
    }
  }
}

extension String {
  /// Whether two texts have the same bytes, and not only the same look. Linear, and as fast as memory is compared.
  package func hasBytes(of other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let isSame = utf8.withContiguousStorageIfAvailable { own in
      other.utf8.withContiguousStorageIfAvailable { others in
        own.isEmpty || memcmp(own.baseAddress!, others.baseAddress!, own.count) == 0
      }
    }
    if case .some(.some(let isSame)) = isSame { return isSame }
    return utf8.elementsEqual(other.utf8)
  }
}
