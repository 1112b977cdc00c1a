import Foundation
import Synchronization

/// Unfinished outputs, to be removed when the run is interrupted.
final class TemporaryFiles: Sendable {
  private let paths = Mutex<Set<String>>([])

  func add(_ path: String) { paths.withLock { _ = $0.insert(path) } }
  func remove(_ path: String) { paths.withLock { _ = $0.remove(path) } }
  func unlinkAll() { paths.withLock { for path in $0 { unlink(path) } } }
}
