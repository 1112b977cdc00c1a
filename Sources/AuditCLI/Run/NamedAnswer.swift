import Audit
import FactStore
import PolicyEngine

extension Engine {
  /// Names of the things that these columns hold. Who somebody of a register or of Altinn is, personnel data may say.
  func names(of columns: some Sequence<ColumnSchema>) -> NameBook {
    NameBook(self, types: columns.map(\.type), links: [.init("employees.party", from: "person", to: "party")])
  }
}

extension NameBook {
  /// The names of a row's values, empty where there is none.
  func names(_ values: [String], _ columns: [ColumnSchema]) -> [String] {
    zip(values, columns).map { self[$0, $1.type] ?? "" }
  }
}
