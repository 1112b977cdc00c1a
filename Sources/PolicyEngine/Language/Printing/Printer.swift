/// The canonical text of a tree: what the formatter writes, and what proofs, plans and messages show.
///
/// Reading the text gives an equal tree. Parts of a body are printed on one line; rules, policies and programs as the
/// formatter lays them out. Texts hold no control character, whatever the tree was made of.
public enum Printer {
  /// Columns of a line in formatted files.
  public static let width = 120

  package static func text(of expression: Expression) -> String { line { $0.expression(expression) } }
  package static func text(of literal: Literal) -> String { line { $0.literal(literal) } }
  /// The literals with commas between them.
  public static func text(of body: [Literal]) -> String { line { .group($0.body(body)) } }
  package static func text(of atom: Atom) -> String { line { $0.atom(atom) } }
  package static func text(of argument: Argument) -> String { line { $0.argument(argument) } }
  package static func text(of constant: Constant) -> String { LayoutBuilder.text(of: constant) }
  /// A string as a constant: in quotes, escaped.
  public static func text(of string: String) -> String { LayoutBuilder.text(of: string) }
  /// Whether a byte of a string is printed as it is.
  static func isPlain(_ byte: UInt8) -> Bool { LayoutBuilder.isPlain(byte) }
  package static func text(of relation: RelationDeclaration) -> String { line { $0.relation(relation) } }
  package static func text(of parameter: ParameterDeclaration) -> String { line { $0.parameter(parameter) } }

  /// Head and body, each literal on a line of its own.
  public static func text(of rule: Rule) -> String { page { $0.rule(rule) } }
  package static func text(of policy: PolicyDeclaration) -> String { page { $0.policy(policy) } }
  package static func text(of clause: PolicyDeclaration.Clause) -> String { page { $0.clause(clause) } }
  /// The items with their documentation and a line end after each.
  public static func text(of items: [Item]) -> String { page { $0.items(items) } + (items.isEmpty ? "" : "\n") }

  /// Head and body on one line.
  public static func line(of rule: Rule) -> String { "\(text(of: rule.head)) if \(text(of: rule.body))" }

  private static func line(_ layout: (inout LayoutBuilder) -> Layout) -> String {
    var builder = LayoutBuilder()
    return layout(&builder).rendered(width: .max)
  }

  private static func page(_ layout: (inout LayoutBuilder) -> Layout) -> String {
    var builder = LayoutBuilder()
    return layout(&builder).rendered(width: width)
  }
}
