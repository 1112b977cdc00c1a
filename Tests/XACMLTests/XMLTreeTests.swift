import Budget
import TestSupport
import Testing

@testable import XACML

/// Documents as trees: what is in them, in whatever encoding, and what is refused.
struct XMLTreeTests {
  private static func tree(_ bytes: [UInt8]) throws -> XMLTree { try XMLTree(bytes, work: Work()) }
  private static func tree(_ text: String) throws -> XMLTree { try tree(Array(text.utf8)) }

  private static func problem(_ bytes: [UInt8]) -> String? {
    do throws(XMLProblem) {
      _ = try XMLTree(bytes, work: Work())
      return nil
    } catch {
      return "\(error.line): \(error.message)"
    }
  }

  private static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  }

  @Test func elements() throws {
    let root = try Self.tree(
      "<!--a--><r xmlns=\"urn:d\" xmlns:p=\"urn:p\" k=\"1 &amp; &#38;\"\n p:k=\"2\">a<b>b&lt;</b><p:c><![CDATA[<c>]]></p:c>\n<e/></r><?p i?>"
    ).root
    #expect(root.name == "r" && root.namespace == "urn:d" && root.line == 2)
    #expect(root.attributes.map(\.name) == ["k", "{urn:p}k"] && root.attributes.map(\.value) == ["1 & &", "2"])
    #expect(root.children.map(\.name) == ["b", "c", "e"] && root.children[1].namespace == "urn:p")
    #expect(root.text == "ab<<c>\n")
    #expect(root.hasChildren && !root.children[2].hasChildren && root.children[2].text.isEmpty)
    #expect(root.children[2].line == 3)
    #expect(root.children[0].namespaces.map(\.prefix) == ["", "p"])
    #expect(root.children[1].xml == "<p:c xmlns:p=\"urn:p\">&lt;c&gt;</p:c>")
  }

  @Test func writtenAsRead() throws {
    for text in [
      "<a/>", "<a b=\"1\">x<c/>y<d>z</d></a>", "<a xmlns=\"urn:a\"><b xmlns=\"\"><c/></b></a>",
      "<p:a xmlns:p=\"urn:p\" p:b=\"&lt;&amp;&quot;\">&lt;<!--c--><?d e?></p:a>",
      "<a xmlns=\"urn:a\"><q:b xmlns:q=\"urn:q\"><q:c/></q:b></a>",
    ] {
      #expect(try Self.tree(text).root.xml == text)
    }
  }

  @Test func encodings() throws {
    let text = "<r k=\"æ\">ø😀</r>"
    let declared = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + text
    for bytes in [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFE, 0xFF] + Self.utf16(text, isBigEndian: true),
      [0xFF, 0xFE] + Self.utf16(text, isBigEndian: false), Self.utf16(declared, isBigEndian: true),
      Self.utf16(declared, isBigEndian: false),
    ] {
      let root = try Self.tree(bytes).root
      #expect(root.text == "ø😀" && root.attributes.map(\.value) == ["æ"])
    }
    let latin = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><r>".utf8) + [0xE6] + Array("</r>".utf8)
    #expect(try Self.tree(latin).root.text == "æ")
    let unknown = "the document is in an encoding that is not read; write it as UTF-8"
    for name in ["UTF-7", "EBCDIC-US", "ISO-2022-JP", "UCS-4"] {
      let problem = Self.problem(Array("<?xml version=\"1.0\" encoding=\"\(name)\"?><r/>".utf8))
      #expect(problem != nil, "\(name)")
    }
    #expect(Self.problem([0x00, 0x00, 0x00, 0x3C]) == "1: \(unknown)")
    #expect(Self.problem([0x4C, 0x6F, 0xA7, 0x94]) == "1: \(unknown)")
  }

  static let refused: [(String, String)] = [
    ("", "1: the document is empty"), (" \n ", "2: the document is empty"),
    ("{}", "1: the document does not begin like XML"), ("<a>", "1: the document ends within an element"),
    ("<a></b>", "1: an element is closed by another name than it was opened with"),
    ("<a b='1' b='2'/>", "1: an attribute is given twice"),
    ("<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>", "1: an attribute is given twice"),
    ("<a>\n<p:b/></a>", "2: a name has a prefix that nothing declares"),
    ("<!DOCTYPE a><a/>", "1: the document has a DOCTYPE, which may declare entities; remove it"),
    (
      "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>",
      "1: the document has a DOCTYPE, which may declare entities; remove it"
    ),
    ("<a>&nbsp;</a>", "1: an entity is used that XML does not have"),
    ("<a>\u{1}</a>", "1: a character stands there that XML does not allow"),
    ("<a/><b/>", "1: something follows the end of the document"),
  ]

  @Test(arguments: refused.indices)
  func documents(_ index: Int) {
    let (text, problem) = Self.refused[index]
    #expect(Self.problem(Array(text.utf8)) == problem, "\(text)")
  }

  @Test func depth() throws {
    func nested(_ count: Int) -> [UInt8] {
      Array((String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)).utf8)
    }
    #expect(Self.problem(nested(250)) == nil)
    #expect(Self.problem(nested(300)) == "1: elements are nested deeper than 256")
    #expect(Self.problem(nested(1_000_000)) == "1: elements are nested deeper than 256")
  }

  /// What is told of a document beforehand is no less than what it turns out to hold.
  @Test func outlines() throws {
    let pieces = [
      "<a>", "</a>", "<b k='1' l=\"2>\"/>", "text", "<!--<a>-->", "<![CDATA[<a>]]>", "<?p <a>?>", "&amp;",
      "<q:a xmlns:q='u' q:k='&lt;'>", "</q:a>", "\n",
    ]
    var random = SplitMix64(seed: 3)
    var read = 0
    for _ in 0..<20_000 {
      let inner = (0..<Int(random.next() % 8)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      let text = "<r>\(inner)</r>"
      for bytes in [Array(text.utf8), [0xFE, 0xFF] + Self.utf16(text, isBigEndian: true)] {
        guard let tree = try? Self.tree(bytes) else { continue }
        read += 1
        let outline = try #require(bytes.withUnsafeBytes(XMLOutline.init))
        #expect(outline.nodes >= tree.nodes.count, "\(text)")
        #expect(outline.characters >= tree.characters.count, "\(text)")
      }
    }
    #expect(read > 1_000)
  }
}

struct ByteSearchTests {
  /// As one that tries every place.
  @Test func everyPlace() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<20_000 {
      let text = (0..<Int(random.next() % 20)).map { _ in UInt8(random.next() % 2) }
      let part = (0..<Int(random.next() % 5)).map { _ in UInt8(random.next() % 2) }
      let expected = (0...text.count).first { text[$0...].starts(with: part) }
      #expect(ByteSearch.first(part, in: text) == expected, "\(part) in \(text)")
    }
  }
}
