import Budget
import FactStore
import Formats
import Localization

/// Reads a table or JSON document that a mapping describes.
struct MappedFileLoader {
  let found: FoundFile
  let mapped: MappedFile
  let writer: FactWriter

  /// Reads the file. Never throws: what is wrong is in the result.
  func read(_ account: inout Account) -> ReadFile {
    var document = MappedDocument(found: found, mapped: mapped, writer: writer)
    if let damage = found.damage {
      document.cut(Damage(place: Place(line: 1), text: damage))
      return document.finish()
    }
    let bytes: [UInt8]
    do throws(FormatProblem) {
      var digest = Digest()
      bytes = try ByteStream.whole(found.bytes, account: &account) { digest.update($0) }
      document.setDigest(digest.hexadecimal())
    } catch {
      document.cut(Damage(error))
      return document.finish()
    }
    if mapped.format == .xlsx {
      MappedTableReader(mapped: mapped).read(workbook: bytes, into: &document, &account)
      return document.finish()
    }
    let isTable = mapped.format.isTable
    let decoded = TextDecoding.decode(bytes, allowWindows1252: isTable)
    if decoded.encoding != .utf8 { document.note("read as \(decoded.encoding.phrase)") }
    if let problem = decoded.problems.first(where: \.isFatal) { document.cut(Damage(problem)) }
    // An empty file of JSON lines is a list without records; so is a table without a header.
    let isEmpty = decoded.text.allSatisfy { $0 <= 0x20 }
    if isEmpty, mapped.format == .json || (isTable && mapped.hasHeader) {
      document.cut(Damage(place: Place(line: 1), text: "the file is empty"))
    } else if !isEmpty {
      if isTable {
        MappedTableReader(mapped: mapped).read(decoded.text, into: &document, &account)
      } else {
        MappedJSONReader(mapped: mapped).read(decoded.text, into: &document, &account)
      }
    }
    return document.finish()
  }
}
