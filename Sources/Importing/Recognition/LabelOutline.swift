/// Finds how far labels are to be indented, one full-width space a level.
///
/// Files indent with spaces of either width, with paragraph settings, or only by their codes; the
/// content says it with full-width spaces.
enum LabelOutline {
  /// A row of a list as the file has it.
  struct Line {
    /// The label with its white space.
    let label: String
    /// How far the file indents it besides, in half-width characters.
    let indentation: Int
    /// The code beside it; empty if it has none.
    let code: String
    /// Whether it closes the list and so stands outside.
    let isClosing: Bool

    /// The width of what is in front of the words.
    var width: Int { label.leadingWidth + indentation }
  }

  /// The labels with their indentation.
  static func labels(_ lines: [Line]) -> [String] {
    let levels = levels(lines)
    return zip(lines, levels).map { line, level in
      String(repeating: "\u{3000}", count: level) + line.label.trimmedText
    }
  }

  /// The level of each line, 0 for the highest.
  static func levels(_ lines: [Line]) -> [Int] {
    if lines.contains(where: { isCatalogueCode($0.code) }) { return catalogue(lines) }
    return offside(lines)
  }

  /// A code of a catalogue such as that of services to be bought: B, B01, B0102.
  private static func isCatalogueCode(_ code: String) -> Bool {
    let scalars = code.unicodeScalars
    guard let first = scalars.first, ("A"..."Z").contains(first), scalars.count <= 9 else {
      return false
    }
    return scalars.dropFirst().allSatisfy(\.isDigit)
  }

  /// Catalogue codes stand under the unit, B01 under B; what has no code of the catalogue stands
  /// under the last one that has, and what has a code of its own (a project) under that.
  private static func catalogue(_ lines: [Line]) -> [Int] {
    var levels: [Int] = []
    /// The codes above, and the rows without code under the last of them, by width.
    var codes: [String] = []
    var headings: [Int] = []
    let hasUnit = lines.first { !$0.isClosing }.map { !isCatalogueCode($0.code) } ?? false
    let base = hasUnit ? 1 : 0
    for line in lines {
      if line.isClosing {
        levels.append(0)
      } else if isCatalogueCode(line.code) {
        while let last = codes.last, !line.code.hasPrefix(last) || line.code == last {
          codes.removeLast()
        }
        levels.append(base + codes.count)
        codes.append(line.code)
        headings = []
      } else if codes.isEmpty {
        levels.append(0)
      } else if line.code.isEmpty {
        while let last = headings.last, line.width <= last { headings.removeLast() }
        levels.append(base + codes.count + headings.count)
        headings.append(line.width)
      } else {
        levels.append(base + codes.count + headings.count)
      }
    }
    return levels
  }

  /// The offside rule: what is further in stands under what is above. 其中： stands one level under
  /// the row above, and the rows after it that have no number where the others have one beside it.
  private static func offside(_ lines: [Line]) -> [Int] {
    let hasNumbers = lines.contains { isNumbered($0.label) }
    var levels: [Int] = []
    /// The widths of the levels that are open.
    var open: [Int] = []
    /// The level of the rows after 其中, and the width where its words begin.
    var breakdown: (level: Int, width: Int)?
    for line in lines {
      if line.isClosing {
        levels.append(0)
        breakdown = nil
        continue
      }
      if line.label.folded.hasPrefix("其中") {
        let level = breakdown?.level ?? min((levels.last ?? -1) + 1, open.count)
        breakdown = (level, line.width)
        levels.append(level)
        continue
      }
      if let rows = breakdown,
        line.width > rows.width || hasNumbers && !isNumbered(line.label)
      {
        levels.append(rows.level)
        continue
      }
      breakdown = nil
      while let last = open.last, line.width < last { open.removeLast() }
      if open.last != line.width { open.append(line.width) }
      levels.append(open.count - 1)
    }
    return levels
  }

  /// Whether a label begins with a number and a mark: 1、, （一）, 一、.
  private static func isNumbered(_ label: String) -> Bool {
    let folded = label.folded
    let inner = folded.drop { $0 == "(" }
    let number = inner.prefix { $0.isNumber || "一二三四五六七八九十".contains($0) }
    guard (1...3).contains(number.count), let mark = inner.dropFirst(number.count).first else {
      return false
    }
    return mark == "、" || mark == "." || mark == ")"
  }
}
