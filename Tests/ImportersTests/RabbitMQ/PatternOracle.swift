#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// PCRE itself, as the system has it: what patterns of RabbitMQ are compared with.
struct PatternOracle {
  private typealias Compile =
    @convention(c) (
      UnsafePointer<UInt8>?, Int, UInt32, UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int>, OpaquePointer?
    ) -> OpaquePointer?
  private typealias Make = @convention(c) (OpaquePointer?, OpaquePointer?) -> OpaquePointer?
  private typealias Match =
    @convention(c) (
      OpaquePointer?, UnsafePointer<UInt8>?, Int, Int, UInt32, OpaquePointer?, OpaquePointer?
    ) -> Int32
  private typealias Free = @convention(c) (OpaquePointer?) -> Void

  private let compile: Compile
  private let make: Make
  private let match: Match
  private let freeCode: Free
  private let freeData: Free

  /// `nil` where the system has no PCRE.
  init?() {
    guard let library = dlopen("libpcre2-8.so.0", RTLD_NOW) else { return nil }
    func symbol<Function>(_ name: String, as type: Function.Type) -> Function? {
      dlsym(library, name).map { unsafeBitCast($0, to: type) }
    }
    guard let compile = symbol("pcre2_compile_8", as: Compile.self),
      let make = symbol("pcre2_match_data_create_from_pattern_8", as: Make.self),
      let match = symbol("pcre2_match_8", as: Match.self), let freeCode = symbol("pcre2_code_free_8", as: Free.self),
      let freeData = symbol("pcre2_match_data_free_8", as: Free.self)
    else { return nil }
    (self.compile, self.make, self.match) = (compile, make, match)
    (self.freeCode, self.freeData) = (freeCode, freeData)
  }

  func compiles(_ pattern: [UInt8]) -> Bool {
    var error: Int32 = 0
    var offset = 0
    guard let code = compile(pattern, pattern.count, 0, &error, &offset, nil) else { return false }
    freeCode(code)
    return true
  }

  /// Whether a search for a pattern, or for all of a name, finds each name. One that does not compile finds nothing; `nil` where
  /// PCRE gives up.
  func finds(_ pattern: [UInt8], in names: [[UInt8]], whole: Bool = false) -> [Bool?] {
    let pattern = whole ? Array("\\A(?:".utf8) + pattern + Array(")\\z".utf8) : pattern
    var error: Int32 = 0
    var offset = 0
    guard let code = compile(pattern, pattern.count, 0, &error, &offset, nil) else { return names.map { _ in false } }
    defer { freeCode(code) }
    let data = make(code, nil)
    defer { freeData(data) }
    return names.map { name in
      let result = match(code, name, name.count, 0, 0, data, nil)
      return result >= 0 ? true : result == -1 ? false : nil
    }
  }
}
