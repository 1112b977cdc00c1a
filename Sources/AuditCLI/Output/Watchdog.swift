import Foundation

/// Ends a run that takes longer than it may. Nothing is concluded then: what is unfinished is removed, and the exit code is 2.
enum Watchdog {
  static func start(seconds: Int) {
    let say = ReaderLanguage.say
    let end = ContinuousClock.now + .seconds(seconds)
    Thread.detachNewThread {
      while ContinuousClock.now < end {
        Thread.sleep(until: Date(timeIntervalSinceNow: Double((end - ContinuousClock.now).components.seconds) + 0.05))
      }
      TemporaryFiles.shared.removeAll {
        StandardError.say("tilsyn: " + say("not finished within \(seconds) s (--timeout): nothing is concluded"))
        _exit(2)
      }
    }
  }
}
