import CPlanted

/// Faults, planted: the first byte says which. A run of them that reports nothing has no sanitizer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  var found: CInt = 0
  switch bytes.first {
  case UInt8(ascii: "r"): found = planted_read_past_the_end(count)
  case UInt8(ascii: "f"): found = planted_use_after_free(count)
  case UInt8(ascii: "s"): found = planted_shift(CInt(count))
  case UInt8(ascii: "o"): found = planted_overflow(CInt(count))
  case UInt8(ascii: "l"): planted_leak(count)
  case UInt8(ascii: "w"):
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: 8)
    room.initialize(repeating: 0, count: 8)
    room.deallocate()
    found = CInt(room[count])
  default: break
  }
  // The answer is used, so that nothing is left out as unused.
  if found == 123 { print(found) }
  return 0
}
