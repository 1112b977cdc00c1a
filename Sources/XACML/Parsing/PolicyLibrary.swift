/// Policies as files: roots, which decide, and others that they refer to.
public struct PolicyLibrary {
  public let index = AttributeIndex()
  private var roots: [Policy] = []
  private var references: [DecisionPoint.Referenced] = []

  private let tolerance: Tolerance?
  /// What the specification refuses the policies for, where they are read as Altinn reads them.
  public var passedOver: [DocumentProblem] { tolerance?.passedOver ?? [] }

  /// - Parameter asAltinn: reads policies as Altinn's parser does, which passes over what the specification refuses.
  public init(asAltinn: Bool = false) { tolerance = asAltinn ? Tolerance() : nil }

  public mutating func addRoot(_ bytes: [UInt8], file: String) throws(DocumentProblem) {
    roots.append(try PolicyReader(file: file, index: index, tolerance: tolerance).read(bytes))
  }

  /// Adds a policy that others refer to. What is wrong with it beyond its name is said only where it is needed, as the
  /// specification wants it.
  /// - Throws: a `DocumentProblem` where the file has no name to refer to.
  public mutating func addReference(_ bytes: [UInt8], file: String) throws(DocumentProblem) {
    let reading = Reading(file: file)
    let root = try Reading.tree(bytes, file: file).root
    guard let kind = Policy.Kind(rawValue: root.name) else {
      throw reading.problem("the document is no policy: its root is <\(root.name.prefix(80))>", root)
    }
    let found = Dictionary(root.attributes.map { ($0.name, $0.value) }) { first, _ in first }
    let id = try reading.required(kind == .policy ? "PolicyId" : "PolicySetId", found, root)
    let policy: Result<Policy, DocumentProblem>
    do throws(DocumentProblem) {
      policy = .success(try PolicyReader(file: file, index: index).read(bytes))
    } catch {
      policy = .failure(error)
    }
    references.append(
      DecisionPoint.Referenced(
        kind: kind, id: id, version: found["Version"].flatMap(PolicyVersion.init), policy: policy))
  }

  public func decisionPoint() throws(DocumentProblem) -> DecisionPoint {
    try DecisionPoint(roots: roots, references: references, index: index)
  }
}
