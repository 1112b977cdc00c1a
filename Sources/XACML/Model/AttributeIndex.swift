import Synchronization

/// Numbers the attributes that policies ask for, and their variables. Shared by all policies of a decision point.
public final class AttributeIndex: Sendable {
  private struct State {
    var slots: [AttributeKey: Int] = [:]
    var keys: [AttributeKey] = []
    var variables = 0
  }
  private let state = Mutex(State())

  package init() {}

  func slot(of key: AttributeKey) -> Int {
    state.withLock { state in
      if let slot = state.slots[key] { return slot }
      state.slots[key] = state.keys.count
      state.keys.append(key)
      return state.keys.count - 1
    }
  }

  func nextVariable() -> Int {
    state.withLock { state in
      state.variables += 1
      return state.variables - 1
    }
  }

  /// The attributes by number.
  var keys: [AttributeKey] { state.withLock { $0.keys } }
  var variableCount: Int { state.withLock { $0.variables } }
}
