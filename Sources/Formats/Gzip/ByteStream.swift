import Budget

/// The bytes of a file from its beginning to its end, unpacked where the file is packed with gzip. In constant memory.
public final class ByteStream {
  private let file: any ByteReader
  private let inflater: GzipInflater?
  private let seen: (UnsafeRawBufferPointer) -> Void
  /// What ended the stream early. Everything before it was handed out.
  public private(set) var failure: FormatProblem?

  /// Whether the file is packed.
  public var isPacked: Bool { inflater != nil }
  /// Bytes of the file, as it lies on disk; of an entry of an archive unpacked.
  var sizeOnDisk: Int { file.sizeWhenOpened }

  /// - Parameter seen: takes every byte of the file as it lies on disk, in order: what a digest is taken of.
  ///   Of an entry of an archive those of the entry.
  public init(
    _ source: some ByteLocation, seen: @escaping (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(FormatProblem) {
    let source = source.byteSource
    file = try source.reader()
    // What is packed within an archive is no text of it.
    let head: [UInt8] = if case .file = source { try file.beginning(4) } else { [] }
    inflater = GzipInflater.sniff(head) ? GzipInflater() : nil
    self.seen = seen
  }

  /// Fills the buffer, or reads to the end or to a ``failure``. Returns the number of bytes.
  public func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard failure == nil else { return 0 }
    if let inflater {
      var problem: FormatProblem?
      let count = inflater.read(from: file, into: buffer, seen: seen, failure: &problem)
      failure = problem
      return count
    }
    do throws(FormatProblem) {
      let count = try file.read(into: buffer)
      failure = file.failure
      seen(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]))
      return count
    } catch {
      failure = error
      return 0
    }
  }

  /// The first bytes as they are, packed or not.
  public static func start(of source: some ByteLocation, count: Int) throws(FormatProblem) -> [UInt8] {
    try source.byteSource.reader().beginning(count)
  }

  /// The first bytes of a file, unpacked; no more than `limit`.
  public static func beginning(of source: some ByteLocation, limit: Int) throws(FormatProblem) -> [UInt8] {
    try opening(of: source, limit: limit).bytes
  }

  /// The same, and whether they are the whole file: then it need not be opened again, which is most of what a small one costs.
  public static func opening(
    of source: some ByteLocation, limit: Int, seen: @escaping (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(FormatProblem) -> (bytes: [UInt8], isWhole: Bool) {
    let stream = try ByteStream(source, seen: seen)
    // A small file takes no more room than it needs. One that grows meanwhile is not whole.
    let room = stream.isPacked ? limit : min(limit, max(stream.sizeOnDisk + 1, FormatLimits.smallestRead))
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      count = stream.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    return (bytes, bytes.count < room && stream.failure == nil)
  }

  /// A whole file, unpacked. One that unpacks to more memory than the account has left, or to more than
  /// ``FormatLimits/packedRatio`` times its size, is refused; `seen` has not had all of it then.
  public static func whole(
    _ source: some ByteLocation, account: inout Account, seen: @escaping (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(FormatProblem) -> [UInt8] {
    let stream = try ByteStream(source, seen: seen)
    if !stream.isPacked { try account.spendMemory(stream.sizeOnDisk) }
    var parts: [[UInt8]] = []
    var count = 0
    // One byte more than a file that is not packed has: the read that fills the rest then also finds the end.
    var room = stream.isPacked ? FormatLimits.partSize : max(stream.sizeOnDisk + 1, FormatLimits.smallestRead)
    while true {
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        filled = stream.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if let failure = stream.failure { throw failure }
      count += part.count
      parts.append(part)
      if part.count < room { break }
      // The parts, and the whole that they are put together to.
      try account.spendMemory(2 * part.count)
      if stream.isPacked { try stream.refuseBomb(count) }
      room = FormatLimits.partSize
    }
    if parts.count == 1 { return parts[0] }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      for part in parts {
        part.withUnsafeBufferPointer {
          (buffer.baseAddress! + filled).initialize(from: $0.baseAddress!, count: $0.count)
        }
        filled += part.count
      }
    }
  }

  /// The same, for a file that is the only one.
  public static func whole(
    _ source: some ByteLocation, limits: RunLimits = .standard,
    seen: @escaping (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(FormatProblem) -> [UInt8] {
    var account = Account(limits)
    return try whole(source, account: &account, seen: seen)
  }

  /// Text that says one thing over and over packs so well that nobody exported it.
  /// - Parameter unpacked: how many bytes there are so far.
  package func refuseBomb(_ unpacked: Int) throws(FormatProblem) {
    guard isPacked, unpacked > FormatLimits.packedHarmless, unpacked / max(1, sizeOnDisk) > FormatLimits.packedRatio
    else {
      return
    }
    throw FormatProblem(
      code: "gzip-bomb", message: "the file unpacks to more than \(FormatLimits.packedRatio) times its size",
      help: "no export does; if this one is right, unpack it", isFatal: true)
  }
}
