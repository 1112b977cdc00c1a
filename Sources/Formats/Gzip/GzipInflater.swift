internal import CZlib

/// Unpacks gzip bytes as they come. Several members one after the other are one text, as the format has it.
final class GzipInflater {
  private let stream: UnsafeMutablePointer<z_stream>
  /// INVARIANT: `input` holds what the stream has not yet consumed.
  private var input: [UInt8]
  private var isWithinMember = false
  private(set) var sawData = false

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    input = []
    // 31: a window of 32 KiB, and a gzip header and trailer, which has the checksum.
    let code = inflateInit2_(stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(code == Z_OK, "zlib has no memory for its window")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Whether bytes begin as gzip does.
  static func sniff(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

  /// Unpacks into `buffer` until it is full or the file ends; returns the number of bytes.
  ///
  /// What was unpacked before a problem is in the buffer, and `failure` says what the problem is.
  func read(
    from file: any ByteReader, into buffer: UnsafeMutableRawBufferPointer, seen: (UnsafeRawBufferPointer) -> Void,
    failure: inout FormatProblem?
  ) -> Int {
    guard let base = buffer.bindMemory(to: UInt8.self).baseAddress else { return 0 }
    var filled = 0
    while filled < buffer.count {
      if stream.pointee.avail_in == 0, !refill(file, seen, &failure) {
        if isWithinMember, failure == nil { failure = Self.truncated }
        return filled
      }
      isWithinMember = true
      let room = min(buffer.count - filled, Int(UInt32.max))
      stream.pointee.next_out = base + filled
      stream.pointee.avail_out = UInt32(room)
      let code = input.withUnsafeMutableBufferPointer { input in
        // Safe: the bytes that are left stand at the end of `input`, which does not change meanwhile.
        stream.pointee.next_in = input.baseAddress! + (input.count - Int(stream.pointee.avail_in))
        return inflate(stream, Z_NO_FLUSH)
      }
      let produced = room - Int(stream.pointee.avail_out)
      filled += produced
      if produced > 0 { sawData = true }
      switch code {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END:
        isWithinMember = false
        inflateReset(stream)
      default:
        failure = Self.damaged
        return filled
      }
    }
    return filled
  }

  private func refill(
    _ file: any ByteReader, _ seen: (UnsafeRawBufferPointer) -> Void, _ failure: inout FormatProblem?
  ) -> Bool {
    var problem: FormatProblem?
    input = [UInt8](unsafeUninitializedCapacity: 1 << 17) { buffer, count in
      do throws(FormatProblem) {
        count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        problem = error
        count = 0
      }
    }
    if let problem { failure = problem }
    input.withUnsafeBytes(seen)
    stream.pointee.avail_in = UInt32(input.count)
    return !input.isEmpty
  }

  static let truncated = FormatProblem(
    code: "gzip-truncated", message: "the gzip file ends early", help: "it was cut off; fetch it again", isFatal: true)
  static let damaged = FormatProblem(
    code: "gzip-damaged", message: "the gzip file is damaged", help: "fetch it again", isFatal: true)
}
