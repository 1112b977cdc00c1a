import FactStore

/// A program that passed every check: names resolve, types fit, variables are bound, recursion is stratified.
///
/// Planning reads this and asks nothing twice; what is not in here was either checked or is in the syntax tree.
public struct CheckedProgram: Sendable {
  package var program: Program
  /// Every relation by name: sources from the schemas, derived ones from `relation` declarations.
  public var relations: [String: RelationInfo]
  package var parameters: [String: ParameterInfo]
  /// Sorted by id.
  public var policies: [PolicyDeclaration]
  /// Rules by the relation they derive, in canonical order (their printed text), so that the order of files and of
  /// rules within files never shows. Ground facts (`fact r(…)`) are rules with an empty body.
  public var rules: [String: [Rule]]
  /// Which variable each name stands for, by the place of the rule, population or finding that it belongs to.
  let names: [Span: ResolvedNames]
  /// Derived relations in evaluation order; one element is one recursive component.
  public var strata: [Stratum]

  /// A relation that rules may use.
  public struct RelationInfo: Sendable {
    /// Whether exports fill it or rules.
    public enum Kind: Sendable { case source, derived }
    package var schema: RelationSchema
    package var kind: Kind
  }

  /// A parameter with the value that holds in this run.
  public struct ParameterInfo: Sendable {
    package var name: String
    package var type: ValueType
    package var isSet: Bool
    /// One value, or those of the set; normalised, sorted and distinct for a set.
    public var values: [Value]
    /// What the policies say, whatever holds in this run.
    public var declared: [Value]
    package var isOverridden: Bool
    package var doc: String
  }

  /// Relations that are derived together.
  public struct Stratum: Sendable {
    package var relations: [String]
    package var isRecursive: Bool
  }
}
