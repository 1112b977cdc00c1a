extension XMLTree {
  /// Reads a document.
  /// - Throws: a problem where the bytes are not well-formed, or come to more than a limit of the run.
  convenience init(_ bytes: [UInt8], work: Work) throws(XMLProblem) {
    let builder = try XMLTreeBuilder.read(bytes, work: work)
    self.init(
      nodes: builder.nodes, names: builder.names, characters: builder.characters, values: builder.values,
      declarations: builder.declarations, scopes: builder.scopes)
  }
}
