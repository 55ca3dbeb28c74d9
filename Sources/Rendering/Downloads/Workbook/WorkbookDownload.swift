import Budget
import Workbook

/// A report as a workbook: every table one sheet that looks like the official form.
///
/// An amount is a number with the digits of the source, so that every program arrives at the number
/// nearest to it and shows it exactly. Codes and words are text and stay so; blank cells stay blank.
struct WorkbookDownload {
  let report: Report

  /// The file's bytes; `nil` if the report has no table, or more than a workbook can hold.
  func render() -> [UInt8]? {
    Workbook(
      title: "\(report.department)\(report.shortTitle)", creator: report.department,
      sheets: report.tables.map(sheet)
    ).bytes()
  }

  private func sheet(_ table: Table) -> Sheet {
    let name =
      table.form.number.isEmpty
      ? table.form.title : table.form.number + " " + table.form.title
    if let text = table.presence.absence {
      return Sheet(name: name, setup: SheetSetup(columnWidths: [SheetFrame.narrowest])) { writer in
        let frame = SheetFrame(form: table.form, department: "", widths: [SheetFrame.narrowest])
        frame.writeTitle(to: &writer)
        frame.writeNote(text, to: &writer)
      }
    }
    return table.form.layout == .form
      ? FormSheet(table: table, department: report.department).sheet(name: name)
      : GridSheet(table: table, department: report.department).sheet(name: name)
  }
}
