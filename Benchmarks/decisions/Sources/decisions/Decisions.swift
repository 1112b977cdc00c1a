import Foundation
import XACML

/// `decisions POLICY REQUEST [SECONDS]`: how many decisions a second one core makes, warm, and with the request read anew
/// each time.
@main
struct Decisions {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else {
      print("usage: decisions POLICY REQUEST [SECONDS]")
      exit(64)
    }
    let seconds = arguments.count > 3 ? Double(arguments[3]) ?? 3 : 3
    func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }
    var library = PolicyLibrary()
    try library.addRoot(try bytes(arguments[1]), file: arguments[1])
    let point = try library.decisionPoint()
    let document = try bytes(arguments[2])
    let request = try Request.read(document, file: arguments[2])
    let question = Question(request.groups)
    let now = DateTimeValue(secondsSince1970: 1_790_000_000)
    let rules = point.roots[0].rules.count
    let decision = point.decide(question, now: now).decision
    print("\(rules) rules, the decision is \(decision.name)")
    func measure(_ name: String, _ body: () throws -> Void) rethrows {
      let clock = ContinuousClock()
      let warm = clock.now + .milliseconds(500)
      while clock.now < warm { try body() }
      var count = 0
      let start = clock.now
      let end = start + .seconds(seconds)
      while clock.now < end {
        for _ in 0..<100 { try body() }
        count += 100
      }
      let took =
        Double((clock.now - start).components.attoseconds) / 1e18 + Double((clock.now - start).components.seconds)
      print("\(name): \(Int(Double(count) / took)) a second")
    }
    measure("decisions") { precondition(point.decide(question, now: now).decision == decision) }
    try measure("requests read and answered") {
      let request = try Request.read(document, file: "request")
      precondition(!point.answer(request, now: now).isEmpty)
    }
  }
}
