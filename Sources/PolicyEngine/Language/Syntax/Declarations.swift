import FactStore

/// A word of the source with its place.
public struct Name: Hashable, Sendable {
  package var text: String
  package var span: Span
  package init(_ text: String, _ span: Span) {
    self.text = text
    self.span = span
  }
}

/// All files of one run, parsed.
public struct Program: Sendable {
  package var sources: [SourceText]
  package var items: [Item]
}

/// One top-level item.
public enum Item: Sendable {
  case entity(EntityDeclaration)
  case relation(RelationDeclaration)
  case rule(Rule)
  case fact(Atom)
  case parameter(ParameterDeclaration)
  case policy(PolicyDeclaration)
}

/// `entity kitos.user`
public struct EntityDeclaration: Sendable {
  package var name: Name
  package var doc: String
  package var span: Span
}

/// `relation kitos.may_write(user: kitos.user, …) key … references …`
public struct RelationDeclaration: Sendable {
  package var name: Name
  package var columns: [Column]
  package var key: [Name]
  package var references: [Reference]
  package var doc: String
  package var span: Span

  /// A column, as declared.
  public struct Column: Sendable {
    package var name: Name
    package var isOptional: Bool
    /// As written: a built-in type, a normal form or an entity.
    public var type: Name
    package var values: [StringLiteral]
  }

  /// `references column target.relation.column`
  public struct Reference: Sendable {
    package var column: Name
    package var target: Name
    package var targetColumn: Name
  }
}

/// A string as meant (escapes resolved), with the place of its quotes.
public struct StringLiteral: Hashable, Sendable {
  package var value: String
  package var span: Span
  package init(_ value: String, _ span: Span) {
    self.value = value
    self.span = span
  }
}

/// `parameter kitos.max_local_admins: int = 3 within 1..20`
public struct ParameterDeclaration: Sendable {
  package var name: Name
  package var isSet: Bool
  package var type: Name
  /// One constant, or those of the set.
  public var values: [Constant]
  package var range: ClosedRange<Int64>?
  package var doc: String
  package var span: Span
}

/// `head if body`
public struct Rule: Sendable {
  package var head: Atom
  package var body: [Literal]
  package var doc: String
  package var span: Span
}
