import Synchronization

/// Numbers of people of whom nothing but an identity number is known, so that somebody has the same in two loads of one run of the
/// program. Tokens are no longer than that, and so are numbers.
public final class PersonNumbers: Sendable {
  private let numbers = Mutex<[String: Int]>([:])

  /// No numbers yet.
  public init() {}

  /// The number of whoever has a token; the next one where it is new.
  func number(ofToken token: String) -> Int {
    numbers.withLock { numbers in
      if let known = numbers[token] { return known }
      numbers[token] = numbers.count + 1
      return numbers.count
    }
  }
}
