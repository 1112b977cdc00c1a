import FactStore
import Formats

/// What records of roles say of a role and of its holder still being, as codes of the symbols.
struct RoleStates {
  private let active, resigned, deregistered, alive, dead, exists, deleted, unknown: UInt32
  /// By what a person is recognised.
  let national, assumed: UInt32

  init(_ symbols: SymbolTable) {
    func code(_ text: String) -> UInt32 { symbols.encode(.text(text)) }
    (active, resigned, deregistered) = (code("active"), code("resigned"), code("deregistered"))
    unknown = code(EnhetsregisteretSchemas.unsaid)
    (national, assumed) = (code("national"), code("assumed"))
    (alive, dead) = (code("alive"), code("dead"))
    (exists, deleted) = (code("exists"), code("deleted"))
  }

  func life(_ person: JSONView) -> UInt32 { person["erDoed"]?.bool.map { $0 ? dead : alive } ?? unknown }

  func existence(_ holder: JSONView) -> UInt32 { holder["erSlettet"]?.bool.map { $0 ? deleted : exists } ?? unknown }

  func standing(_ role: JSONView) -> UInt32 {
    let resigned = Self.said(role, "fratraadt")
    let deregistered = Self.said(role, "avregistrert")
    if resigned == .yes { return self.resigned }
    if deregistered == .yes { return self.deregistered }
    if resigned == .unclear || deregistered == .unclear { return unknown }
    return resigned == .nothing && deregistered == .nothing ? unknown : active
  }

  /// What a truth value says: nothing where there is none, and nothing clear where it is neither true nor false.
  enum Said { case yes, no, nothing, unclear }

  static func said(_ object: JSONView, _ key: StaticString) -> Said {
    guard let value = object[key] else { return .nothing }
    return value.bool.map { $0 ? .yes : .no } ?? .unclear
  }
}
