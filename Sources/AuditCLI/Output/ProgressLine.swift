import AuditReports
import Foundation
import ImportCore
import Importers
import Localization
import Synchronization

/// One line on standard error that says how far a long run has come. Silent for the first second.
final class ProgressLine: Sendable {
  private static let delay = Duration.seconds(1)
  private static let interval = Duration.milliseconds(200)

  private struct State {
    var shownAt: ContinuousClock.Instant?
  }
  private let start = ContinuousClock.now
  private let state = Mutex(State())
  private let say: Wording

  /// - Parameter say: the words of the run.
  init(_ say: Wording) { self.say = say }

  /// Shows how far reading has come.
  func show(_ progress: LoadProgress) { show(say(Self.text(progress, after: ContinuousClock.now - start))) }

  /// Shows a text, unless one was shown just now.
  func show(_ text: @autoclosure () -> String) {
    let now = ContinuousClock.now
    guard now - start >= Self.delay else { return }
    state.withLock { state in
      if let shownAt = state.shownAt, now - shownAt < Self.interval { return }
      state.shownAt = now
      StandardError.write("\r\u{1B}[K" + InertText.line(text()))
    }
  }

  /// Takes the line away, so that it never stays in a log.
  func clear() {
    state.withLock { if $0.shownAt != nil { StandardError.write("\r\u{1B}[K") } }
  }

  static func text(_ progress: LoadProgress, after elapsed: Duration) -> Phrase {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    func megabytes(_ bytes: Double) -> String { String(Int((bytes / 1e6).rounded())) }
    let rate = Double(progress.bytesDone) / max(seconds, 0.001)
    let (done, total) = (megabytes(Double(progress.bytesDone)), megabytes(Double(progress.bytesTotal)))
    let read: Phrase =
      "reading \(progress.filesDone) of \(progress.filesTotal) files, \(done) of \(total) MB"
    guard rate > 0 else { return read }
    let left = Double(progress.bytesTotal - progress.bytesDone) / rate
    return "\(read), \(megabytes(rate)) MB/s, \(Int(left.rounded(.up))) s left"
  }
}
