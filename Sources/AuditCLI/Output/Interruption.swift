import Dispatch
import Foundation

/// While this lives, an interruption removes what is unfinished and ends the program with 128 and the signal's number:
/// a killed run leaves no partial report.
final class Interruption {
  private let sources: [any DispatchSourceSignal]

  init(_ files: TemporaryFiles) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        files.unlinkAll()
        _exit(128 + number)
      }
      source.resume()
      return source
    }
  }
}
