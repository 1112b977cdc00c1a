import FactStore
import ImportCore
import Localization

/// The source relations that pages of Altinn's documentation fill.
enum GroupPageSchemas {
  static let all: [RelationSchema] = [group, package, role, undecided, quirk]

  static let groupEntity = ValueType.entity("altinn.group")

  private static let obtain: Phrase = """
    the pages on access packages of https://docs.altinn.studio/nb/authorization/what-do-you-get/accessgroups/, saved \
    from the browser as HTML, or the Markdown of github.com/Altinn/altinn-studio-docs; the metadata export says the \
    same with more authority
    """

  static let group = RelationSchema(
    "altinn.page_group",
    doc: "An access group as a page of the documentation has it.",
    obtain: obtain,
    columns: [
      ColumnSchema("group", groupEntity, doc: "the page and the name"),
      ColumnSchema("page", .text, doc: "its topmost group; where several pages have it, with a digest"),
      ColumnSchema("name", .text, doc: "as the page writes it"),
      ColumnSchema("level", .int, optional: true, doc: "1 for a category, 3 for a leaf of the deepest"),
      ColumnSchema("parent", groupEntity, optional: true, doc: "the group above; none for a category"),
      ColumnSchema(
        "delegable", .text, optional: true, values: ["yes", "no", "client", "trustee"],
        doc: "may be given to employees; `client` and `trustee`: by that way only"),
      ColumnSchema(
        "attachable", .text, optional: true, values: ["yes", "no", "client", "trustee"],
        doc: "services may be attached to it"),
    ],
    key: ["group"])

  static let package = RelationSchema(
    "altinn.page_package",
    doc: "The access package that a page names for a group.",
    obtain: obtain,
    columns: [
      ColumnSchema("group", groupEntity, doc: "the group"), AltinnSchemas.packageColumn, AltinnSchemas.codeColumn,
    ])

  static let role = RelationSchema(
    "altinn.page_role",
    doc: "A role of Enhetsregisteret that holds a group by itself, as a page has it.",
    obtain: obtain,
    columns: [
      ColumnSchema("group", groupEntity, doc: "the group"), ColumnSchema("role", .text, doc: "its code, `DAGL`"),
      ColumnSchema("assumed", .bool, doc: "the page has something else there that is taken for this role"),
    ])

  static let undecided = RelationSchema(
    "altinn.page_undecided",
    doc: "A notice that it is undecided what a role should have of the groups of a page.",
    obtain: obtain,
    columns: [ColumnSchema("page", .text, doc: "the page"), ColumnSchema("role", .text, doc: "its code")])

  static let quirk = RelationSchema(
    "altinn.page_quirk",
    doc: "Something on a page that changes what it means, or contradicts the rest of it.",
    obtain: obtain,
    columns: [
      ColumnSchema("group", groupEntity, doc: "the group"),
      ColumnSchema(
        "quirk", .text,
        values: [
          "not-in-table", "not-in-tree", "no-register-role", "no-role", "odd-urn", "role-assumed", "twice-in-table",
          "unclear-answer", "unread",
        ],
        doc: "what is odd"),
      ColumnSchema("detail", .text, doc: "what stands there"),
    ])
}
