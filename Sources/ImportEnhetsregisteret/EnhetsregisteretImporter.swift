import FactStore
import Formats
import ImportCore

/// Reads documents of Enhetsregisteret, the Norwegian register of legal entities.
package struct EnhetsregisteretImporter: Importer {
  package let kinds = RegisterKind.allCases.map(\.rawValue)
  package var schemas: [RelationSchema] { EnhetsregisteretSchemas.all }

  package init() {}

  package func relations(ofKind kind: String) -> [String] {
    switch RegisterKind(rawValue: kind) {
    case .roles: EnhetsregisteretSchemas.ofRoles
    case .units: UnitDocument.relations
    case .roleTypes: ["er.role_type"]
    case nil: []
    }
  }

  package func list(ofKind kind: String) -> ListTraits? {
    guard kinds.contains(kind) else { return nil }
    var traits = ListTraits()
    traits.isAskedOfParty = true
    return traits
  }

  package func recognise(_ sample: DocumentSample) -> Recognition? {
    guard case .json(let sketch) = sample, sketch.shape != .lines else { return nil }
    for object in sketch.objects {
      let keys = Set(object.keys)
      if keys.contains("rollegrupper") { return .used(kind: RegisterKind.roles.rawValue) }
      if keys.isSuperset(of: ["organisasjonsnummer", "organisasjonsform"]) {
        return .used(kind: RegisterKind.units.rawValue)
      }
      if keys.isSuperset(of: ["kode", "beskrivelse"]), keys.isSubset(of: ["kode", "beskrivelse", "_links", "utgaatt"]) {
        return .unknown(
          "a code list of Enhetsregisteret, but which, its keys do not tell; name `er.role-types` where it lists the types "
            + "of roles")
      }
    }
    guard sketch.shape == .object, let embedded = sketch.embedded else { return nil }
    if embedded == "enheter" || embedded == "underenheter" { return .used(kind: RegisterKind.units.rawValue) }
    if embedded == "rolletyper" { return .used(kind: RegisterKind.roleTypes.rawValue) }
    if embedded == "rollegruppetyper" || embedded == "representanter" || embedded == "organisasjonsformer" {
      return .known(kind: "er.code-list", what: "a code list of Enhetsregisteret that no policy reads")
    }
    return nil
  }

  package func read(_ input: DocumentInput, kind: String) -> any SourceDocument {
    switch RegisterKind(rawValue: kind) {
    case .units: UnitDocument(input)
    case .roleTypes: RoleTypeDocument(input)
    // Roles are streamed; what comes here is no text that can be.
    default:
      DamagedDocument(
        input, relations: relations(ofKind: kind),
        reason: input.damage?.text ?? "the file is no UTF-8 text; save it as UTF-8")
    }
  }
}

extension EnhetsregisteretImporter: StreamingImporter {
  package func streams(_ kind: String) -> Bool { kind == RegisterKind.roles.rawValue }

  package func stream(
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
