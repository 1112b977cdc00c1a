/// A set of codes: most have a handful, which are faster compared than hashed.
struct CodeSet: Sendable {
  private let few: [UInt32]
  private let many: Set<UInt32>

  init(_ codes: some Sequence<UInt32>) {
    let codes = Set(codes)
    let isSmall = codes.count <= 16
    few = isSmall ? codes.sorted() : []
    many = isSmall ? [] : codes
  }

  @inline(__always)
  func contains(_ code: UInt32) -> Bool {
    if many.isEmpty {
      for one in few where one == code { return true }
      return false
    }
    return many.contains(code)
  }

  func contains(where test: (UInt32) -> Bool) -> Bool {
    few.contains(where: test) || many.contains(where: test)
  }
}
