import CLibXLSXWriter
import PolicyEngine

/// How a cell looks. Words say all of it too.
enum WorkbookLook: CaseIterable {
  case text, wrapped, strong, title, number, count, day, critical, high, medium, low, info

  init(_ severity: Severity) {
    switch severity {
    case .critical: self = .critical
    case .high: self = .high
    case .medium: self = .medium
    case .low: self = .low
    case .info: self = .info
    }
  }

  /// Whether longer texts take several lines.
  var isWrapped: Bool { self == .title || self == .strong || self == .wrapped }

  /// Behind black letters, with a contrast of at least 7 to 1.
  fileprivate var fill: UInt32? {
    switch self {
    case .title: 0xD9E2EC
    case .critical: 0xF4A6A0
    case .high: 0xF9C9A7
    case .medium: 0xFBE7A1
    case .low: 0xDCEBC8
    case .text, .wrapped, .strong, .number, .count, .day, .info: nil
    }
  }
}

/// The formats of one workbook, by what they are for.
struct WorkbookLooks {
  private let formats: [WorkbookLook: UnsafeMutablePointer<lxw_format>]

  subscript(_ look: WorkbookLook) -> UnsafeMutablePointer<lxw_format>? { formats[look] }

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    var formats: [WorkbookLook: UnsafeMutablePointer<lxw_format>] = [:]
    for look in WorkbookLook.allCases {
      guard let format = workbook_add_format(workbook) else { continue }
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      switch look {
      case .number, .count: format_set_num_format(format, "0")
      case .day: format_set_num_format(format, "yyyy-mm-dd")
      // As text also once somebody has edited the cell: what begins with `=` would become a formula.
      default: format_set_num_format_index(format, Self.asText)
      }
      if look == .title || look == .strong { format_set_bold(format) }
      if look.isWrapped { format_set_text_wrap(format) }
      // Beside a label, numbers and days stand where texts do.
      if look == .count || look == .day { format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue)) }
      if let fill = look.fill {
        format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
        format_set_fg_color(format, fill)
      }
      if look == .title { format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
      formats[look] = format
    }
    self.formats = formats
  }

  /// The built-in format `@`.
  private static let asText: UInt8 = 49
}
