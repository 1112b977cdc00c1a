import Budget
import FactStore
import Formats
import ImportCore
import Localization

/// Reads documents of Enhetsregisteret, the Norwegian register of legal entities.
package struct EnhetsregisteretImporter: SystemImporter {
  package let system = Enhetsregisteret.system

  package init() {}

  package func recognise(_ sample: DocumentSample) -> Recognition? {
    guard case .json(let sketch) = sample, sketch.shape != .lines else { return nil }
    for object in sketch.objects {
      if let kind = system.kind(of: object) { return .used(kind: kind.name) }
      let keys = Set(object.keys)
      if keys.isSuperset(of: ["kode", "beskrivelse"]), keys.isSubset(of: ["kode", "beskrivelse", "_links", "utgaatt"]) {
        return .unknown(
          Phrase(
            """
            a code list of Enhetsregisteret, but which, its keys do not tell; name `er.role-types` where it lists the \
            types of roles
            """))
      }
    }
    guard sketch.shape == .object, let embedded = sketch.embedded else { return nil }
    switch embedded {
    case "enheter", "underenheter": return .used(kind: Enhetsregisteret.units.name)
    case "rolletyper": return .used(kind: Enhetsregisteret.roleTypes.name)
    case "rollegruppetyper", "representanter", "organisasjonsformer":
      return .known(kind: "er.code-list", what: "a code list of Enhetsregisteret that no policy reads")
    default: return nil
    }
  }

  package func read(_ input: DocumentInput, kind: String) -> any SourceDocument {
    guard kind == Enhetsregisteret.roles.name else { return system.read(input, kind: kind) }
    return DamagedDocument(
      input, relations: relations(ofKind: kind),
      reason: input.damage?.text ?? Phrase("the file is no UTF-8 text; save it as UTF-8"))
  }
}

extension EnhetsregisteretImporter: StreamingImporter {
  package func streams(_ kind: String, _ sample: DocumentSample) -> Bool {
    if case .json = sample { kind == Enhetsregisteret.roles.name } else { false }
  }

  package func stream(
    _ source: ByteSource, _ input: DocumentInput, isList: Bool, kind: String, writer: FactWriter, workers: Workers
  ) throws(FormatProblem) -> (any SourceDocument, sha256: String) {
    if isList { return try RoleRegisterFile.read(source, symbols: writer.symbols, workers: workers) }
    var digest = Digest()
    let bytes = try ByteStream.whole(source) { digest.update($0) }
    let block = RoleBlock(isList: false)
    var document = RoleRegisterDocument(isList: false)
    let parser = JSONElementParser()
    parser.withDocument(bytes) { unit in
      switch unit {
      case .success(let view): RoleReader(writer.symbols).read(view, element: 0, line: 1, isSingle: true, into: block)
      case .failure(let problem): document.cut = Damage(problem)
      }
    }
    var scan = SecretScan()
    if scan.mayHold(bytes) { block.secrets.look(at: JSONRecords.read(bytes)) }
    document.append(block)
    return (document, digest.hexadecimal())
  }
}
