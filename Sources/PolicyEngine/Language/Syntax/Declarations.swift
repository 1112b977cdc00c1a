import FactStore

/// A word of the source with its place.
public struct Name: Hashable, Sendable {
  public var text: String
  public var span: Span
  public init(_ text: String, _ span: Span) {
    self.text = text
    self.span = span
  }
}

/// All files of one run, parsed.
public struct Program: Sendable {
  public var sources: [SourceText]
  public var items: [Item]
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
  public var name: Name
  public var doc: String
  public var span: Span
}

/// `relation kitos.may_write(user: kitos.user, …) key … references …`
public struct RelationDeclaration: Sendable {
  public var name: Name
  public var columns: [Column]
  public var key: [Name]
  public var references: [Reference]
  public var doc: String
  public var span: Span

  public struct Column: Sendable {
    public var name: Name
    public var isOptional: Bool
    /// As written: a built-in type, a normal form or an entity.
    public var type: Name
    public var values: [StringLiteral]
  }

  /// `references column target.relation.column`
  public struct Reference: Sendable {
    public var column: Name
    public var target: Name
    public var targetColumn: Name
  }
}

/// A string as meant (escapes resolved), with the place of its quotes.
public struct StringLiteral: Hashable, Sendable {
  public var value: String
  public var span: Span
  public init(_ value: String, _ span: Span) {
    self.value = value
    self.span = span
  }
}

/// `parameter kitos.max_local_admins: int = 3 within 1..20`
public struct ParameterDeclaration: Sendable {
  public var name: Name
  public var isSet: Bool
  public var type: Name
  /// One constant, or those of the set.
  public var values: [Constant]
  public var range: ClosedRange<Int64>?
  public var doc: String
  public var span: Span
}

/// `head if body`
public struct Rule: Sendable {
  public var head: Atom
  public var body: [Literal]
  public var doc: String
  public var span: Span
}
