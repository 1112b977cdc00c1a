import FactStore
import ImportCore
import Localization

/// What a thing is that documents name in several ways.
enum Thing: Hashable, Sendable { case api, plan, application, subscription, key, user, group, role, token, endpoint }

/// What a document calls a thing. Facts may call it otherwise, once the other documents have said what they call it.
struct Name: Sendable {
  let thing: Thing
  /// The name, or why it is not known.
  let own: FactWriter.Cell

  init(_ thing: Thing, _ own: FactWriter.Cell) { (self.thing, self.own) = (thing, own) }

  var raw: String? { own.text }

  var cell: Facts.Cell {
    guard let raw else { return .cell(own) }
    let thing = thing
    return .late { .text($0.gravitee.name(of: raw, thing)) }
  }
}
