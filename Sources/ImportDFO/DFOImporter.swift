import FactStore
import Formats
import ImportCore
import Localization

/// Reads exports of DFØ, the payroll of the Norwegian state.
package struct DFOImporter: SystemImporter {
  package let system = DFO.system
  package let unused = DFOKnown.kinds

  package init() {}

  /// The kinds of rows have no titles, and no table has them.
  package func readsTables(ofKind kind: String) -> Bool { false }

  package func recognise(_ sample: DocumentSample) -> Recognition? {
    guard case .json(let sketch) = sample, sketch.shape != .lines else { return nil }
    if sketch.shape == .object, let object = sketch.objects.first {
      if let fault = sketch.faultText { return DFOKnown.recognise(fault: fault) }
      let wrappers = DFOAnswer.wrappers.filter { object[$0.key] != nil }
      if wrappers.count > 1 {
        return .unknown("several answers of DFØ in one file; save each answer as a file of its own")
      }
      if let (key, kind) = wrappers.first, DFOAnswer.mayHold(object[key]), object.count <= DFOAnswer.mostKeys {
        return .used(kind: kind)
      }
      if DFODump.fits(object) { return .used(kind: DFO.dump.name) }
    }
    if let kind = sketch.objects.lazy.compactMap({ system.kind(of: $0) }).first { return .used(kind: kind.name) }
    return DFOKnown.recognise(sketch)
  }
}

/// The system as its kinds, and what its relations share.
enum DFO {
  static let system = SourceSystem(
    [employees, positions, organisations, dump, rows, people, units], schemas: DFOSchemas.all)
}
