import Foundation

/// What signals do: an ending one removes what is unfinished and ends the program with 128 and its number.
///
/// The signals are blocked in every thread, and one thread waits for them. So it may take locks, which a handler may not, and
/// a file is either not there yet, or registered, or has its name: no signal comes in between.
enum Interruption {
  /// Signals that end a program, as far as a program can answer them.
  static let ending = [
    SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU, SIGALRM, SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2,
  ]

  /// Whether a reader that goes away ends the program, as it does unless whoever started it had SIGPIPE ignored.
  static let endsWithReader = !isIgnored(SIGPIPE)

  /// Begins to watch. Must be called before any other thread is started, so that all inherit what is blocked.
  static func watch() {
    // A write without a reader, or past the limit on the size of files, fails as other writes do: there is something to
    // remove, and something to say.
    _ = endsWithReader
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // What was ignored stays so: `nohup` means it.
    let watched = ending.filter { !isIgnored($0) }
    guard !watched.isEmpty else { return }
    var set = set(of: watched)
    pthread_sigmask(SIG_BLOCK, &set, nil)
    Thread.detachNewThread {
      var set = Self.set(of: watched)
      var number: Int32 = 0
      while sigwait(&set, &number) != 0 {}
      TemporaryFiles.shared.removeAll { _exit(128 + number) }
    }
  }

  /// Ends the program as SIGPIPE ends others.
  static func endWithReader() -> Never {
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
    _exit(128 + SIGPIPE)
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func set(of numbers: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    return set
  }
}
