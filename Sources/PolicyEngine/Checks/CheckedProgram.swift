import FactStore

/// A program that passed every check: names resolve, types fit, variables are bound, recursion is stratified.
///
/// Planning reads this and asks nothing twice; what is not in here was either checked or is in the syntax tree.
public struct CheckedProgram: Sendable {
  public var program: Program
  /// Every relation by name: sources from the schemas, derived ones from `relation` declarations.
  public var relations: [String: RelationInfo]
  public var parameters: [String: ParameterInfo]
  /// Sorted by id.
  public var policies: [PolicyDeclaration]
  /// Rules by the relation they derive, in canonical order (their printed text), so that the order of files and of
  /// rules within files never shows. Ground facts (`fact r(…)`) are rules with an empty body.
  public var rules: [String: [Rule]]
  /// Which variable each name stands for, by the place of the rule, population or finding that it belongs to.
  let names: [Span: ResolvedNames]
  /// Derived relations in evaluation order; one element is one recursive component.
  public var strata: [Stratum]

  public struct RelationInfo: Sendable {
    public enum Kind: Sendable { case source, derived }
    public var schema: RelationSchema
    public var kind: Kind
  }

  /// A parameter with the value that holds in this run.
  public struct ParameterInfo: Sendable {
    public var name: String
    public var type: ValueType
    public var isSet: Bool
    /// One value, or those of the set; normalised, sorted and distinct for a set.
    public var values: [Value]
    /// What the policies say, whatever holds in this run.
    public var declared: [Value]
    public var isOverridden: Bool
    public var doc: String
  }

  public struct Stratum: Sendable {
    public var relations: [String]
    public var isRecursive: Bool
  }
}
