#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system lets this process have, in bytes.
public enum ProcessMemory {
  /// What the program takes before it reads anything: its code, stacks, and the room that the allocator sets aside for
  /// each thread (measured: 260 MiB of address space with two threads).
  static let ofProgram = 256 << 20

  /// The least of the limits on address space and of those of the group that the process is in; `nil` without one.
  public static let limit: Int? = {
    [addressSpace, group("/sys/fs/cgroup/memory.max"), group("/sys/fs/cgroup/memory/memory.limit_in_bytes")]
      .compactMap { $0 }.min()
  }()

  /// What documents may take of `limit`: half of what the program itself leaves, since facts and findings come after them.
  static func share(of limit: Int) -> Int { max(limit / 8, (limit - ofProgram) / 2) }

  /// Has threads share what the allocator sets aside, where address space is short. Call it before there are threads.
  public static func share() {
    #if os(Linux)
      guard let limit = addressSpace, limit < 8 << 30, let name = dlsym(nil, "mallopt") else { return }
      // Safe: this is its type wherever there is one, since 1992.
      let mallopt = unsafeBitCast(name, to: (@convention(c) (Int32, Int32) -> Int32).self)
      // M_ARENA_MAX: an arena takes 64 MiB of address space, whatever it holds.
      _ = mallopt(-8, 2)
    #endif
  }

  private static var addressSpace: Int? {
    var limit = rlimit()
    #if canImport(Glibc)
      guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else { return nil }
    #else
      guard getrlimit(RLIMIT_AS, &limit) == 0 else { return nil }
    #endif
    return limit.rlim_cur > UInt64(Int.max >> 1) ? nil : Int(limit.rlim_cur)
  }

  /// The number in a file of the kernel; `nil` where it says `max`, or a number that stands for that.
  private static func group(_ path: String) -> Int? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var number = 0
    var digits = 0
    while case let byte = fgetc(file), (48...57).contains(byte), digits < 18 {
      number = number * 10 + Int(byte - 48)
      digits += 1
    }
    return digits == 0 || number >= 1 << 50 ? nil : number
  }
}
