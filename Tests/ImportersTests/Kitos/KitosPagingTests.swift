import FactStore
import Testing

@Suite struct KitosPagingTests {
  /// Users in each file, and whether more may exist.
  static let pages: [(files: [Range<Int>], isDoubted: Bool)] = [
    ([1..<250], false),
    ([1..<251], true),
    ([1..<252], false),
    ([1..<501], true),
    ([1..<251, 251..<260], false),
    ([1..<251, 251..<501], true),
    ([1..<251, 251..<501, 501..<502], false),
    ([1..<251, 250..<260], true),
    ([1..<101, 101..<201], true),
    ([1..<101, 101..<201, 201..<205], false),
    // The same bytes twice are one file given twice.
    ([1..<10, 1..<10], false),
  ]

  @Test(arguments: pages.indices)
  func judgesAListByItsFiles(_ index: Int) throws {
    let row = Self.pages[index]
    let org = KitosDocuments.organisation
    var files: [String: String] = [:]
    for (number, range) in row.files.enumerated() { files["users-\(number).json"] = KitosDocuments.users(range) }
    let loaded = try LoadingFolder.load(files, as: ["users-*.json=kitos.api-v2.users,organisation=\(org)"])
    #expect(loaded.holes("kitos.listed_user") == (row.isDoubted ? ["* | * (page)"] : []))
    #expect(loaded.holes("kitos.member") == (row.isDoubted ? ["* | \(org) (page)"] : []))
    #expect(loaded.holes("kitos.organisation_role").contains("* | \(org) | * (page)") == row.isDoubted)
    #expect(loaded.isComplete)
    #expect(loaded.files[0].completeness == (row.isDoubted ? .partial : .complete))
  }

  @Test func anEmptyPageEndsAList() throws {
    let org = KitosDocuments.organisation
    let loaded = try LoadingFolder.load(
      ["users-0.json": KitosDocuments.users(1..<251), "users-1.json": "[]"],
      as: ["users-*.json=kitos.api-v2.users,organisation=\(org)"])
    #expect(loaded.holes("kitos.member").isEmpty)
    #expect(loaded.isComplete)
  }

  @Test func twoOrganisationsAreTwoLists() throws {
    let loaded = try LoadingFolder.load(
      ["a.json": KitosDocuments.users(1..<251), "b.json": KitosDocuments.users(251..<260)],
      as: [
        "a.json=kitos.api-v2.users,organisation=\(KitosDocuments.organisation)",
        "b.json=kitos.api-v2.users,organisation=\(KitosDocuments.other)",
      ])
    #expect(loaded.holes("kitos.member") == ["* | \(KitosDocuments.organisation) (page)"])
  }

  @Test func listsWithoutAnOrganisationAreNotPagesOfOneAnother() throws {
    let loaded = try LoadingFolder.load([
      "a.json": KitosDocuments.users(1..<251), "b.json": KitosDocuments.users(251..<260),
    ])
    #expect(loaded.holes("kitos.member").contains("* | * (page)"))
  }

  @Test func objectsArePagedToo() throws {
    let loaded = try LoadingFolder.load(["usages.json": KitosDocuments.usages(1..<251)])
    #expect(loaded.holes("kitos.usage") == ["* (page)"])
    #expect(loaded.holes("kitos.usage_role") == ["* | * | * (page)"])
    let whole = try LoadingFolder.load([
      "usages-0.json": KitosDocuments.usages(1..<251), "usages-1.json": KitosDocuments.usages(251..<252),
    ])
    #expect(whole.holes("kitos.usage").isEmpty)
  }
}
