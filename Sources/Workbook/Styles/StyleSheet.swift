/// The styles of a workbook, numbered in the order of first use.
struct StyleSheet {
  private var styles: [CellStyle] = [CellStyle()]
  private var packed: [UInt32] = [CellStyle().packed]

  /// The style's number. There are few of them, so that a search is faster than hashing.
  mutating func id(of style: CellStyle) -> StyleID {
    let bits = style.packed
    if let known = packed.firstIndex(of: bits) { return StyleID(index: known) }
    styles.append(style)
    packed.append(bits)
    return StyleID(index: styles.count - 1)
  }

  /// Appends the part `styles.xml`.
  func write(into xml: inout [UInt8]) {
    xml.raw(XMLPart.declaration)
    xml.raw("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
    numberFormats(into: &xml)
    xml.raw(Self.constants)
    xml.raw("<cellXfs count=\"")
    xml.number(styles.count)
    xml.raw("\">")
    for style in styles { Self.format(style, into: &xml) }
    xml.raw("</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" ")
    xml.raw("builtinId=\"0\"/></cellStyles></styleSheet>")
  }

  /// The number of the format with thousands separators and so many decimals: 3 and 4 are built
  /// in, those of the file's own begin at 164.
  private static func numberFormat(_ decimals: Int) -> Int {
    switch decimals {
    case ...0: 3
    case 2: 4
    default: 164 + min(decimals, 15)
    }
  }

  private func numberFormats(into xml: inout [UInt8]) {
    let own = Set(styles.compactMap(\.decimals).filter { $0 > 0 && $0 != 2 }.map { min($0, 15) })
    guard !own.isEmpty else { return }
    xml.raw("<numFmts count=\"")
    xml.number(own.count)
    xml.raw("\">")
    for decimals in own.sorted() {
      xml.raw("<numFmt numFmtId=\"")
      xml.number(Self.numberFormat(decimals))
      xml.raw("\" formatCode=\"#,##0.")
      xml.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: decimals))
      xml.raw("\"/>")
    }
    xml.raw("</numFmts>")
  }

  private static func format(_ style: CellStyle, into xml: inout [UInt8]) {
    xml.raw("<xf numFmtId=\"")
    // Words have the format “text”, so that a code stays one when someone edits it.
    xml.number(style.decimals.map(numberFormat) ?? (style == CellStyle() ? 0 : 49))
    xml.raw("\" fontId=\"")
    xml.number(Int(style.font.rawValue))
    xml.raw(style.isShaded ? "\" fillId=\"2\"" : "\" fillId=\"0\"")
    xml.raw(style.hasBorder ? " borderId=\"1\" xfId=\"0\"" : " borderId=\"0\" xfId=\"0\"")
    if style.isQuoted { xml.raw(" quotePrefix=\"1\"") }
    xml.raw(" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\"")
    xml.raw(" applyAlignment=\"1\"><alignment")
    switch style.alignment {
    case .general: break
    case .left: xml.raw(" horizontal=\"left\"")
    case .center: xml.raw(" horizontal=\"center\"")
    case .right: xml.raw(" horizontal=\"right\"")
    }
    xml.raw(" vertical=\"center\"")
    if style.wraps { xml.raw(" wrapText=\"1\"") }
    if style.indent > 0 {
      xml.raw(" indent=\"")
      xml.number(min(style.indent, 15))
      xml.raw("\"")
    }
    xml.raw("/></xf>")
  }

  /// The fonts in the order of ``CellStyle/Font``, the fills and the borders.
  private static let constants: StaticString = """
    <fonts count="3">\
    <font><sz val="11"/><name val="宋体"/><charset val="134"/></font>\
    <font><b/><sz val="11"/><name val="宋体"/><charset val="134"/></font>\
    <font><b/><sz val="16"/><name val="宋体"/><charset val="134"/></font>\
    </fonts>\
    <fills count="3"><fill><patternFill patternType="none"/></fill>\
    <fill><patternFill patternType="gray125"/></fill>\
    <fill><patternFill patternType="solid"><fgColor rgb="FFEFF2F5"/></patternFill></fill></fills>\
    <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
    <border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/>\
    <diagonal/></border></borders>\
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
    """
}
