#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Sees to it that the files of a run stay within one limit on memory together, whatever the number of threads.
///
/// Files are counted in their order: one is taken where it fits beside those before it, and refused where it does not, so
/// that the same file is refused on every run. Small files are read side by side. A large one waits until all before it
/// are read, as only then it is known what is left; nothing large is read beside it.
// Safe: everything is touched only under the lock.
final class ReadingRoom: @unchecked Sendable {
  /// Bytes that all files may take together.
  let limit: Int
  /// Bytes up to which a file is small.
  var small: Int { limit / 64 }

  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var files: [ReadFile?]
  private var costs: [Int]
  /// The first file that is not read.
  private var next = 0
  /// What the files before it take, and what those behind it do that are read already.
  private var taken: Int
  private var ahead = 0
  private let refusal: @Sendable (Int) -> ReadFile

  /// - Parameters:
  ///   - taken: bytes that are taken before the first file.
  ///   - refusal: what becomes of a file that does not fit.
  init(files: Int, limit: Int, taken: Int, refusal: @escaping @Sendable (Int) -> ReadFile) {
    self.limit = limit
    self.taken = taken
    self.refusal = refusal
    self.files = Array(repeating: nil, count: files)
    costs = Array(repeating: 0, count: files)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  /// Waits until there is room to read a small file ahead of its turn.
  func enter(_ file: Int) { wait { file == self.next || self.ahead <= self.limit / 8 } }

  /// Waits until all files before this one are read; gives the bytes that they take.
  func enterLarge(_ file: Int) -> Int {
    wait { file == self.next }
    return taken
  }

  /// A file was read, and takes so many bytes of its own.
  func leave(_ file: Int, _ read: ReadFile, cost: Int) {
    pthread_mutex_lock(lock)
    files[file] = read
    costs[file] = cost
    ahead += cost
    while next < files.count, files[next] != nil {
      ahead -= costs[next]
      if taken + costs[next] > limit { files[next] = refusal(next) } else { taken += costs[next] }
      next += 1
    }
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(lock)
  }

  /// The files, once all are read.
  func results() -> [ReadFile] { files.map { $0! } }

  private func wait(until isReady: () -> Bool) {
    pthread_mutex_lock(lock)
    while !isReady() { pthread_cond_wait(changed, lock) }
    pthread_mutex_unlock(lock)
  }
}
