/// Every code that a check can give. Codes are stable: documentation, tests and waivers of lint findings name them.
///
/// The parser's are in ``SyntaxCode``; together they are all that a policy author can meet.
public enum DiagnosticCode: String, CaseIterable, Sendable {
  // Names
  case duplicateEntity = "duplicate-entity"
  case duplicateRelation = "duplicate-relation"
  case duplicateColumn = "duplicate-column"
  case duplicateParameter = "duplicate-parameter"
  case duplicatePolicy = "duplicate-policy"
  case relationIsSource = "relation-is-source"
  case ruleForSource = "rule-for-source"
  case onlyForSources = "only-for-sources"
  case relationWithoutRules = "relation-without-rules"
  case unusedParameter = "unused-parameter"
  case unknownRelation = "unknown-relation"
  case unknownColumn = "unknown-column"
  case unknownType = "unknown-type"
  case unknownParameter = "unknown-parameter"
  case unknownFunction = "unknown-function"

  // Parameters
  case invalidParameter = "invalid-parameter"
  case parameterOutOfRange = "parameter-out-of-range"
  case rangeWithoutInt = "range-without-int"
  case parameterIsSet = "parameter-is-set"
  case parameterIsNoSet = "parameter-is-no-set"

  // Arguments
  case repeatedArgument = "repeated-argument"
  case missingColumn = "missing-column"
  case openHead = "open-head"
  case noneOfRequired = "none-of-required"
  case variableInFact = "variable-in-fact"
  case singleUseVariable = "single-use-variable"
  case argumentCount = "argument-count"

  // Types
  case typeMismatch = "type-mismatch"
  case unnamedJoin = "unnamed-join"
  case notOrdered = "not-ordered"
  case invalidArithmetic = "invalid-arithmetic"
  case invalidConstant = "invalid-constant"
  case unknownValue = "unknown-value"
  case invalidPattern = "invalid-pattern"
  case severalColumns = "several-columns"

  // Aggregates
  case aggregateOperand = "aggregate-operand"
  case aggregateOfOne = "aggregate-of-one"

  // Safety and recursion
  case unboundVariable = "unbound-variable"
  case shadowedVariable = "shadowed-variable"
  case negationInRecursion = "negation-in-recursion"
  case aggregationInRecursion = "aggregation-in-recursion"
  case computedInRecursion = "computed-in-recursion"

  // Optional sources
  case optionalDoesNotExcuse = "optional-does-not-excuse"
  case optionalOfDerived = "optional-of-derived"

  // Policies
  case missingClause = "missing-clause"
  case repeatedClause = "repeated-clause"
  case repeatedName = "repeated-name"
  case populationWithoutKey = "population-without-key"
  case missingPer = "missing-per"
  case invalidPlaceholder = "invalid-placeholder"
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"

  // Shipped packs
  case missingTranslation = "missing-translation"
  case missingBasis = "missing-basis"
  case missingExample = "missing-example"

  // Limits
  case tooManyRules = "too-many-rules"
  case tooManyColumns = "too-many-columns"
  case tooManyLiterals = "too-many-literals"
  case tooManyAlternatives = "too-many-alternatives"

  /// Warnings do not keep a program from running.
  public var severity: Diagnostic.Severity {
    switch self {
    case .relationWithoutRules, .unusedParameter: .warning
    default: .error
    }
  }
}
