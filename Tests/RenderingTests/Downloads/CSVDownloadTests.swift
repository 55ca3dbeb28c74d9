import Budget
import Testing

@testable import Rendering

struct CSVDownloadTests {
  @Test func aTableIsWrittenAsExcelInChinaReadsIt() {
    #expect(
      CSVDownload(table: TableFixture.sample.build()).render().text
        == "\u{FEFF}编码,名称,合计,基本\r\n201,一般,1234567.50,-\r\n20103,'=办公,1234567.50,\r\n"
        + ",总计,1234567.50,0.00\r\n")
  }

  @Test(arguments: [
    ("a,b", "\"a,b\""), ("说“a”", "说“a”"), ("a\"b", "\"a\"\"b\""), ("a\r\nb", "\"a\r\nb\""),
    (" a ", " a "), ("", ""),
  ]) func fieldsAreQuotedWhereTheyMust(words: String, expected: String) {
    let table = TableFixture().column("code", "编码", .code).column("name", "名称", .label)
      .row("1", words).build()
    #expect(
      CSVDownload(table: table).render().text == "\u{FEFF}编码,名称\r\n1," + expected + "\r\n")
  }

  @Test(arguments: ["=1", "+1", "-1+2", "@a", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠a", "="])
  func wordsAreNoFormulas(words: String) {
    #expect(FormulaGuard.harmless(words) == "'" + words)
  }

  @Test(arguments: ["-", "--", "－", "—", "——", "", "a=b", "（=1）", "1-2", "'=1"])
  func otherWordsStayAsTheyAre(words: String) {
    #expect(FormulaGuard.harmless(words) == words)
  }

  @Test func headersDiffer() {
    let table = TableFixture().column("a", "金额", .amount, under: "收入")
      .column("b", "金额", .amount, under: "支出").column("c", "金额", .amount, under: "支出")
      .column("d", "", .text).column("e", "=x", .text).column("f", "项目", .text).build()
    #expect(
      CSVColumns(table.form).names
        == ["收入/金额", "支出/金额（b）", "支出/金额（c）", "（d）", "'=x", "项目"])
  }

  @Test func columnsThatReadersDoNotSeeAreLeftOut() {
    let table = TableFixture().column("code", "编码", .code).column("name", "名称", .label)
      .column("level", "级", .level).row("1", "甲", "1").build()
    #expect(CSVDownload(table: table).render().text == "\u{FEFF}编码,名称\r\n1,甲\r\n")
  }
}
