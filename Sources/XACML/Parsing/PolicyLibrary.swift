import Budget

/// Policies as files: roots, which decide, and others that they refer to.
public struct PolicyLibrary {
  /// The attributes that the policies ask for, shared by all of them.
  public let index = AttributeIndex()
  private var roots: [Policy] = []
  private var references: [DecisionPoint.Referenced] = []

  private let tolerance: Tolerance?
  private let limits: RunLimits
  /// What the specification refuses the policies for, where they are read as Altinn reads them.
  public var passedOver: [DocumentProblem] { tolerance?.passedOver ?? [] }

  /// - Parameter asAltinn: reads policies as Altinn's parser does, which passes over what the specification refuses.
  /// - Parameter limits: what reading one file may spend.
  public init(asAltinn: Bool = false, limits: RunLimits = .standard) {
    tolerance = asAltinn ? Tolerance() : nil
    self.limits = limits
  }

  /// Adds a policy that requests are put to.
  public mutating func addRoot(_ bytes: [UInt8], file: String) throws(DocumentProblem) {
    roots.append(try PolicyReader(file: file, index: index, tolerance: tolerance, limits: limits).read(bytes))
  }

  /// Adds a policy that others refer to. What is wrong with it beyond its name is said only where it is needed, as the
  /// specification wants it.
  /// - Throws: a `DocumentProblem` where the file has no name to refer to.
  public mutating func addReference(_ bytes: [UInt8], file: String) throws(DocumentProblem) {
    let reader = PolicyReader(file: file, index: index, limits: limits)
    let reading = reader.reading
    let root = try reading.tree(bytes).root
    guard let kind = Policy.Kind(rawValue: root.name) else {
      throw reading.problem("the document is no policy: its root is <\(root.name.prefix(80))>", root)
    }
    let found = Dictionary(root.attributes.map { ($0.name, $0.value) }) { first, _ in first }
    let id = try reading.required(kind == .policy ? "PolicyId" : "PolicySetId", found, root)
    let policy: Result<Policy, DocumentProblem>
    do throws(DocumentProblem) {
      policy = .success(try reader.read(root))
    } catch {
      policy = .failure(error)
    }
    references.append(
      DecisionPoint.Referenced(
        kind: kind, id: id, version: found["Version"].flatMap(PolicyVersion.init), policy: policy))
  }

  /// What decides by these policies. References are resolved when they are met.
  public func decisionPoint() throws(DocumentProblem) -> DecisionPoint {
    try DecisionPoint(roots: roots, references: references, index: index)
  }
}
