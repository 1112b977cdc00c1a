/// A part of a page of documentation, from Markdown or HTML alike.
public struct PageBlock: Sendable {
  /// What a part of a page is.
  public enum Content: Sendable {
    case heading(level: Int, text: String)
    /// An item of a list; `lead` is what stands in bold at its beginning. The outermost list has depth 1.
    case item(depth: Int, lead: String?, text: String)
    case paragraph(String)
    /// The first row is the header.
    case table([Row])
  }

  /// A row of a table.
  public struct Row: Sendable {
    /// Text without marks or links, white space at the ends dropped.
    public var cells: [String]
    /// Where it begins, from 1.
    public var line: Int
  }

  /// What it is, with its text.
  public var content: Content
  /// Where it begins, from 1.
  public var line: Int
}
