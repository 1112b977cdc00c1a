import Budget
import Localization

extension Phrase {
  /// "more than 20,000,000 nodes (limit `nodes`)", as ``LimitReached/message`` has it in English.
  package init(_ reached: LimitReached) {
    let what: Phrase =
      switch reached.resource {
      case .memory: Phrase("bytes of memory")
      case .cells: Phrase("cells")
      case .nodes: Phrase("nodes")
      case .expressions: Phrase("expressions")
      case .decisions: Phrase("decisions")
      case .steps: Phrase("steps")
      case .rows: Phrase("rows looked at")
      case .derived: Phrase("derived values")
      case .files: Phrase("files")
      }
    self = Phrase("more than \(LimitReached.grouped(reached.limit)) \(what) (limit `\(reached.resource.rawValue)`)")
  }
}
