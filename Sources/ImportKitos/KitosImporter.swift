import FactStore
import Formats
import ImportCore

/// Reads documents of Kitos.
package struct KitosImporter: Importer {
  package let kinds = KitosKind.allCases.map(\.rawValue)
  package var unused: [String: String] { KnownDocuments.kinds }
  package var schemas: [RelationSchema] { KitosSchemas.all }

  package init() {}

  package func relations(ofKind kind: String) -> [String] {
    switch kind {
    case KitosKind.someRoleTypes, KitosKind.localRoleTypes: KitosKind.roleTypeKinds.flatMap(\.relations)
    case KitosKind.someObjectRoles: KitosKind.objectKinds.compactMap(\.roleRelation)
    default: KitosKind(rawValue: kind)?.relations ?? []
    }
  }

  package func readsTables(ofKind kind: String) -> Bool { KitosKind(rawValue: kind)?.isTable == true }

  package func list(ofKind kind: String) -> ListTraits? { KitosKind(rawValue: kind)?.list }

  package func isOpen(_ kind: String) -> Bool { KitosKind.open.contains(kind) }

  package func normalForm(ofEntity name: String) -> NormalForm? {
    ["kitos.user", "kitos.organisation", "kitos.object", "kitos.role"].contains(name) ? .uuid : nil
  }

  package func recogniseUnused(_ sketch: JSONSketch) -> Recognition? { KnownDocuments.recognise(sketch) }

  package func read(_ input: DocumentInput, kind: String) -> any SourceDocument {
    guard let known = KitosKind(rawValue: kind) else {
      return kind == KitosKind.someObjectRoles ? objectRoles(input, nil) : roleTypes(input, nil)
    }
    switch known {
    case .users, .internalUser: return users(input, known)
    case .usages, .contracts, .dataProcessing: return objects(input, known)
    case .usageRoleTypes, .contractRoleTypes, .dataProcessingRoleTypes, .unitRoleTypes:
      return roleTypes(input, known)
    case .usageRoles, .contractRoles, .dataProcessingRoles, .unitRoles: return objectRoles(input, known)
    case .userTable: return KitosUserTableDocument(input)
    case .overview, .roster: return table(input, known)
    case .crossOrganisationUsers, .rightsHolders, .localAdmins, .globalAdmins, .systemIntegrators:
      return list(input, known) { $0.listedUser(known) }
    case .systems, .interfaces, .units, .deletions:
      return list(input, known) { $0.entry(known, organisation: input.context.organisation) }
    case .permissions, .usageCreatePermission, .contractCreatePermission, .dataProcessingCreatePermission,
      .systemCreatePermission, .interfaceCreatePermission:
      var document = list(input, known) { $0.permission(known, context: input.context) }
      document.notes = KitosRecordReader.missingContext(known, input.context)
      document.context = KitosRecordReader.context(known, input.context)
      return document
    }
  }

  private func users(_ input: DocumentInput, _ kind: KitosKind) -> KitosUsersDocument {
    let list = input.jsonList(kind: kind.rawValue)
    return KitosUsersDocument(
      kind: kind, isSingle: list.isSingle, organisation: input.context.organisation,
      users: list.records.map { KitosRecordReader($0, asOf: input.asOf).user() }, lost: list.lost, cut: list.cut,
      file: input.file)
  }

  private func objects(_ input: DocumentInput, _ kind: KitosKind) -> KitosObjectsDocument {
    let list = input.jsonList(kind: kind.rawValue)
    let organisation = input.context.organisation
    return KitosObjectsDocument(
      kind: kind, isSingle: list.isSingle, organisation: organisation,
      objects: list.records.map { KitosRecordReader($0, asOf: input.asOf).object(kind, organisation: organisation) },
      lost: list.lost, cut: list.cut, file: input.file)
  }

  private func roleTypes(_ input: DocumentInput, _ kind: KitosKind?) -> KitosRoleTypesDocument {
    let list = input.jsonList(kind: kind?.rawValue ?? KitosKind.someRoleTypes)
    return KitosRoleTypesDocument(
      kind: kind, isSingle: list.isSingle,
      types: list.records.map { KitosRecordReader($0, asOf: input.asOf).roleType(isListed: !list.isSingle) },
      lost: list.lost, cut: list.cut, file: input.file)
  }

  private func objectRoles(_ input: DocumentInput, _ kind: KitosKind?) -> KitosObjectRolesDocument {
    let list = input.jsonList(kind: kind?.rawValue ?? KitosKind.someObjectRoles)
    return KitosObjectRolesDocument(
      kind: kind, object: input.context.object,
      assignments: list.records.map { KitosRecordReader($0, asOf: input.asOf).assignment(onUnit: kind == .unitRoles) },
      lost: list.lost, cut: list.cut)
  }

  private func list(
    _ input: DocumentInput, _ kind: KitosKind, _ read: (KitosRecordReader) -> KitosEntry
  ) -> KitosListDocument {
    let list = input.jsonList(kind: kind.rawValue)
    var document = KitosListDocument(
      kind: kind, isSingle: list.isSingle, organisation: input.context.organisation,
      entries: list.records.map { read(KitosRecordReader($0, asOf: input.asOf)) }, lost: list.lost, cut: list.cut,
      file: input.file)
    for record in list.records {
      for key in ["organization", "organizationContext"] {
        guard let reference = record.node[key], let name = reference["name"]?.string,
          let text = reference["uuid"]?.string, let uuid = NormalForm.uuid.read(text)
        else { continue }
        document.organisationNames[name, default: []].insert(uuid)
      }
    }
    return document
  }

  private func table(_ input: DocumentInput, _ kind: KitosKind) -> any SourceDocument {
    let relations = kind == .roster ? relations(ofKind: KitosKind.overview.rawValue) : kind.relations
    guard let table = input.table else { return DamagedDocument(input, relations: relations) }
    func without(_ title: String) -> DamagedDocument {
      DamagedDocument(
        input, relations: relations, records: table.rows.count + table.lost.count,
        reason: "the required column `\(title)` is missing")
    }
    if kind == .roster {
      guard let columns = KitosRosterColumns(table) else { return without(KitosRosterColumns.emailTitle) }
      return KitosRosterDocument(
        organisation: input.context.organisation, rows: table.rows.map { KitosTableRowReader.roster($0, columns) },
        lost: table.lost, cut: table.cut,
        notes: table.notes)
    }
    guard var columns = KitosOverviewColumns(table) else { return without(KitosOverviewColumns.emailTitle) }
    columns.asOf = input.asOf
    var notes = table.notes
    if !columns.unknown.isEmpty {
      notes.append("\(columns.unknown.count) columns are none that the Kitos pages export; they are not read")
    }
    return KitosOverviewDocument(
      organisation: input.context.organisation, columns: columns,
      rows: table.rows.map { KitosTableRowReader.overview($0, columns) }, lost: table.lost, cut: table.cut,
      notes: notes, file: input.file)
  }
}
