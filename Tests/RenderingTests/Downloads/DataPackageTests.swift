import Budget
import Testing

@testable import Rendering

struct DataPackageTests {
  private func schema(_ table: Table) -> String {
    var json = JSONWriter()
    TableSchema(table: table).write(into: &json)
    return json.bytes.text
  }

  @Test func amountsAreNumbersAndTheirDashesMissing() {
    #expect(
      schema(TableFixture.sample.build()) == """
        {"fields":[
        {"name":"编码","title":"编码","type":"string"},
        {"name":"名称","title":"名称","type":"string"},
        {"name":"合计","title":"合计","type":"number","description":"单位：元"},
        {"name":"基本","title":"基本","type":"number","description":"单位：元"}
        ],"missingValues":["","-"]}
        """)
  }

  @Test func aKeyIsDeclaredOnlyIfItTellsAllRowsApart() {
    let plain = TableFixture().column("code", "编码", .code).column("name", "名称", .label)
      .row("1", "甲")
    #expect(schema(plain.row("2", "甲").build()).contains("\"primaryKey\":[\"编码\"]"))
    #expect(!schema(plain.row("1", "乙").build()).contains("primaryKey"))
    #expect(!schema(plain.row("", "乙").build()).contains("primaryKey"))
  }

  @Test func wordsAmongAmountsMakeAColumnOfText() {
    let table = TableFixture().column("code", "编码", .code).column("name", "名称", .label)
      .column("amount", "金额", .amount).row("1", "甲", "待定").build()
    #expect(schema(table).contains("{\"name\":\"金额\",\"title\":\"金额\",\"type\":\"string\"}"))
  }

  @Test func aPackageListsTheTablesThatAreThere() {
    var fixture = DownloadFixture().table(TableFixture.sample.build())
      .table(TableFixture(id: "goals", presence: .absent("原文缺")).build())
    fixture.path = "某局/2021-Budget"
    var site = Site()
    site.baseURL = "https://example.gov.cn/"
    let text = DataPackageDownload(report: fixture.report(), site: site).render().text
    #expect(text.contains("\"path\":\"expenditure.csv\""))
    #expect(!text.contains("goals"))
    #expect(text.contains("\n\"name\":\"budget--2021-budget\",\n"))
    #expect(text.contains("\"homepage\":\"https://example.gov.cn/%E6%9F%90%E5%B1%80/2021-Budget/"))
    #expect(!text.contains("created") && !text.contains("licen"))
  }

  @Test func aSiteOffersWhatItChooses() {
    let fixture = DownloadFixture().table(TableFixture.sample.build())
    func names(_ downloads: Set<Site.Download>) -> [String] {
      var site = Site()
      site.downloads = downloads
      return ReportDownloads(
        report: fixture.report(), verification: fixture.verification(), site: site
      ).files().map(\.path)
    }
    #expect(names([]) == [])
    #expect(names([.csv]) == ["expenditure.csv", "datapackage.json"])
    #expect(
      names([.csv, .json, .xlsx])
        == ["expenditure.csv", "datapackage.json", "data.json", "tables.xlsx"])
  }
}
