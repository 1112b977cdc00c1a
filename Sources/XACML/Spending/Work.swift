import Budget

/// Counts what one document, or the answers to one request, or the analysis of one policy spend, whoever works on it. One
/// thread's.
///
/// Once a limit was met nothing more can be spent: what is half worked out stays so, and no later part of it is taken for
/// an answer.
public final class Work {
  private var account: Account
  /// The limit that was met first.
  public private(set) var reached: LimitReached?

  /// Work that may come to so much.
  public init(_ limits: RunLimits = .standard) { account = Account(limits) }

  /// What it may come to.
  public var limits: RunLimits { account.limits }

  /// What has been spent.
  subscript(resource: Resource) -> Int { account[resource] }

  package func spend(_ amount: Int, on resource: Resource) throws(LimitReached) {
    if let reached { throw reached }
    do throws(LimitReached) {
      try account.spend(amount, on: resource)
    } catch {
      reached = error
      throw error
    }
  }

  /// What may be held at once for one question, beside the documents themselves: a quarter of the memory of a run.
  public var room: Int { limits[.memory] / 4 }

  /// Says that so many bytes are held.
  func hold(_ bytes: Int) throws(LimitReached) {
    if let reached { throw reached }
    guard bytes > room else { return }
    let limit = LimitReached(.memory, limit: room)
    reached = limit
    throw limit
  }

  /// The same for the parts of a decision, whose answer says which limit it met.
  func decide(spending amount: Int, on resource: Resource) throws(Failure) {
    do throws(LimitReached) {
      try spend(amount, on: resource)
    } catch {
      throw Failure(error)
    }
  }
}

extension Failure {
  init(_ limit: LimitReached) { self = .processing("the decision asks for \(limit.message)") }
}
