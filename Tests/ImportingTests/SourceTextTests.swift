import Foundation
@testable import Importing
import Testing

/// Importing the source text gives what was made from it by hand.
struct SourceTextTests {
  @Test func narrativeIsTheCommittedOne() throws {
    let report = try imported(sourceText)
    #expect(try report.text("narrative.md") == withoutBindings(try committed("narrative.md")))
  }

  @Test(arguments: tableIDs)
  func tableIsTheCommittedOne(_ id: String) throws {
    let path = "tables/\(id).csv"
    #expect(try imported(sourceText).text(path) == committed(path))
  }

  @Test func nothingIsLeftOver() throws {
    let report = try imported(sourceText)
    #expect(report.balance.isBalanced, "\(report.balance)")
    #expect(report.leftovers.isEmpty, "\(report.leftovers)")
    #expect(report.remarks.isEmpty, "\(report.remarks)")
    #expect(report.department == "北京市西城区全响应服务中心")
    #expect(report.tables.filter { $0.rows == nil }.map(\.id) == ["project-performance"])
  }

  @Test func descriptionSaysTheSame() throws {
    let text = try imported(sourceText).text("report.yml")
    let ids = [
      "title:", "department:", "fiscal_year:", "  government-fund:", "  special-transfer:",
    ]
    let lines = try committed("report.yml").split(separator: "\n").filter { line in
      ids.contains { line.hasPrefix($0) } || line.hasPrefix("  project-performance:")
    }
    #expect(lines.count == 6)
    for line in lines { #expect(text.contains(line + "\n")) }
    #expect(text.contains("\nkind: budget"))
    #expect(text.contains("\nform_set: xicheng-2021\n"))
  }
}
