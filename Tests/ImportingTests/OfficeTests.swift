import Foundation
@testable import Importing
import Testing

/// Word files and workbooks that other programs made of the source give what was made by hand.
struct OfficeTests {
  @Test(arguments: ["pandoc.docx", "python-docx.docx", "libreoffice.docx", "split.docx"])
  func wordFile(_ name: String) throws {
    try expectWhole(imported(fixture(name)))
  }

  @Test(arguments: ["openpyxl.xlsx", "libreoffice.xlsx"])
  func workbookWithNarrative(_ name: String) throws {
    try expectWhole(imported(fixture("narrative.docx"), fixture(name)))
  }

  @Test(
    .enabled(if: try tools.run("soffice", ["--version"], 1000) != nil, "LibreOffice 未安装"),
    arguments: ["libreoffice.odt"])
  func otherWordFile(_ name: String) throws {
    try expectWhole(imported(fixture(name)))
  }

  @Test(.enabled(if: try tools.run("soffice", ["--version"], 1000) != nil, "LibreOffice 未安装"))
  func oldWorkbook() throws {
    try expectWhole(imported(fixture("narrative.docx"), fixture("excel97.xls")))
  }

  private func expectWhole(_ report: ImportedReport) throws {
    #expect(report.balance.isBalanced, "\(report.balance)")
    for id in tableIDs {
      let path = "tables/\(id).csv"
      #expect(try comparable(report.text(path)) == committed(path), "\(id)")
    }
    let narrative = try comparable(report.text("narrative.md"))
    #expect(try narrative == withoutBindings(committed("narrative.md")))
    #expect(report.leftovers.isEmpty, "\(report.leftovers)")
    #expect(report.remarks.isEmpty, "\(report.remarks)")
    #expect(report.department == "北京市西城区全响应服务中心")
    #expect(report.fiscalYear == 2021)
  }

  /// The no-break spaces that some programs write are spaces.
  private func comparable(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ")
  }
}
