import Formats
import Synchronization

/// How far loading has come.
public struct LoadProgress: Sendable {
  package var filesDone: Int
  package var filesTotal: Int
  package var bytesDone: Int
  package var bytesTotal: Int
}

/// Counts what has been read, for the one who waits.
final class ProgressMeter: Sendable {
  private let sizes: [Int]
  private let report: (@Sendable (LoadProgress) -> Void)?
  private let state: Mutex<LoadProgress>

  init(_ files: [FoundFile], report: (@Sendable (LoadProgress) -> Void)?) {
    self.report = report
    // Sizes are only asked for when somebody watches.
    sizes =
      report == nil
      ? []
      : files.map { file in
        guard file.role == .source else { return 0 }
        return file.bytes.size
      }
    state = Mutex(
      LoadProgress(filesDone: 0, filesTotal: files.count, bytesDone: 0, bytesTotal: sizes.reduce(0, +)))
  }

  /// A file was read to its end.
  func finish(_ file: Int) {
    guard let report else { return }
    // Called under the lock, so that what is shown never runs backwards.
    state.withLock { progress in
      progress.filesDone += 1
      progress.bytesDone += sizes[file]
      report(progress)
    }
  }
}
