import Foundation
import Testing

@testable import XACML

/// The conformance suite of OASIS in its version for XACML 3.0: a policy, a request and the response to expect.
struct ConformanceTests {
  static let folder = SharedData.folder("xacml-conformance")

  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var testDescription: String { name }
  }

  /// Cases that allow a policy to be refused when it is read; see `refusedAtLoad`.
  static let refusedWhenRead: Set<String> = ["IIA004", "IIC003", "IIC012", "IIC014"]

  static let cases: [Case] = {
    guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
    let files = Set(names)
    return files.compactMap { name -> Case? in
      guard name.hasSuffix("Policy.xml") else { return nil }
      let stem = String(name.dropLast("Policy.xml".count))
      guard files.contains(stem + "Request.xml"), files.contains(stem + "Response.xml"),
        !refusedWhenRead.contains(stem)
      else { return nil }
      return Case(name: stem)
    }.sorted { $0.name < $1.name }
  }()

  private static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder! + "/" + name)))
  }

  /// The files of a case that its policy refers to; their names are not spelled alike.
  private static func references(_ stem: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder!).filter { name in
      name.hasPrefix(stem) && name.hasSuffix(".xml")
        && ["policyid", "policysetid"].contains { name.dropFirst(stem.count).lowercased().hasPrefix($0) }
    }.sorted()
  }

  /// The request; for IIA002 the one with the attribute that a context handler would have fetched.
  private static func request(_ stem: String) throws -> String {
    let enriched = stem + "Request_Enriched.xml"
    return FileManager.default.fileExists(atPath: folder! + "/" + enriched) ? enriched : stem + "Request.xml"
  }

  static func answer(roots: [String], references: [String], request: String) throws -> Response {
    do {
      var library = PolicyLibrary()
      for name in roots { try library.addRoot(try bytes(name), file: name) }
      for name in references { try library.addReference(try bytes(name), file: name) }
      let point = try library.decisionPoint()
      let request = try Request.read(xml: try bytes(request), file: request)
      return Response(point.answer(request, now: DateTimeValue("2026-11-20T12:00:00Z")!))
    } catch let problem as DocumentProblem {
      return Response(invalid: problem)
    }
  }

  @Test(arguments: cases)
  func conforms(_ row: Case) throws {
    let answer = try Self.answer(
      roots: [row.name + "Policy.xml"], references: try Self.references(row.name),
      request: try Self.request(row.name))
    let expected = try Response.read(xml: try Self.bytes(row.name + "Response.xml"), file: row.name)
    #expect(ComparableResult.all(answer) == ComparableResult.all(expected), "\(answer.results.map(\.failure?.message))")
  }

  @Test(.enabled(if: folder != nil), arguments: refusedWhenRead.sorted())
  func isRefusedWhenRead(_ name: String) throws {
    guard FileManager.default.fileExists(atPath: Self.folder! + "/\(name)Policy.xml") else { return }
    var library = PolicyLibrary()
    #expect(throws: DocumentProblem.self) {
      try library.addRoot(try Self.bytes(name + "Policy.xml"), file: name)
    }
  }

  @Test(.enabled(if: folder != nil), arguments: ["IID029", "IID030"])
  func repository(_ name: String) throws {
    let answer = try Self.answer(
      roots: [name + "Policy1.xml", name + "Policy2.xml"], references: [], request: name + "Request.xml")
    let expected = try Response.read(xml: try Self.bytes(name + "Response.xml"), file: name)
    #expect(ComparableResult.all(answer) == ComparableResult.all(expected), "\(answer.results.map(\.failure?.message))")
  }
}

/// What of a result is compared: everything but messages, and the order of what has none.
struct ComparableResult: Equatable, CustomStringConvertible {
  var decision: String
  var status: String
  var obligations: [Obligation]
  var advice: [Obligation]
  var attributes: Set<String>
  var policies: Set<PolicyIdentifier>

  static func all(_ response: Response) -> [ComparableResult] {
    response.results.map { result in
      var attributes: Set<String> = []
      for group in result.attributes {
        for attribute in group.attributes {
          for value in attribute.values {
            attributes.insert("\(group.category) \(attribute.id) \(attribute.issuer ?? "") \(value.type) \(value.text)")
          }
        }
      }
      return ComparableResult(
        decision: result.decision.name, status: result.statusCode, obligations: result.obligations,
        advice: result.advice, attributes: attributes, policies: Set(result.policies))
    }
  }

  var description: String {
    "\(decision) \(status) \(obligations) \(advice) \(attributes) \(policies.map { "\($0.kind) \($0.id)" }.sorted())"
  }
}
