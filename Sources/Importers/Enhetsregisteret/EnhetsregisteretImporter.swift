import FactStore
import Formats

/// Reads documents of Enhetsregisteret, the Norwegian register of legal entities.
struct EnhetsregisteretImporter: Importer {
  static let roles = "er.roles"
  static let units = "er.units"
  static let roleTypes = "er.role-types"
  static let kinds = [roles, units, roleTypes]

  func relations(ofKind kind: String) -> [String] {
    switch kind {
    case Self.roles: EnhetsregisteretSchemas.ofRoles
    case Self.units: UnitDocument.relations
    case Self.roleTypes: ["er.role_type"]
    default: []
    }
  }

  func readsTables(ofKind kind: String) -> Bool { false }

  func recognise(_ sample: DocumentSample) -> Recognition? {
    guard case .json(let sketch) = sample, sketch.shape != .lines else { return nil }
    for object in sketch.objects {
      let keys = Set(object.keys)
      if keys.contains("rollegrupper") { return .used(kind: Self.roles) }
      if keys.isSuperset(of: ["organisasjonsnummer", "organisasjonsform"]) { return .used(kind: Self.units) }
      if keys.isSuperset(of: ["kode", "beskrivelse"]), keys.isSubset(of: ["kode", "beskrivelse", "_links", "utgaatt"]) {
        return .unknown(
          "a code list of Enhetsregisteret, but which, its keys do not tell; name `er.role-types` where it lists the types "
            + "of roles")
      }
    }
    guard sketch.shape == .object, let embedded = sketch.embedded else { return nil }
    if embedded == "enheter" || embedded == "underenheter" { return .used(kind: Self.units) }
    if embedded == "rolletyper" { return .used(kind: Self.roleTypes) }
    if embedded == "rollegruppetyper" || embedded == "representanter" || embedded == "organisasjonsformer" {
      return .known(kind: "er.code-list", what: "a code list of Enhetsregisteret that no policy reads")
    }
    return nil
  }

  func read(_ input: DocumentInput, kind: String) -> any SourceDocument {
    switch kind {
    case Self.units: UnitDocument(input)
    case Self.roleTypes: RoleTypeDocument(input)
    // Roles are streamed; what comes here is no text that can be.
    default:
      DamagedDocument(
        input, relations: relations(ofKind: kind),
        reason: input.damage?.text ?? "the file is no UTF-8 text; save it as UTF-8")
    }
  }
}

extension EnhetsregisteretImporter: StreamingImporter {
  func streams(_ kind: String) -> Bool { kind == Self.roles }

  func stream(
    _ path: FilePath, isList: Bool, kind: String, symbols: SymbolTable, workers: Workers
  ) throws(FormatProblem) -> (any SourceDocument, sha256: String) {
    if isList { return try RoleRegisterFile.read(path, symbols: symbols, workers: workers) }
    var digest = Digest()
    let bytes = try ByteStream.whole(path) { digest.update($0) }
    let block = RoleBlock(isList: false)
    var document = RoleRegisterDocument(isList: false)
    let parser = JSONElementParser()
    parser.withDocument(bytes) { unit in
      switch unit {
      case .success(let view): RoleReader(symbols).read(view, element: 0, line: 1, isSingle: true, into: block)
      case .failure(let problem): document.cut = Damage(problem)
      }
    }
    document.append(block)
    return (document, digest.hexadecimal())
  }
}
